#include "engine/training/run_context.h"

#include "core/error.h"
#include "core/hash.h"
#include "core/scores.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/tensor/runtime.h"
#include "engine/training/classifier.h"
#include "engine/training/head_refresh.h"
#include "engine/training/open_feature_cache.h"
#include "engine/training/seeds.h"
#include "engine/training/strategy_registry.h"
#include "engine/training/upstream.h"

#include <nlohmann/json.hpp>
#include <torch/types.h>

#include <algorithm>
#include <set>

namespace atlas::engine {
namespace {

/// The strategy as the request asks for it.  Errors: Usage where it cannot go on from a finished run.
std::unique_ptr<Strategy> makeStrategy(const StrategyDescription &description, const Settings &settings,
                                       const TrainRequest &request)
{
    checkUpstream(request);
    std::unique_ptr<Strategy> strategy = description.make(settings);
    if (!request.upstream) {
        return strategy;
    }
    if (request.spec.origin.replaced >= 0) {
        return std::make_unique<HeadRefresh>(std::move(strategy), request.spec.origin.replaced);
    }
    if (!description.notDownstream.empty()) {
        throw Error(ErrorCode::Usage, say(description.notDownstream.c_str()),
                    say(QT_TRANSLATE_NOOP(
                        "Sentence", "Train a sequence with the task in it, or go on from a run of another strategy.")));
    }
    return strategy;
}

/// Everything about a task that can be wrong without looking at a picture.
void checkTask(const TaskData &data)
{
    const Classifier classifier(data.task);
    score(data.task.metric);
    if (data.train.empty() || data.test.empty()) {
        throw Error(ErrorCode::BadInput,
                    data.train.empty()
                        ? say(QT_TRANSLATE_NOOP("Sentence", "Task %1 has no training samples."), data.task.name)
                        : say(QT_TRANSLATE_NOOP("Sentence", "Task %1 has no test samples."), data.task.name),
                    say(QT_TRANSLATE_NOOP("Sentence", "Import or assign some, or take the task out of the sequence.")));
    }
}

std::string samplesHash(const std::vector<Sample> &samples)
{
    Sha256 hash;
    for (const Sample &sample : samples) {
        hash.add(std::to_string(sample.id) + "\n");
        for (const AssetRef *image :
             {sample.image ? &*sample.image : nullptr, sample.image2 ? &*sample.image2 : nullptr}) {
            hash.add(image ? image->sha256 + "\n" : "\n");
        }
        for (const std::string *text : {&sample.text, &sample.text2, &sample.question}) {
            hash.add(std::to_string(text->size()) + ":" + *text);
        }
        for (const std::string &choice : sample.choices) {
            hash.add(std::to_string(choice.size()) + ":" + choice);
        }
        for (const Label &label : sample.labels) {
            hash.add(nlohmann::json{label.name, label.weight}.dump());
        }
    }
    return hash.hex().substr(0, 16);
}

}  // namespace

RunModel RunContext::emptyModel() const
{
    const BackboneConfig &config = backbone->config();
    RunModel model{.bank = AdapterBank(config.width, strategy->bottleneck(config.width), config.layers)};
    if (const std::optional<int> lowest = strategy->lowestTunedLayer(config.layers)) {
        model.tuned = TunedWeights(*backbone, *lowest, !strategy->answersWithNewest());
    }
    if (const std::optional<PromptOptions> options = strategy->prompts()) {
        at::Generator generator =
            at::make_generator<at::CPUGeneratorImpl>(deriveSeed(request.spec.seed, {"prompts", "weights"}));
        model.prompts.emplace(*options, config.width, generator);
    }
    model.to(place.device);
    return model;
}

void RunContext::progress(int task, double fraction, const Sentence &what) const
{
    // Where several tasks are learned together, the places before them take no time; nor do tasks taken over.
    const auto count = static_cast<int>(taskNames.size());
    int before = 0;
    int all = 0;
    for (int i = firstPlace(request); i < count; ++i) {
        const int learns = strategy->learnedAt(i, count).empty() ? 0 : 1;
        before += i < task ? learns : 0;
        all += learns;
    }
    const std::vector<int> learned = strategy->learnedAt(task, count);
    const int named = learned.empty() ? task : learned.back();
    observer.progress((before + std::clamp(fraction, 0.0, 1.0)) / all,
                      say(QT_TRANSLATE_NOOP("Sentence", "Task %1 of %2 (%3), %4"), named + 1, taskNames.size(),
                          taskNames[static_cast<std::size_t>(named)], what));
}

RunContext makeRunContext(const TrainRequest &request, TrainObserver &observer, std::stop_token stop)
{
    const RunSpec &spec = request.spec;
    const StrategyDescription &description = strategyDescription(spec.strategy);
    const Settings settings(settingsOf(description), spec.settings);
    choosePlace(spec.device, spec.precision == "auto" ? "fp32" : spec.precision);  // refuses wrong names now
    if (request.tasks.empty()) {
        throw Error(ErrorCode::Usage, say(QT_TRANSLATE_NOOP("Sentence", "The sequence has no tasks.")),
                    say(QT_TRANSLATE_NOOP("Sentence", "Add at least one task to it.")));
    }
    std::set<std::string> names;
    for (const TaskData &data : request.tasks) {
        checkTask(data);
        if (!names.insert(data.task.name).second) {
            throw Error(
                ErrorCode::Usage,
                say(QT_TRANSLATE_NOOP("Sentence", "The task %1 stands in the sequence twice."), data.task.name),
                say(QT_TRANSLATE_NOOP(
                    "Sentence", "A task can be learned once per run; add it under another name to learn it again.")));
        }
    }

    RunContext context{.request = request,
                       .observer = observer,
                       .stop = std::move(stop),
                       .settings = settings,
                       .training = TrainingSettings(settings),
                       .strategy = makeStrategy(description, settings, request),
                       .backbone = {},
                       .place = {},
                       .threads = request.threads > 0 ? request.threads : availableCores(),
                       .limits = {},
                       .cache = std::make_shared<CacheBudget>(),
                       .taskNames = {}};
    observer.progress(-1, say(QT_TRANSLATE_NOOP("Sentence", "Loading the backbone")));
    startRuntime(context.threads);
    const ComputePlace place =
        choosePlace(spec.device, choosePrecision(spec.device, spec.precision, request.backboneFolder));
    context.place = place;
    context.backbone = loadBackbone(request.backboneFolder);
    if (!spec.backboneSha256.empty() && spec.backboneSha256 != context.backbone->sha256()) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP(
                            "Sentence", "The backbone in %1 is not the one this run was made for (%2 instead of %3)."),
                        request.backboneFolder.string(), context.backbone->sha256().substr(0, 12),
                        spec.backboneSha256.substr(0, 12)),
                    say(QT_TRANSLATE_NOOP("Sentence", "Restore that backbone, or start a new run with this one.")));
    }
    context.backbone->to(place.device, place.bf16);
    openFeatureCache(*context.backbone, request.cacheFolder, context.training.featureCacheBytes, observer);
    context.limits = {.width = context.backbone->config().width, .maxInputs = context.training.microBatch};
    context.cache->limit = context.training.cacheBytes;
    for (const TaskData &data : request.tasks) {
        context.taskNames.push_back(data.task.name);
    }
    // Settings that do not fit the backbone are refused now.
    context.strategy->bottleneck(context.limits.width);
    context.strategy->lowestTunedLayer(context.backbone->config().layers);
    observer.log(LogLevel::Info, "Training on " + place.describe() + ", " + std::to_string(context.threads) +
                                     " threads, backbone " + context.backbone->config().architecture + ".");
    return context;
}

nlohmann::json fingerprintOf(const RunContext &context)
{
    const RunSpec &spec = context.request.spec;
    nlohmann::json settings = context.settings.values();
    // These change speed and safety only, so they may be changed when a run is resumed.
    for (const char *key : {"cache_mb", "feature_cache_mb", "checkpoint_seconds"}) {
        settings.erase(key);
    }
    nlohmann::json tasks = nlohmann::json::array();
    for (const TaskData &data : context.request.tasks) {
        tasks.push_back({{"name", data.task.name},
                         {"kind", data.task.kind},
                         {"labels", labelFormName(data.task.labelForm)},
                         {"metric", data.task.metric},
                         {"classes", data.task.classes},
                         {"train", samplesHash(data.train)},
                         {"validation", samplesHash(data.validation)},
                         {"test", samplesHash(data.test)}});
    }
    return {{"strategy", spec.strategy},
            {"seed", spec.seed},
            {"max_train", spec.maxTrain},
            {"settings", std::move(settings)},
            {"precision", context.place.describe()},
            {"backbone", context.backbone->sha256()},
            {"tasks", std::move(tasks)}};
}

}  // namespace atlas::engine
