#include "engine/training/task_package.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/tensor/tensor_file.h"
#include "engine/training/run_folder.h"

#include <torch/types.h>

#include <algorithm>
#include <set>

namespace atlas::engine {
namespace {

constexpr const char *kKept = "kept.";
constexpr const char *kRestore = QT_TRANSLATE_NOOP("Sentence", "Restore it from a backup or train the run again.");

Sentence listOf(const std::vector<std::string> &names)
{
    constexpr std::size_t kShown = 20;
    std::string text;
    for (std::size_t i = 0; i < std::min(kShown, names.size()); ++i) {
        text += (i ? ", " : "") + names[i];
    }
    return names.size() > kShown ? say(QT_TRANSLATE_NOOP("Sentence", "%1 and %2 more"), text, names.size() - kShown)
                                 : Sentence(text);
}

/// Errors: Damaged, listing what is missing and what is too much.
void requireKeys(const PackageInfo &info, const TensorMap &tensors, const std::string &file)
{
    const std::vector<std::string> expected = expectedKeys(info);
    const std::set<std::string> known(expected.begin(), expected.end());
    std::vector<std::string> missing;
    std::vector<std::string> extra;
    std::ranges::copy_if(known, std::back_inserter(missing), [&](const auto &key) { return !tensors.contains(key); });
    for (const auto &[name, tensor] : tensors) {
        if (!known.contains(name)) {
            extra.push_back(name);
        }
    }
    if (!missing.empty() || !extra.empty()) {
        const Sentence message =
            extra.empty() ? say(QT_TRANSLATE_NOOP("Sentence",
                                                  "The task package %1 does not hold what it describes. Missing: %2."),
                                file, listOf(missing))
            : missing.empty()
                ? say(QT_TRANSLATE_NOOP("Sentence", "The task package %1 does not hold what it describes. Extra: %2."),
                      file, listOf(extra))
                : say(QT_TRANSLATE_NOOP("Sentence",
                                        "The task package %1 does not hold what it describes. Missing: %2. Extra: %3."),
                      file, listOf(missing), listOf(extra));
        throw Error(ErrorCode::Damaged, message, say(kRestore));
    }
}

void requireMixedAdapters(const TaskModel &learned, const RunModel &model, const std::string &file)
{
    for (int layer = 0; layer < model.bank.layers(); ++layer) {
        for (const Site site : {Site::Attention, Site::Mlp}) {
            for (const Gate &gate : learned.gates.at(layer, site)) {
                if (!model.bank.has(gate.adapter, layer, site)) {
                    throw Error(ErrorCode::Damaged,
                                say(QT_TRANSLATE_NOOP("Sentence", "The task package %1 mixes the adapter of task %2 in "
                                                                  "layer %3, which no package of this run holds."),
                                    file, gate.adapter, layer),
                                say(kRestore));
                }
            }
        }
    }
}

/// What `read` gives; a file that cannot be read as safetensors is a damaged package.
template <typename Read>
auto damagedUnlessSound(Read read)
{
    try {
        return read();
    } catch (const Error &error) {
        if (error.code() == ErrorCode::BadInput) {
            throw Error(ErrorCode::Damaged,
                        say(QT_TRANSLATE_NOOP("Sentence", "The task package is damaged: %1"), error.sentence()),
                        say(kRestore));
        }
        throw;
    }
}

/// The tensors of these names, which leave `from`; without the prefix.
TensorMap takeNamed(TensorMap &from, const std::vector<std::string> &names, std::size_t prefix)
{
    TensorMap taken;
    for (const std::string &name : names) {
        if (auto entry = from.extract(name); !entry.empty()) {
            taken[name.substr(prefix)] = entry.mapped();
        }
    }
    return taken;
}

void installPrompts(const PackageInfo &info, TensorMap &tensors, RunModel &model)
{
    if (info.promptPool == 0) {
        return;
    }
    auto generator = at::make_generator<at::CPUGeneratorImpl>();
    PromptPool pool({.pool = info.promptPool, .length = info.promptLength, .chosen = info.promptsChosen}, info.width,
                    generator);
    pool.load(tensors);
    model.prompts = std::move(pool);
}

/// Where an adapter that the package stores or mixes at other sites has been pruned.
std::vector<std::string> absentSites(const PackageInfo &info, const RunModel &model, const TaskModel &learned)
{
    std::set<std::string> absent;
    for (int layer = 0; layer < info.layers; ++layer) {
        for (const Site site : {Site::Attention, Site::Mlp}) {
            for (const int owner : info.stored) {
                if (!model.bank.has(owner, layer, site)) {
                    absent.insert(sitePrefix(layer, site, owner));
                }
            }
            for (const int adapter : info.mixed) {
                if (std::ranges::find(learned.gates.at(layer, site), adapter, &Gate::adapter) ==
                    learned.gates.at(layer, site).end()) {
                    absent.insert(sitePrefix(layer, site, adapter));
                }
            }
        }
    }
    return {absent.begin(), absent.end()};
}

}  // namespace

PackageInfo describePackage(const Task &task, const Backbone &backbone, const RunModel &model, const TaskModel &learned,
                            const std::vector<int> &stored, bool shared)
{
    PackageInfo info;
    info.task = task.name;
    info.index = learned.task;
    info.kind = task.kind;
    info.labelForm = task.labelForm;
    info.classes = task.classes;
    info.backboneSha256 = backbone.sha256();
    info.architecture = backbone.config().architecture;
    info.width = model.bank.width();
    info.layers = model.bank.layers();
    info.bottleneck = model.bank.bottleneck();
    info.headForm = learned.head->form();
    info.head = learned.head->shape();
    info.temperature = learned.temperature;
    std::ranges::copy_if(stored, std::back_inserter(info.stored),
                         [&model](int owner) { return model.bank.hasTask(owner); });
    const std::set<int> mixed = learned.gates.adapters();
    info.mixed.assign(mixed.begin(), mixed.end());
    info.absent = absentSites(info, model, learned);
    info.signature = learned.signature.has_value();
    for (const auto &[name, tensor] : learned.kept) {
        info.kept.push_back(kKept + name);
    }
    if (shared) {
        for (const auto &[name, tensor] : model.tuned.parameters()) {
            info.tuned.push_back(name);
        }
        if (model.prompts) {
            info.promptPool = model.prompts->options().pool;
            info.promptLength = model.prompts->options().length;
            info.promptsChosen = model.prompts->options().chosen;
        }
    }
    return info;
}

void writePackage(const std::filesystem::path &file, const PackageInfo &info, const RunModel &model,
                  const TaskModel &learned)
{
    NamedTensors tensors;
    for (const int owner : info.stored) {
        append(tensors, model.bank.parameters(owner));
    }
    append(tensors, learned.gates.parameters());
    append(tensors, learned.head->parameters());
    for (const auto &[name, tensor] : learned.kept) {
        tensors.emplace_back(kKept + name, tensor);
    }
    if (info.signature) {
        append(tensors, learned.signature->parameters());
    }
    if (!info.tuned.empty()) {
        append(tensors, model.tuned.parameters());
    }
    if (info.promptPool > 0) {
        append(tensors, model.prompts->parameters());
    }
    for (auto &[name, tensor] : tensors) {
        tensor = tensor.detach();
    }
    makeFolder(file.parent_path());
    saveTensors(file, tensors, toMetadata(info));
}

PackageInfo readPackageInfo(const std::filesystem::path &file)
{
    return damagedUnlessSound([&] { return packageInfoOf(SafetensorsFile::open(file).metadata(), file.string()); });
}

Package readPackage(const std::filesystem::path &file)
{
    return damagedUnlessSound([&] {
        const SafetensorsFile opened = SafetensorsFile::open(file);
        Package package{.info = packageInfoOf(opened.metadata(), file.string()), .tensors = {}};
        for (const auto &[name, view] : opened.tensors()) {
            package.tensors[name] = toTensor(view);
        }
        requireKeys(package.info, package.tensors, file.string());
        return package;
    });
}

void requireBackbone(const PackageInfo &info, const Backbone &backbone, const std::string &file)
{
    if (info.backboneSha256 != backbone.sha256()) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence",
                                          "The task package %1 was trained on the backbone %2, but this one is %3."),
                        file, info.backboneSha256.substr(0, 12), backbone.sha256().substr(0, 12)),
                    say(QT_TRANSLATE_NOOP("Sentence", "Give the backbone that the run was trained on.")));
    }
}

