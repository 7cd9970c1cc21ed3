#include "engine/training/head_solver.h"

#include "core/error.h"
#include "core/scores.h"
#include "engine/learning/logistic_regression.h"
#include "engine/training/evaluator.h"

#include <torch/torch.h>

#include <array>
#include <chrono>

namespace atlas::engine {
namespace {

constexpr std::array kPenalties{0.001, 0.003, 0.01, 0.03, 0.1, 1.0, 10.0};
constexpr double kPenaltyUnvalidated = 1;
constexpr int kVainFits = 3;         ///< in a row that end the path of penalties
constexpr double kTolerance = 1e-4;  ///< as scikit-learn's default

/// What all fits have in common.
struct Rows {
    at::Tensor inputs;  ///< (m, inputs), standardised
    std::int64_t samples = 0;
    std::vector<at::Tensor> candidates;  ///< columns to be fitted on, each (used) int64
};

/// Columns that never change (parts that a task's samples lack) would only cost time: their weights stay 0.
std::vector<at::Tensor> candidatesOf(const at::Tensor &standardised, const std::vector<FeatureGroup> &groups,
                                     bool validated)
{
    at::Tensor live = standardised.abs().amax(0).gt(0).nonzero().squeeze(1);
    if (live.numel() == 0) {
        live = torch::zeros({1}, live.options());
    }
    std::vector<at::Tensor> alone;
    for (const FeatureGroup &group : groups) {
        const at::Tensor own = live.masked_select(live.ge(group.begin).logical_and(live.lt(group.begin + group.count)));
        if (own.numel() > 0) {
            alone.push_back(own);
        }
    }
    std::vector<at::Tensor> candidates{live};
    if (validated && alone.size() > 1) {
        candidates.insert(candidates.end(), alone.begin(), alone.end());
    }
    return candidates;
}

/// All training rows in the order of the samples.
Rows rowsOf(const HeadProblem &problem, LinearClassifier &head)
{
    const StagePart &part = problem.part;
    const std::vector<std::int64_t> all = allPlaces(part.train.split().size());
    const at::Tensor inputs = part.train.rows(all, problem.stop).to(torch::kFloat).reshape({-1, head.inputs()});
    head.standardiseBy(inputs);
    Rows rows{.inputs = head.standardised(inputs), .samples = static_cast<std::int64_t>(all.size()), .candidates = {}};
    rows.candidates = candidatesOf(rows.inputs, problem.groups, part.validation != nullptr);
    return rows;
}

/// Convex in plain form only: the task's own form and label smoothing are for gradient descent.
LossOptions plainObjective(const Classifier &classifier)
{
    return {.classWeights = classifier.objective().classWeights};
}

LogisticProblem logisticProblem(const StagePart &part, const Rows &rows, const at::Tensor &columns, int outputs)
{
    LogisticProblem problem;
    problem.rows = rows.inputs.index_select(1, columns);
    problem.outputs = outputs;
    problem.tolerance = kTolerance;
    problem.samples = rows.samples;
    const Classifier &classifier = part.task.classifier;
    const at::Tensor truth = part.task.train.targets.of(classifier.loss()).to(problem.rows.device());
    problem.loss = [&classifier, &split = part.train.split(), truth,
                    all = allPlaces(rows.samples)](const at::Tensor &scores) {
        return classifier.loss().compute(classifier.arrange(scores, split, all), truth, plainObjective(classifier));
    };
    return problem;
}

/// A fit, and how well it does.
struct Fit {
    LogisticSolution solution;
    at::Tensor columns;
    double penalty = kPenaltyUnvalidated;
    double score = 0;
    double loss = 0;

