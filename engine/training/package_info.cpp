#include "engine/training/package_info.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/learning/adapter_bank.h"
#include "engine/learning/task_head.h"
#include "engine/training/decision/task_signature.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace atlas::engine {
namespace {

constexpr const char *kPackageFormat = "atlas-task-package";
constexpr int kVersion = 1;

LabelForm parseLabelForm(const std::string &name)
{
    for (const LabelForm form : {LabelForm::Single, LabelForm::Multi, LabelForm::Soft}) {
        if (name == labelFormName(form)) {
            return form;
        }
    }
    throw Error(ErrorCode::Damaged, say(QT_TRANSLATE_NOOP("Sentence", "The label form \"%1\" is unknown."), name));
}

HeadShape headShapeOf(const nlohmann::json &json)
{
    HeadShape shape;
    json.at("outputs").get_to(shape.outputs);
    if (json.contains("inputs")) {  // as the first packages had it
        json.at("inputs").get_to(shape.pooled);
        return shape;
    }
    json.at("parts").get_to(shape.parts);
    json.at("pooled").get_to(shape.pooled);
    json.at("own").get_to(shape.own);
    json.at("used").get_to(shape.used);
    return shape;
}

}  // namespace

std::map<std::string, std::string> toMetadata(const PackageInfo &info)
{
    const nlohmann::json description{
        {"version", kVersion},
        {"task", info.task},
        {"index", info.index},
        {"strategy", info.strategy},
        {"settings", info.settings},
        {"labels", {{"form", labelFormName(info.labelForm)}, {"classes", info.classes}}},
        {"preprocessing", {{"kind", info.kind}, {"architecture", info.architecture}}},
        {"backbone_sha256", info.backboneSha256},
        {"width", info.width},
        {"layers", info.layers},
        {"bottleneck", info.bottleneck},
        {"head",
         {{"form", info.headForm},
          {"parts", info.head.parts},
          {"pooled", info.head.pooled},
          {"own", info.head.own},
          {"used", info.head.used},
          {"outputs", info.head.outputs}}},
        {"stored_adapters", info.stored},
        {"mixed_adapters", info.mixed},
        {"tuned", info.tuned},
        {"kept", info.kept},
        {"prompts", {{"pool", info.promptPool}, {"length", info.promptLength}, {"chosen", info.promptsChosen}}},
        {"temperature", info.temperature},
        {"signature", info.signature},
        {"absent_sites", info.absent},
        {"learned_from",
         {{"train", info.learnedFrom.train},
          {"validation", info.learnedFrom.validation},
          {"samples", info.learnedFrom.samples}}}};
    return {{"format", kPackageFormat}, {"package", description.dump()}};
}

PackageInfo packageInfoOf(const std::map<std::string, std::string> &metadata, const std::string &file)
{
    const auto format = metadata.find("format");
    const auto text = metadata.find("package");
    if (format == metadata.end() || format->second != kPackageFormat || text == metadata.end()) {
        throw Error(ErrorCode::Damaged, say(QT_TRANSLATE_NOOP("Sentence", "%1 is not a task package."), file),
                    say(QT_TRANSLATE_NOOP("Sentence", "Restore it from a backup or train again.")));
    }
    try {
        const nlohmann::json json = nlohmann::json::parse(text->second);
        if (json.at("version").get<int>() != kVersion) {
            throw Error(
                ErrorCode::Damaged,
                say(QT_TRANSLATE_NOOP("Sentence", "%1 is of package version %2; this program reads version %3."), file,
                    json.at("version").dump(), kVersion),
                say(QT_TRANSLATE_NOOP("Sentence", "Use the program that wrote it, or a newer one.")));
        }
        PackageInfo info;
        json.at("task").get_to(info.task);
        json.at("index").get_to(info.index);
        json.at("strategy").get_to(info.strategy);
        json.at("settings").get_to(info.settings);
        info.labelForm = parseLabelForm(json.at("labels").at("form").get<std::string>());
        json.at("labels").at("classes").get_to(info.classes);
        json.at("preprocessing").at("kind").get_to(info.kind);
        json.at("preprocessing").at("architecture").get_to(info.architecture);
        json.at("backbone_sha256").get_to(info.backboneSha256);
        json.at("width").get_to(info.width);
        json.at("layers").get_to(info.layers);
        json.at("bottleneck").get_to(info.bottleneck);
        info.headForm = json.at("head").value("form", info.headForm);
        info.head = headShapeOf(json.at("head"));
        json.at("stored_adapters").get_to(info.stored);
        json.at("mixed_adapters").get_to(info.mixed);
        // Absent in packages of strategies that leave the backbone alone, as they were first written.
        info.tuned = json.value("tuned", info.tuned);
        info.kept = json.value("kept", info.kept);
        info.temperature = json.value("temperature", info.temperature);  // first packages were not calibrated
        if (!(info.temperature > 0)) {
            throw Error(ErrorCode::Damaged,
                        say(QT_TRANSLATE_NOOP("Sentence", "The temperature in %1 is not above 0."), file),
                        say(QT_TRANSLATE_NOOP("Sentence", "Restore it from a backup or train again.")));
        }
        if (json.contains("prompts")) {
            json.at("prompts").at("pool").get_to(info.promptPool);
            json.at("prompts").at("length").get_to(info.promptLength);
            json.at("prompts").at("chosen").get_to(info.promptsChosen);
        }
        info.signature = json.value("signature", info.signature);
        info.absent = json.value("absent_sites", info.absent);
        if (json.contains("learned_from")) {
            json.at("learned_from").at("train").get_to(info.learnedFrom.train);
            json.at("learned_from").at("validation").get_to(info.learnedFrom.validation);
            json.at("learned_from").at("samples").get_to(info.learnedFrom.samples);
        }
        return info;
    } catch (const nlohmann::json::exception &error) {
        throw Error(ErrorCode::Damaged,
                    say(QT_TRANSLATE_NOOP("Sentence", "The description in %1 cannot be read: %2."), file, error.what()),
                    say(QT_TRANSLATE_NOOP("Sentence", "Restore it from a backup or train again.")));
    }
}

std::vector<std::string> expectedKeys(const PackageInfo &info)
{
    std::vector<std::string> keys;
    const auto add = [&](const std::string &prefix, const std::vector<const char *> &parts) {
        if (std::ranges::find(info.absent, prefix) == info.absent.end()) {
            for (const char *part : parts) {
                keys.push_back(prefix + part);
            }
        }
    };
    for (int layer = 0; layer < info.layers; ++layer) {
        for (const Site site : {Site::Attention, Site::Mlp}) {
            for (const int task : info.stored) {
                add(sitePrefix(layer, site, task), {"down.weight", "down.bias", "up.weight", "up.bias"});
            }
            for (const int task : info.mixed) {
                add(sitePrefix(layer, site, task), {"query", "key"});
            }
        }
    }
    for (const std::string &part : taskHeadParts(info.headForm)) {
        keys.push_back("head." + info.task + "." + part);
    }
    keys.insert(keys.end(), info.tuned.begin(), info.tuned.end());
    keys.insert(keys.end(), info.kept.begin(), info.kept.end());
    if (info.promptPool > 0) {
        keys.insert(keys.end(), {"prompts.keys", "prompts.values"});
    }
    if (info.signature) {
        const std::vector<std::string> names = TaskSignature::names();
        keys.insert(keys.end(), names.begin(), names.end());
    }
    return keys;
}

}  // namespace atlas::engine
