#include "engine/training/predictor.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/tensor/runtime.h"
#include "engine/training/classifier.h"
#include "engine/training/decision/frozen_rows.h"
#include "engine/training/decision/router.h"
#include "engine/training/loaded_run.h"
#include "engine/training/near_samples.h"
#include "engine/training/prepared_task.h"
#include "engine/training/task_network.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>
#include <map>

namespace atlas::engine {
namespace {

/// Sums gate weights per adapter and row over the sites of one forward pass.
class RowGates {
public:
    GateListener listener()
    {
        return [this](int, Site, const std::vector<int> &adapters, const at::Tensor &weights) {
            const at::Tensor values = weights.to(torch::kCPU, torch::kDouble);
            for (std::size_t i = 0; i < adapters.size(); ++i) {
                const at::Tensor column = values.select(1, static_cast<std::int64_t>(i));
                at::Tensor &sum = m_sums[adapters[i]];
                sum = sum.defined() ? sum + column : column.clone();
                m_sites[adapters[i]] += 1;
            }
        };
    }

    void clear()
    {
        m_sums.clear();
        m_sites.clear();
    }

    /// Mean weight per adapter over sites and the rows [begin, begin + count).
    std::map<int, double> mean(std::int64_t begin, std::int64_t count) const
    {
        std::map<int, double> means;
        for (const auto &[adapter, sum] : m_sums) {
            means[adapter] = sum.narrow(0, begin, count).mean().item<double>() / m_sites.at(adapter);
        }
        return means;
    }

private:
    std::map<int, at::Tensor> m_sums;
    std::map<int, int> m_sites;
};

std::vector<double> rowOf(const at::Tensor &probabilities, std::int64_t row)
{
    const at::Tensor values = probabilities[row].to(torch::kCPU, torch::kDouble).contiguous();
    return {values.data_ptr<double>(), values.data_ptr<double>() + values.numel()};
}

/// The training samples of a task; nullopt where one of them cannot be read any more, which costs no answer.
std::optional<KnownSamples> knownSamples(LoadedRun &run, const PredictRequest &request, std::size_t place,
                                         Observer &observer, const std::stop_token &stop)
{
    try {
        return KnownSamples::of(run, request, place, observer, stop);
    } catch (const Error &error) {
        if (error.code() != ErrorCode::BadInput && error.code() != ErrorCode::NotFound) {
            throw;
        }
        observer.log(LogLevel::Warning, "No training samples are compared: " + error.message());
        return std::nullopt;
    }
}

/// Which training samples are like those that were answered, and how usual these are for the task.
void compareWithKnown(LoadedRun &run, const PredictRequest &request, std::size_t place, const FeatureSource &features,
                      std::vector<Answer> &answers, Observer &observer, const std::stop_token &stop)
{
    const PreparedSplit &split = features.split();
    const at::Tensor seen = headRows(request.tasks[place], features, run.limits(), stop);
    if (const std::optional<KnownSamples> known = knownSamples(run, request, place, observer, stop)) {
        for (std::size_t i = 0; i < answers.size(); ++i) {
            answers[i].nearest = known->nearest(seen[static_cast<std::int64_t>(i)], request.nearest);
            answers[i].compared = known->size();
        }
    }
    if (const std::optional<TaskSignature> &signature = run.model.learned[place].signature) {
        const std::vector<double> distances =
            signature->distances(frozenRows(*run.backbone, split, allPlaces(split.size()), run.limits(), stop));
        for (std::size_t i = 0; i < answers.size(); ++i) {
            answers[i].percentile = signature->percentile(distances[i]);
        }
    }
}

/// Answers of one task for some samples.
std::vector<Answer> answerTask(LoadedRun &run, const PredictRequest &request, std::size_t place,
                               const std::vector<const Sample *> &samples, Observer &observer,
                               const std::stop_token &stop)
{
    const Task &task = request.tasks[place];
    const TaskModel &learned = run.model.learned[place];
    const BatchLimits limits = run.limits();
    TaskNetwork network(*run.backbone, *run.strategy, run.model,
                        TaskNetwork::answering(*run.strategy, run.model, learned), limits);
    RowGates rowGates;
    if (AdapterHook *gates = network.gates()) {
        gates->listen(rowGates.listener());
    }
    const PreparedSplit split(*run.backbone, task, samples, availableCores(), std::make_shared<CacheBudget>(), observer,
                              stop);
    const std::unique_ptr<FeatureSource> features = network.features(split, stop);
    const Classifier classifier(task);
    std::vector<Answer> answers(samples.size());
    const std::vector<std::int64_t> all = allPlaces(split.size());
    const torch::NoGradGuard frozen;
    std::size_t done = 0;
    for (const MicroBatch &batch : makeMicroBatches(split, all, limits)) {
        throwIfStopped(stop);
        rowGates.clear();
        const at::Tensor probabilities = classifier.loss().probabilities(
            classifier.logits(*learned.head, *features, batch, stop) / learned.temperature);
        std::int64_t row = 0;
        for (std::size_t i = 0; i < batch.size(); ++i) {
            Answer &answer = answers[static_cast<std::size_t>(batch[i])];
            answer.task = task.name;
            answer.probabilities = rowOf(probabilities, static_cast<std::int64_t>(i));
            answer.predicted =
                static_cast<int>(std::ranges::max_element(answer.probabilities) - answer.probabilities.begin());
            for (const auto &[adapter, weight] : rowGates.mean(row, split.inputs(batch[i]))) {
                answer.gates.emplace_back(request.tasks[static_cast<std::size_t>(adapter)].name, weight);
            }
            row += split.inputs(batch[i]);
        }
        done += batch.size();
        observer.progress(static_cast<double>(done) / static_cast<double>(samples.size()),
                          say(QT_TRANSLATE_NOOP("Sentence", "Predicting")));
    }
    if (request.nearest > 0) {
        compareWithKnown(run, request, place, *features, answers, observer, stop);
    }
    return answers;
}

/// Answers of the tasks that the router finds for the samples.
std::vector<Answer> answerRouted(LoadedRun &run, const PredictRequest &request, Observer &observer,
                                 const std::stop_token &stop)
{
    observer.progress(-1, say(QT_TRANSLATE_NOOP("Sentence", "Finding out the task")));
    const RouterContext context{.backbone = *run.backbone,
                                .tasks = request.tasks,
                                .learned = run.model.learned,
                                .limits = run.limits(),
                                .threads = availableCores(),
                                .observer = observer,
                                .stop = stop};
    std::vector<std::vector<Route>> routes = Router(context).routes(addressesOf(request.samples));
    for (std::size_t i = 0; i < routes.size(); ++i) {
        if (routes[i].empty()) {
            const std::string &source = request.samples[i].source;
            throw Error(
                ErrorCode::BadInput,
                source.empty()
                    ? say(QT_TRANSLATE_NOOP("Sentence", "No task of this run takes a sample with these fields."))
                    : say(QT_TRANSLATE_NOOP("Sentence", "No task of this run takes a sample with these fields: %1."),
                          source),
                say(QT_TRANSLATE_NOOP("Sentence", "Give what one of its tasks needs: a picture, a text, or both.")));
        }
    }
    std::vector<Answer> answers(request.samples.size());
    for (std::size_t place = 0; place < run.model.learned.size(); ++place) {
        const Task &task = request.tasks[place];
        std::vector<Sample> samples;
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < routes.size(); ++i) {
            if (routes[i].front().task == task.name) {
                samples.push_back(asKind(taskKind(task.kind), request.samples[i]).value());
                places.push_back(i);
            }
        }
        if (samples.empty()) {
            continue;
        }
        std::vector<Answer> made = answerTask(run, request, place, addressesOf(samples), observer, stop);
        for (std::size_t i = 0; i < places.size(); ++i) {
            answers[places[i]] = std::move(made[i]);
            answers[places[i]].routes = routes[places[i]];
        }
    }
    return answers;
}

}  // namespace

std::vector<Answer> predictSamples(const PredictRequest &request, Observer &observer, const std::stop_token &stop)
{
    const bool routed = request.task.empty();
    const auto found = std::ranges::find(request.tasks, request.task, &Task::name);
    if (request.tasks.empty() || (!routed && found == request.tasks.end())) {
        throw Error(ErrorCode::Usage, say(QT_TRANSLATE_NOOP("Sentence", "The run has no task \"%1\"."), request.task),
                    say(QT_TRANSLATE_NOOP("Sentence", "Name one of the tasks of its sequence.")));
    }
    const auto place = routed ? std::size_t{0} : static_cast<std::size_t>(found - request.tasks.begin());
    startRuntime();
    observer.progress(-1, say(QT_TRANSLATE_NOOP("Sentence", "Loading the model")));
    LoadedRun run = loadRun(request.backboneFolder, request.modelFolder, request.tasks, place, request.precision);
    return routed ? answerRouted(run, request, observer, stop)
                  : answerTask(run, request, place, addressesOf(request.samples), observer, stop);
}

}  // namespace atlas::engine
