#include "engine/training/head_solver.h"

#include "core/error.h"
#include "core/scores.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/learning/logistic_regression.h"
#include "engine/training/evaluator.h"
#include "engine/training/seeds.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace atlas::engine {
namespace {

constexpr std::array kPenalties{0.001, 0.003, 0.01, 0.03, 0.1, 1.0, 10.0};
constexpr double kPenaltyUnvalidated = 1;
constexpr int kVainFits = 3;  ///< in a row that end the path of penalties
constexpr std::int64_t kFolds = 5;
constexpr std::int64_t kFewestDoubted = 10 * kFolds;  ///< samples under which folds tell nothing of a label
constexpr double kTolerance = 1e-4;                   ///< as scikit-learn's default

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

/// Some samples of a split, to be fitted to.
struct FittedSamples {
    const PreparedSplit &split;
    std::vector<std::int64_t> samples;  ///< places in the split
    at::Tensor rows;                    ///< (m, F), of them
    at::Tensor truth;                   ///< of them, as the task's loss takes it

    FittedSamples(const Classifier &classifier, const LabelledSplit &from, std::vector<std::int64_t> places,
                  at::Tensor inputs)
        : split(*from.split), samples(std::move(places)), rows(std::move(inputs)),
          truth(from.targets.of(classifier.loss()).index_select(0, torch::tensor(samples, torch::kLong)))
    {
    }

    /// Shapes: scores (m, K) -> logits of the samples, as the task's loss takes them.
    at::Tensor logits(const Classifier &classifier, const at::Tensor &scores) const
    {
        return classifier.arrange(scores, split, samples);
    }
};

/// Shapes: trust of all their samples (n) or undefined.  Requires: the classifier and the splits outlive the problem.
LogisticProblem logisticProblem(const Classifier &classifier, std::vector<FittedSamples> fitted, int outputs,
                                const at::Tensor &trust = {})
{
    LogisticProblem problem;
    problem.outputs = outputs;
    problem.tolerance = kTolerance;
    std::vector<at::Tensor> rows, truth;
    for (const FittedSamples &some : fitted) {
        rows.push_back(some.rows);
        truth.push_back(some.truth);
        problem.samples += static_cast<std::int64_t>(some.samples.size());
    }
    problem.rows = rows.size() == 1 ? rows.front() : torch::cat(rows);
    LossOptions options = plainObjective(classifier);
    options.sampleWeights = trust;
    problem.loss = [&classifier, fitted = std::move(fitted), truth = torch::cat(truth).to(problem.rows.device()),
                    options = std::move(options)](const at::Tensor &scores) {
        std::vector<at::Tensor> logits;
        std::int64_t begin = 0;
        for (const FittedSamples &some : fitted) {
            const std::int64_t count = some.rows.size(0);
            logits.push_back(some.logits(classifier, scores.narrow(0, begin, count)));
            begin += count;
        }
        return classifier.loss().compute(logits.size() == 1 ? logits.front() : torch::cat(logits), truth, options);
    };
    return problem;
}

/// A fit, and how well it does.
struct Fit {
    LogisticSolution solution;
    at::Tensor columns;
    at::Tensor trust{};
    double penalty = kPenaltyUnvalidated;
    double score = 0;
    double loss = 0;