void installPackage(Package package, const std::string &file, RunModel &model)
{
    const PackageInfo &info = package.info;
    if (info.width != model.bank.width() || info.layers != model.bank.layers() ||
        info.bottleneck != model.bank.bottleneck() || info.index != static_cast<int>(model.learned.size())) {
        throw Error(ErrorCode::Damaged,
                    say(QT_TRANSLATE_NOOP("Sentence", "The task package %1 does not belong to this run (width, layers, "
                                                      "bottleneck or place in the sequence are others)."),
                        file),
                    say(kRestore));
    }
    try {
        for (const int owner : info.stored) {
            if (model.bank.hasTask(owner)) {
                model.bank.removeTask(owner);  // an adapter that later tasks trained further
            }
            model.bank.load(owner, package.tensors);
        }
        auto generator = at::make_generator<at::CPUGeneratorImpl>();
        TaskModel learned{.task = info.index,
                          .gates = GateSet::load(info.layers, info.width, package.tensors),
                          .head = makeTaskHead(info.headForm, info.task, info.head, generator)};
        learned.head->load(package.tensors);
        learned.head->setTrainable(false);
        learned.temperature = info.temperature;
        learned.tuned = takeNamed(package.tensors, info.tuned, 0);
        learned.kept = takeNamed(package.tensors, info.kept, std::string_view(kKept).size());
        if (info.signature) {
            learned.signature = TaskSignature::load(package.tensors);
        }
        installPrompts(info, package.tensors, model);
        requireEmpty(package.tensors, file);
        requireMixedAdapters(learned, model, file);
        model.learned.push_back(std::move(learned));
    } catch (const Error &error) {
        if (error.code() == ErrorCode::BadInput) {
            throw Error(
                ErrorCode::Damaged,
                say(QT_TRANSLATE_NOOP("Sentence", "The task package %1 is damaged: %2"), file, error.sentence()),
                say(kRestore));
        }
        throw;
    }
}

void installPackages(const std::filesystem::path &modelFolder, const std::vector<std::string> &tasks, int count,
                     const Backbone &backbone, bool newest, RunModel &model)
{
    for (int i = 0; i < count; ++i) {
        const std::filesystem::path file = packageFile(modelFolder, tasks[static_cast<std::size_t>(i)]);
        Package package = readPackage(file);
        requireBackbone(package.info, backbone, file.string());
        installPackage(std::move(package), file.string(), model);
        if (newest) {
            damagedUnlessSound([&model] { model.adoptNewest(); });
        }
    }
}

}  // namespace atlas::engine
