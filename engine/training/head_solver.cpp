#include "engine/training/head_solver.h"

#include "core/error.h"
#include "core/scores.h"
#include "engine/learning/linear_classifier.h"
#include "engine/learning/logistic_regression.h"
#include "engine/training/evaluator.h"

#include <torch/torch.h>

#include <array>
#include <chrono>

namespace atlas::engine {
namespace {

constexpr std::array kPenalties{0.001, 0.003, 0.01, 0.03, 0.1, 1.0, 10.0};
constexpr double kPenaltyUnvalidated = 1;
constexpr double kTolerance = 1e-4;  ///< as scikit-learn's default

/// All training rows in the order of the samples, standardised, of them the columns `live` that change; and how a fit's
/// scores become the task's loss.
LogisticProblem problemOf(const StagePart &part, LinearClassifier &head, at::Tensor &live, const std::stop_token &stop)
{
    const std::vector<std::int64_t> all = allPlaces(part.train.split().size());
    const at::Tensor rows = part.train.rows(all, stop).to(torch::kFloat);
    const at::Tensor inputs = rows.reshape({-1, head.inputs()});
    head.standardiseBy(inputs);
    // Columns that never change (parts that a task's samples lack) would only cost time: their weights stay 0.
    live = head.standardised(inputs).abs().amax(0).gt(0).nonzero().squeeze(1);

    LogisticProblem problem;
    problem.rows = head.standardised(inputs).index_select(1, live);
    problem.outputs = head.outputs();
    problem.tolerance = kTolerance;
    problem.samples = static_cast<std::int64_t>(all.size());
    const Classifier &classifier = part.task.classifier;
    const Targets &targets = part.task.train.targets;
    const at::Tensor truth =
        (classifier.loss().floatTarget ? targets.weights : targets.indices).to(problem.rows.device());
    // Convex in plain form only: the task's own form and label smoothing are for gradient descent.
    const LossOptions weighted{.classWeights = classifier.objective().classWeights};
    problem.loss = [&classifier, &split = part.train.split(), truth, all, weighted](const at::Tensor &scores) {
        return classifier.loss().compute(classifier.arrange(scores, split, all), truth, weighted);
    };
    return problem;
}

}  // namespace

void solveHead(const HeadProblem &problem, TaskHead &head, StageState &state)
{
    auto *linear = dynamic_cast<LinearClassifier *>(&head);
    if (linear == nullptr) {
        throw Error(ErrorCode::Internal, "Only a linear head can be solved for.");
    }
    const auto begin = std::chrono::steady_clock::now();
    const StagePart &part = problem.part;
    const Task &task = part.task.data.task;
    const std::string context = task.name + "/" + problem.stage;
    at::Tensor live;
    const LogisticProblem logistic = problemOf(part, *linear, live, problem.stop);
    const auto put = [&](const LogisticSolution &solution) {
        linear->set(torch::zeros({linear->outputs(), linear->inputs()}, solution.weight.options())
                        .index_copy_(1, live, solution.weight),
                    solution.bias);
    };
    const auto check = [&] { throwIfStopped(problem.stop); };

    LogisticSolution solution;
    LogisticSolution best;
    double bestScore = 0;
    double bestLoss = 0;
    double bestPenalty = kPenaltyUnvalidated;
    for (std::size_t i = 0; i < kPenalties.size(); ++i) {
        if (part.validation == nullptr && kPenalties[i] != kPenaltyUnvalidated) {
            continue;
        }
        const auto step = static_cast<std::int64_t>(i + 1);
        problem.progress(static_cast<double>(i) / kPenalties.size(),
                         "fit " + std::to_string(step) + " of " + std::to_string(kPenalties.size()));
        solution = fitLogistic(logistic, kPenalties[i], solution, check);
        put(solution);
        problem.observer.point({"loss", context}, {step, solution.objective});
        bool better = !best.weight.defined();
        if (part.validation != nullptr) {
            const Evaluation evaluation = evaluate(task, part.task.classifier, *linear, *part.validation,
                                                   part.task.validation.targets, problem.limits, problem.stop);
            const double value = score(task.metric).compute(evaluation.judged);
            problem.observer.point({"validation", context}, {step, value});
            better = better || value > bestScore || (value == bestScore && evaluation.loss < bestLoss);
            if (better) {
                bestScore = value;
                bestLoss = evaluation.loss;
            }
        }
        if (better) {
            best = solution;
            bestPenalty = kPenalties[i];
        }
        state.samples += logistic.samples;
    }
    put(best);
    problem.observer.log(LogLevel::Info, "Task " + task.name + ": logistic regression on " +
                                             std::to_string(logistic.rows.size(1)) +
                                             " features, C = " + std::to_string(bestPenalty) + ".");
    state.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    state.finished = true;
}

}  // namespace atlas::engine
