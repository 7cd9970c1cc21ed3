#include "engine/insight/out_of_fold.h"

#include "engine/insight/folds.h"
#include "engine/learning/logistic_regression.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>
#include <array>

namespace atlas::engine {
namespace {

constexpr std::array kStrengths{0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0};
constexpr std::int64_t kMostLearned = 5000;
constexpr std::int64_t kFewestLabelled = 10;
constexpr std::int64_t kFewestClasses = 2;
constexpr double kShownTolerance = 1e-3;  ///< of probabilities that are shown with two digits
constexpr std::int64_t kAnswered = 4096;

at::Tensor asTensor(const std::vector<std::int64_t> &values)
{
    return torch::tensor(values, torch::kLong);
}

/// Labels over the classes that any sample carries, in both forms that losses take.
struct FoldTruth {
    std::vector<std::int64_t> present;  ///< classes that some sample carries
    at::Tensor indices;                 ///< (n) int64 among `present`: the only class; 0 where there is none
    at::Tensor carried;                 ///< (n, present) float; several labels only
};

FoldTruth truthOf(const OutOfFoldProblem &problem, const std::vector<std::int64_t> &counts)
{
    FoldTruth truth;
    std::vector<std::int64_t> place(counts.size(), -1);
    for (std::size_t label = 0; label < counts.size(); ++label) {
        if (counts[label] > 0) {
            place[label] = static_cast<std::int64_t>(truth.present.size());
            truth.present.push_back(static_cast<std::int64_t>(label));
        }
    }
    const auto n = static_cast<std::int64_t>(problem.carried.size());
    truth.indices = torch::zeros({n}, torch::kLong);
    truth.carried = torch::zeros({problem.multiLabel ? n : 0, static_cast<std::int64_t>(truth.present.size())});
    for (std::int64_t i = 0; i < n; ++i) {
        for (const int label : problem.carried[static_cast<std::size_t>(i)]) {
            const std::int64_t column = place[static_cast<std::size_t>(label)];
            truth.indices.data_ptr<std::int64_t>()[i] = column;
            if (problem.multiLabel) {
                truth.carried.data_ptr<float>()[i * truth.carried.size(1) + column] = 1;
            }
        }
    }
    return truth;
}

/// Mean log loss; of several labels the sum over classes.  Shapes: scores (m, present), places (m) -> scalar
at::Tensor logLoss(const OutOfFoldProblem &problem, const FoldTruth &truth, const at::Tensor &scores,
                   const at::Tensor &places)
{
    if (problem.multiLabel) {
        return torch::binary_cross_entropy_with_logits(scores, truth.carried.index_select(0, places), {}, {},
                                                       at::Reduction::Sum) /
               std::max<std::int64_t>(1, scores.size(0));
    }
    return torch::cross_entropy_loss(scores, truth.indices.index_select(0, places));
}

/// One fold: its classifier learns from the others.
struct FoldFit {
    at::Tensor fitted;  ///< places of the others' samples
    at::Tensor held;    ///< places of its own
    at::Tensor rows;    ///< of the fitted
    LogisticSolution solution{};
};

std::vector<FoldFit> foldsOf(const OutOfFoldProblem &problem, const std::vector<int> &folds,
                             const std::vector<std::int64_t> &subset)
{
    std::vector<FoldFit> made;
    for (int fold = 0; fold < kInsightFolds; ++fold) {
        std::vector<std::int64_t> held, fitted;
        for (const std::int64_t place : subset) {
            (folds[static_cast<std::size_t>(place)] == fold ? held : fitted).push_back(place);
        }
        const at::Tensor others = asTensor(fitted);
        made.push_back({.fitted = others, .held = asTensor(held), .rows = problem.rows.index_select(0, others)});
    }
    return made;
}

/// Fits all folds with one C.  -> mean log loss over the samples held out
double fitAll(const OutOfFoldProblem &problem, const FoldTruth &truth, double c, std::vector<FoldFit> &folds,
              const std::function<void()> &check)
{
    double sum = 0;
    std::int64_t held = 0;
    for (FoldFit &fold : folds) {
        if (fold.fitted.numel() == 0) {
            continue;  // all samples belong together
        }
        const LogisticProblem logistic{
            .rows = fold.rows,
            .outputs = static_cast<std::int64_t>(truth.present.size()),
            .samples = fold.fitted.numel(),
            .loss = [&](const at::Tensor &scores) { return logLoss(problem, truth, scores, fold.fitted); },
            .tolerance = kShownTolerance};
        fold.solution = fitLogistic(logistic, c, fold.solution, check);
        if (fold.held.numel() > 0) {
            const torch::NoGradGuard frozen;
            const at::Tensor scores =
                torch::linear(problem.rows.index_select(0, fold.held), fold.solution.weight, fold.solution.bias);
            sum += logLoss(problem, truth, scores, fold.held).item<double>() * static_cast<double>(fold.held.numel());
            held += fold.held.numel();
        }
    }
    return sum / static_cast<double>(std::max<std::int64_t>(1, held));
}

/// Answers every sample.  Shapes: -> (n, K)
at::Tensor answerAll(const OutOfFoldProblem &problem, const FoldTruth &truth, const std::vector<int> &folds,
                     const std::vector<LogisticSolution> &solutions)
{
    const torch::NoGradGuard frozen;
    const std::int64_t n = problem.rows.size(0);
    const at::Tensor owner = torch::tensor(folds, torch::kInt);
    at::Tensor result = torch::zeros({n, problem.classes});
    const at::Tensor columns = asTensor(truth.present);
    for (std::int64_t begin = 0; begin < n; begin += kAnswered) {
        const std::int64_t count = std::min(kAnswered, n - begin);
        const at::Tensor rows = problem.rows.narrow(0, begin, count);
        const at::Tensor own = owner.narrow(0, begin, count).unsqueeze(1);
        at::Tensor block = torch::zeros({count, columns.numel()});
        at::Tensor weights = torch::zeros({count, 1});
        for (std::size_t fold = 0; fold < solutions.size(); ++fold) {
            if (!solutions[fold].weight.defined()) {
                continue;
            }
            const at::Tensor scores = torch::linear(rows, solutions[fold].weight, solutions[fold].bias);
            const at::Tensor counts = own.lt(0).logical_or(own.eq(static_cast<int>(fold))).to(torch::kFloat);
            block += counts * (problem.multiLabel ? scores.sigmoid() : scores.softmax(1));
            weights += counts;
        }
        result.narrow(0, begin, count).index_copy_(1, columns, block / weights.clamp_min(1));
    }
    return result;
}

std::vector<bool> judgedOf(const CarriedClasses &carried, const std::vector<int> &folds,
                           const std::vector<FoldFit> &fits, std::size_t classes)
{
    std::vector<std::array<bool, kInsightFolds>> known(classes);
    for (std::size_t fold = 0; fold < fits.size(); ++fold) {
        const at::Tensor &fitted = fits[fold].fitted;
        for (std::int64_t i = 0; i < fitted.numel(); ++i) {
            for (const int label : carried[static_cast<std::size_t>(fitted.data_ptr<std::int64_t>()[i])]) {
                known[static_cast<std::size_t>(label)][fold] = true;
            }
        }
    }
    std::vector<bool> judged(carried.size());
    for (std::size_t i = 0; i < carried.size(); ++i) {
        judged[i] = !carried[i].empty() && std::ranges::all_of(carried[i], [&](int label) {
            return known[static_cast<std::size_t>(label)][static_cast<std::size_t>(folds[i])];
        });
    }
    return judged;
}

}  // namespace

std::optional<OutOfFold> outOfFold(const OutOfFoldProblem &problem, const Step &step)
{
    const auto classes = static_cast<std::size_t>(problem.classes);
    const std::vector<std::int64_t> counts = countsOf(problem.carried, classes);
    const auto labelled = std::ranges::count_if(problem.carried, [](const auto &own) { return !own.empty(); });
    const auto used = std::ranges::count_if(counts, [](std::int64_t count) { return count > 0; });
    if (labelled < kFewestLabelled || used < kFewestClasses) {
        return std::nullopt;
    }
    OutOfFold result;
    result.folds = stratifiedFolds(problem.carried, problem.sets, counts, problem.seed);
    const std::vector<std::int64_t> subset =
        stratifiedSubset(problem.carried, result.folds, counts, kMostLearned, problem.seed);
    const FoldTruth truth = truthOf(problem, counts);
    std::vector<FoldFit> folds = foldsOf(problem, result.folds, subset);

    std::vector<LogisticSolution> best(folds.size());
    double least = 0;
    for (std::size_t i = 0; i < kStrengths.size(); ++i) {
        const auto done = static_cast<double>(i) / static_cast<double>(kStrengths.size());
        const double loss = fitAll(problem, truth, kStrengths[i], folds, [&] { step(done); });
        if (i > 0 && !(loss < least)) {
            break;
        }
        least = loss;
        result.c = kStrengths[i];
        std::ranges::transform(folds, best.begin(), &FoldFit::solution);
    }
    result.probabilities = answerAll(problem, truth, result.folds, best);
    result.judged = judgedOf(problem.carried, result.folds, folds, classes);
    return result;
}

}  // namespace atlas::engine