    bool betterThan(const Fit &other) const
    {
        return !other.solution.weight.defined() || score > other.score || (score == other.score && loss < other.loss);
    }
};

void put(const Fit &fit, LinearClassifier &head)
{
    head.set(torch::zeros({head.outputs(), head.inputs()}, fit.solution.weight.options())
                 .index_copy_(1, fit.columns, fit.solution.weight),
             fit.solution.bias);
}

}  // namespace

std::vector<FeatureGroup> groupsOfParts(const Backbone &backbone, int parts)
{
    std::vector<FeatureGroup> groups;
    for (int part = 0; part < parts; ++part) {
        for (FeatureGroup group : backbone.ownGroups()) {
            group.begin += std::int64_t{part} * backbone.ownWidth();
            groups.push_back(group);
        }
    }
    return groups;
}

SolvedHead solveHead(const HeadProblem &problem, TaskHead &head, StageState &state)
{
    auto *linear = dynamic_cast<LinearClassifier *>(&head);
    if (linear == nullptr) {
        throw Error(ErrorCode::Internal, "Only a linear head can be solved for.");
    }
    const auto begin = std::chrono::steady_clock::now();
    const StagePart &part = problem.part;
    const Task &task = part.task.data.task;
    const std::string context = task.name + "/" + problem.stage;
    const Rows rows = rowsOf(problem, *linear);
    const auto check = [&] { throwIfStopped(problem.stop); };

    const std::vector<double> penalties = part.validation != nullptr
                                              ? std::vector<double>(kPenalties.begin(), kPenalties.end())
                                              : std::vector<double>{kPenaltyUnvalidated};
    const auto fits = static_cast<std::int64_t>(rows.candidates.size() * penalties.size());
    std::int64_t step = 0;
    Fit best;
    for (const at::Tensor &columns : rows.candidates) {
        const LogisticProblem logistic = logisticProblem(part, rows, columns, linear->outputs());
        Fit fit{.solution = {}, .columns = columns};
        Fit own;  // the best on these columns
        int vain = 0;
        for (const double penalty : penalties) {
            problem.progress(static_cast<double>(step) / static_cast<double>(fits),
                             "fit " + std::to_string(step + 1) + " of " + std::to_string(fits));
            ++step;
            fit.penalty = penalty;
            fit.solution = fitLogistic(logistic, penalty, fit.solution, check);
            problem.observer.point({"loss", context}, {step, fit.solution.objective});
            if (part.validation != nullptr) {
                put(fit, *linear);
                const Evaluation evaluation = evaluate(task, part.task.classifier, *linear, *part.validation,
                                                       part.task.validation.targets, problem.limits, problem.stop);
                fit.score = score(task.metric).compute(evaluation.judged);
                fit.loss = evaluation.loss;
                problem.observer.point({"validation", context}, {step, fit.score});
            }
            state.samples += rows.samples;
            if (fit.betterThan(own)) {
                own = fit;
                vain = 0;
            } else if (++vain == kVainFits) {
                break;  // penalties go from strong to weak: from here on it only overfits, and slowly
            }
        }
        if (own.betterThan(best)) {
            best = own;
        }
    }
    put(best, *linear);
    problem.observer.log(LogLevel::Info, "Task " + task.name + ": logistic regression on " +
                                             std::to_string(best.columns.numel()) +
                                             " features, C = " + std::to_string(best.penalty) + ".");
    state.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    state.finished = true;
    return {.columns = best.columns, .penalty = best.penalty};
}

void refit(LinearClassifier &linear, const SolvedHead &solved, std::int64_t width, const PreparedTask &task,
           const FeatureSource &train, const FeatureSource &validation, const std::stop_token &stop)
{
    const Classifier &classifier = task.classifier;
    const Loss &loss = classifier.loss();
    struct Part {
        const PreparedSplit &split;
        std::vector<std::int64_t> samples;
        std::int64_t rows;
    };
    std::vector<Part> parts;
    std::vector<at::Tensor> inputs, truth;
    LogisticProblem problem;
    for (const auto &[features, labelled] : {std::pair{&train, &task.train}, {&validation, &task.validation}}) {
        const std::vector<std::int64_t> all = allPlaces(features->split().size());
        const at::Tensor rows = features->rows(all, stop).to(torch::kFloat).reshape({-1, width});
        inputs.push_back(linear.standardised(rows.index_select(1, solved.columns.to(rows.device()))));
        truth.push_back(labelled->targets.of(loss));
        parts.push_back({features->split(), all, rows.size(0)});
        problem.samples += static_cast<std::int64_t>(all.size());
    }
    problem.rows = torch::cat(inputs);
    problem.outputs = linear.outputs();
    problem.tolerance = kTolerance;
    problem.loss = [&, all = torch::cat(truth).to(problem.rows.device())](const at::Tensor &scores) {
        std::vector<at::Tensor> logits;
        std::int64_t begin = 0;
        for (const Part &part : parts) {
            logits.push_back(classifier.arrange(scores.narrow(0, begin, part.rows), part.split, part.samples));
            begin += part.rows;
        }
        return loss.compute(torch::cat(logits), all, plainObjective(classifier));
    };
    const auto check = [&] { throwIfStopped(stop); };
    const LogisticSolution solution =
        fitLogistic(problem, solved.penalty, {.weight = linear.weight(), .bias = linear.bias()}, check);
    linear.set(solution.weight, solution.bias);
}

}  // namespace atlas::engine
