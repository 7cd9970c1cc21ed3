#include "engine/training/prepared_task.h"

#include "engine/training/seeds.h"
#include "engine/training/upstream.h"

#include <torch/types.h>

#include <algorithm>

namespace atlas::engine {
namespace {

/// Validation runs after every epoch: beside few training samples a large split would cost more than the training. Half
/// as many as training samples, but 100 at least, cost about a sixth of an epoch.
std::int64_t validationLimit(std::int64_t maxTrain, std::int64_t wanted)
{
    if (maxTrain == 0) {
        return wanted;
    }
    const std::int64_t affordable = std::max<std::int64_t>(100, maxTrain / 2);
    return wanted == 0 ? affordable : std::min(wanted, affordable);
}

std::vector<const Sample *> chosenFor(std::uint64_t seed, const Task &task, const std::vector<Sample> &samples,
                                      std::int64_t limit, const char *use)
{
    return chooseSamples(samples, limit, deriveSeed(seed, {task.name, use, "subset"}));
}

}  // namespace

std::vector<const Sample *> chooseSamples(const std::vector<Sample> &samples, std::int64_t limit, std::uint64_t seed)
{
    const auto n = static_cast<std::int64_t>(samples.size());
    std::vector<std::int64_t> places = shuffled(n, seed);
    if (limit > 0 && limit < n) {
        places.resize(static_cast<std::size_t>(limit));
    }
    std::ranges::sort(places);
    std::vector<const Sample *> chosen;
    chosen.reserve(places.size());
    for (const std::int64_t place : places) {
        chosen.push_back(&samples[static_cast<std::size_t>(place)]);
    }
    return chosen;
}

std::vector<const Sample *> addressesOf(const std::vector<Sample> &samples)
{
    std::vector<const Sample *> pointers;
    pointers.reserve(samples.size());
    for (const Sample &sample : samples) {
        pointers.push_back(&sample);
    }
    return pointers;
}

std::vector<const Sample *> trainingSamples(const RunContext &context, int task)
{
    const TaskData &data = context.request.tasks[static_cast<std::size_t>(task)];
    const RunSpec &spec = drawnBy(context.request, task);
    return chosenFor(spec.seed, data.task, data.train, spec.maxTrain, "train");
}

LabelledSplit prepareSplit(const RunContext &context, const Task &task, std::vector<const Sample *> samples)
{
    LabelledSplit made;
    made.targets = encodeLabels(task, samples);
    made.split = std::make_unique<PreparedSplit>(*context.backbone, task, std::move(samples), context.threads,
                                                 context.cache, context.observer, context.stop);
    return made;
}

Classifier learningClassifier(const RunContext &context, int task, const Targets &train, std::string &told)
{
    const Task &data = context.request.tasks[static_cast<std::size_t>(task)].task;
    Classifier classifier(data);
    TaskObjective objective = objectiveFor(data, train.truth, context.training.loss);
    classifier.learnBy(std::move(objective.options));
    told = std::move(objective.told);
    return classifier;
}

PreparedTask prepareTask(const RunContext &context, int task)
{
    const TaskData &data = context.request.tasks[static_cast<std::size_t>(task)];
    PreparedTask prepared{.data = data, .classifier = Classifier(data.task), .train = {}, .validation = {}};
    prepared.train = prepareSplit(context, data.task, trainingSamples(context, task));
    std::string told;
    prepared.classifier = learningClassifier(context, task, prepared.train.targets, told);
    if (!told.empty()) {
        context.observer.log(LogLevel::Info, told);
    }
    if (data.validation.empty()) {
        context.observer.log(LogLevel::Warning, "Task " + data.task.name +
                                                    " has no validation samples: each stage runs to its last epoch "
                                                    "and the last weights are kept.");
    } else {
        const std::int64_t limit = validationLimit(context.request.spec.maxTrain, context.training.validationSamples);
        prepared.validation = prepareSplit(
            context, data.task, chosenFor(context.request.spec.seed, data.task, data.validation, limit, "validation"));
    }
    return prepared;
}

at::Tensor lossOf(const Classifier &classifier, const TaskHead &head, const FeatureSource &features,
                  const Targets &targets, const MicroBatch &samples, const std::stop_token &stop, at::Generator *step)
{
    const at::Tensor logits = classifier.logits(head, features, samples, stop, step);
    const at::Tensor rows = torch::tensor(samples, torch::kLong);
    const at::Tensor &truth = targets.of(classifier.loss());
    return classifier.loss().compute(logits, truth.index_select(0, rows).to(logits.device()), classifier.objective());
}

}  // namespace atlas::engine