    bool betterThan(const Fit &other) const
    {
        return !other.solution.weight.defined() || score > other.score || (score == other.score && loss < other.loss);
    }
};

/// Where the rows of the samples stand: one each, or one for every choice.  -> (rows) int64
at::Tensor placesOf(const std::vector<std::int64_t> &samples, const PreparedSplit &split, const Rows &rows)
{
    const bool oneEach = rows.inputs.size(0) == rows.samples;
    std::vector<std::int64_t> first{0};
    for (std::int64_t i = 0; i < rows.samples; ++i) {
        first.push_back(first.back() + (oneEach ? 1 : split.inputs(i)));
    }
    std::vector<std::int64_t> places;
    for (const std::int64_t sample : samples) {
        for (auto row = first[static_cast<std::size_t>(sample)]; row < first[static_cast<std::size_t>(sample) + 1];
             ++row) {
            places.push_back(row);
        }
    }
    return torch::tensor(places, torch::kLong);
}

/// p^q of each sample, p = the probability of its label, over its mean.  Shapes: logits (n, classes) -> (n)
at::Tensor trustBy(const Loss &loss, const at::Tensor &logits, const at::Tensor &truth, double q)
{
    const at::Tensor weights = torch::tensor(sampleLosses(loss, logits, truth), torch::kFloat).mul(-q).exp();
    return weights / weights.mean();
}

/// Of all training samples, each by a fit like the best to those of the other folds.  -> (n)
at::Tensor trustOf(const HeadProblem &problem, const Rows &rows, const Fit &best)
{
    const StagePart &part = problem.part;
    const Classifier &classifier = part.task.classifier;
    const PreparedSplit &split = part.train.split();
    const at::Tensor inputs = rows.inputs.index_select(1, best.columns);
    const std::vector<std::int64_t> order = shuffled(rows.samples, problem.seed);
    at::Tensor logits = torch::zeros({rows.samples, static_cast<std::int64_t>(part.task.data.task.classes.size())});
    for (std::int64_t fold = 0; fold < kFolds; ++fold) {
        problem.progress(static_cast<double>(fold) / kFolds,
                         say(QT_TRANSLATE_NOOP("Sentence", "trust in labels, part %1 of %2"), fold + 1, kFolds));
        std::vector<std::int64_t> own, others;
        for (std::int64_t i = 0; i < rows.samples; ++i) {
            (i % kFolds == fold ? own : others).push_back(order[static_cast<std::size_t>(i)]);
        }
        std::ranges::sort(own);
        std::ranges::sort(others);
        const LogisticProblem logistic = logisticProblem(
            classifier, {{classifier, part.task.train, others, inputs.index_select(0, placesOf(others, split, rows))}},
            static_cast<int>(best.solution.weight.size(0)));
        const LogisticSolution solution =
            fitLogistic(logistic, best.penalty, best.solution, [&] { throwIfStopped(problem.stop); });
        const torch::NoGradGuard frozen;
        const at::Tensor scores =
            torch::linear(inputs.index_select(0, placesOf(own, split, rows)), solution.weight, solution.bias);
        logits.index_copy_(0, torch::tensor(own, torch::kLong), classifier.arrange(scores, split, own).to(torch::kCPU));
    }
    return trustBy(classifier.loss(), logits, part.task.train.targets.of(classifier.loss()), problem.labelDoubt);
}

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
    // From strong penalties to weak ones: from somewhere on it only overfits, and slowly.
    const auto followPath = [&](const at::Tensor &columns, double strongest, const at::Tensor &trust) {
        const Classifier &classifier = part.task.classifier;
        const LogisticProblem logistic = logisticProblem(
            classifier, {{classifier, part.task.train, allPlaces(rows.samples), rows.inputs.index_select(1, columns)}},
            linear->outputs(), trust);
        Fit fit{.solution = {}, .columns = columns, .trust = trust};
        Fit own;  // the best of this path
        int vain = 0;
        for (const double penalty : penalties) {
            if (penalty < strongest) {
                continue;
            }
            problem.progress(static_cast<double>(step) / static_cast<double>(fits),
                             say(QT_TRANSLATE_NOOP("Sentence", "fit %1 of %2"), step + 1, fits));
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
                break;
            }
        }
        if (own.betterThan(best)) {
            best = own;
        }
    };
    for (const at::Tensor &columns : rows.candidates) {
        followPath(columns, 0, {});
    }
    if (problem.labelDoubt > 0 && part.validation != nullptr && task.labelForm == LabelForm::Single &&
        rows.samples >= kFewestDoubted) {
        followPath(best.columns, best.penalty, trustOf(problem, rows, best));
    }
    put(best, *linear);
    problem.observer.log(LogLevel::Info, "Task " + task.name + ": logistic regression on " +
                                             std::to_string(best.columns.numel()) +
                                             " features, C = " + std::to_string(best.penalty) +
                                             (best.trust.defined() ? ", doubtful labels count less." : "."));
    state.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    state.finished = true;
    return {.columns = best.columns, .penalty = best.penalty, .trust = best.trust};
}

void refit(LinearClassifier &linear, const SolvedHead &solved, double labelDoubt, std::int64_t width,
           const PreparedTask &task, const FeatureSource &train, const FeatureSource &validation,
           const std::stop_token &stop)
{
    const Classifier &classifier = task.classifier;
    std::vector<FittedSamples> fitted;
    for (const auto &[features, labelled] : {std::pair{&train, &task.train}, {&validation, &task.validation}}) {
        const std::vector<std::int64_t> all = allPlaces(features->split().size());
        const at::Tensor rows = features->rows(all, stop).to(torch::kFloat).reshape({-1, width});
        fitted.emplace_back(classifier, *labelled, all,
                            linear.standardised(rows.index_select(1, solved.columns.to(rows.device()))));
    }
    at::Tensor trust;
    if (solved.trust.defined()) {
        const torch::NoGradGuard frozen;
        const FittedSamples &unseen = fitted.back();
        const at::Tensor scores = torch::linear(unseen.rows, linear.weight(), linear.bias());
        trust = torch::cat({solved.trust, trustBy(classifier.loss(), unseen.logits(classifier, scores).to(torch::kCPU),
                                                  unseen.truth, labelDoubt)});
    }
    const LogisticProblem problem = logisticProblem(classifier, std::move(fitted), linear.outputs(), trust);
    const auto check = [&] { throwIfStopped(stop); };
    const LogisticSolution solution =
        fitLogistic(problem, solved.penalty, {.weight = linear.weight(), .bias = linear.bias()}, check);
    linear.set(solution.weight, solution.bias);
}

}  // namespace atlas::engine
