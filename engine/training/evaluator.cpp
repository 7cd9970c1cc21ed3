#include "engine/training/evaluator.h"

#include "core/judging.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <chrono>

namespace atlas::engine {
namespace {

Judged judgeLogits(const Task &task, const Loss &loss, const at::Tensor &logits, const Targets &targets)
{
    Judged judged;
    judged.classes = static_cast<int>(task.classes.size());
    judged.labelForm = task.labelForm;
    judged.truth = targets.truth;
    const at::Tensor best = logits.argmax(1);
    const auto predicted = best.accessor<std::int64_t, 1>();
    for (std::int64_t row = 0; row < best.size(0); ++row) {
        judged.predicted.push_back(static_cast<int>(predicted[row]));
    }
    if (task.labelForm == LabelForm::Multi) {
        const at::Tensor probabilities = loss.probabilities(logits).to(torch::kFloat).contiguous();
        const auto values = probabilities.accessor<float, 2>();
        for (std::int64_t row = 0; row < values.size(0); ++row) {
            std::vector<int> chosen;
            for (std::int64_t column = 0; column < values.size(1); ++column) {
                if (static_cast<double>(values[row][column]) >= kChosen) {
                    chosen.push_back(static_cast<int>(column));
                }
            }
            judged.chosen.push_back(std::move(chosen));
        }
    }
    return judged;
}

}  // namespace

std::vector<double> Evaluation::sampleScores() const
{
    return atlas::sampleScores(judged);
}

std::vector<Prediction> Evaluation::predictions(const Classifier &classifier,
                                                const std::vector<const Sample *> &samples, double temperature) const
{
    const at::Tensor probabilities =
        classifier.loss().probabilities(logits / temperature).to(torch::kFloat).contiguous();
    const auto values = probabilities.accessor<float, 2>();
    const std::vector<double> scores = sampleScores();
    std::vector<Prediction> predictions(samples.size());
    for (std::size_t i = 0; i < samples.size(); ++i) {
        predictions[i] = {.sampleId = samples[i]->id,
                          .predicted = judged.predicted[i],
                          .expected = judged.expected(i),
                          .confidence = static_cast<double>(values[static_cast<std::int64_t>(i)][judged.predicted[i]]),
                          .score = scores[i]};
    }
    return predictions;
}

std::vector<double> sampleLosses(const Loss &loss, const at::Tensor &logits, const at::Tensor &truth)
{
    std::vector<double> losses;
    for (std::int64_t i = 0; i < logits.size(0); ++i) {
        losses.push_back(loss.compute(logits.narrow(0, i, 1), truth.narrow(0, i, 1)).item<double>());
    }
    return losses;
}

Evaluation evaluate(const Task &task, const Classifier &classifier, const TaskHead &head, const FeatureSource &features,
                    const Targets &targets, const BatchLimits &limits, const std::stop_token &stop,
                    const std::function<void(double)> &progress)
{
    const torch::NoGradGuard frozen;
    const auto begin = std::chrono::steady_clock::now();
    const std::int64_t n = features.split().size();
    const std::vector<std::int64_t> all = allPlaces(n);

    Evaluation evaluation;
    evaluation.logits = torch::empty({n, static_cast<std::int64_t>(task.classes.size())});
    std::int64_t done = 0;
    for (const MicroBatch &batch : makeMicroBatches(features.split(), all, limits)) {
        throwIfStopped(stop);
        const at::Tensor logits = classifier.logits(head, features, batch, stop).to(torch::kCPU, torch::kFloat);
        evaluation.logits.index_copy_(0, torch::tensor(batch, torch::kLong), logits);
        done += static_cast<std::int64_t>(batch.size());
        if (progress) {
            progress(static_cast<double>(done) / static_cast<double>(n));
        }
    }
    if (n > 0) {
        const Loss &loss = classifier.loss();
        evaluation.loss = loss.compute(evaluation.logits, targets.of(loss)).item<double>();
    }
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    evaluation.secondsPerSample = n > 0 ? taken.count() / static_cast<double>(n) : 0;
    evaluation.judged = judgeLogits(task, classifier.loss(), evaluation.logits, targets);
    return evaluation;
}

}  // namespace atlas::engine
