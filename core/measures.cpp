#include "core/measures.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace atlas {
namespace {

/// A figure that a cell was missing for is none.
std::optional<double> ifMeasured(double value)
{
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

/// mean_{j<T-1} f(j); not defined for fewer than two tasks.
template <typename Function>
std::optional<double> meanOverOldTasks(const AccuracyMatrix &matrix, Function function)
{
    if (matrix.size() < 2) {
        return std::nullopt;
    }
    double sum = 0;
    for (std::size_t j = 0; j + 1 < matrix.size(); ++j) {
        sum += function(j);
    }
    return ifMeasured(sum / static_cast<double>(matrix.size() - 1));
}

/// max_{first<=l<=T-2} R[l][j]
double bestBeforeLast(const AccuracyMatrix &matrix, std::size_t task, std::size_t first)
{
    double best = matrix[first][task];
    for (std::size_t l = first; l + 1 < matrix.size(); ++l) {
        best = std::max(best, matrix[l][task]);
    }
    return best;
}

std::optional<double> relative(double numerator, double denominator, double standardError)
{
    if (std::isnan(numerator) || denominator <= 0 || denominator < standardError) {
        return std::nullopt;
    }
    return 100 * numerator / denominator;
}

bool isFull(const AccuracyMatrix &matrix)
{
    return std::ranges::all_of(matrix, [&](const auto &row) { return row.size() >= matrix.size(); });
}

}  // namespace

std::optional<double> averageAccuracy(const AccuracyMatrix &matrix)
{
    if (matrix.empty()) {
        return std::nullopt;
    }
    const std::vector<double> &last = matrix.back();
    const auto tasks = static_cast<std::ptrdiff_t>(matrix.size());
    return ifMeasured(std::accumulate(last.begin(), last.begin() + tasks, 0.0) / static_cast<double>(tasks));
}

std::optional<double> averageIncremental(const AccuracyMatrix &matrix)
{
    if (matrix.empty()) {
        return std::nullopt;
    }
    double sum = 0;
    for (std::size_t i = 0; i < matrix.size(); ++i) {
        const auto learned = static_cast<std::ptrdiff_t>(i + 1);
        sum += std::accumulate(matrix[i].begin(), matrix[i].begin() + learned, 0.0) / static_cast<double>(learned);
    }
    return ifMeasured(sum / static_cast<double>(matrix.size()));
}

std::optional<double> backwardTransfer(const AccuracyMatrix &matrix)
{
    return meanOverOldTasks(matrix, [&](std::size_t j) { return matrix.back()[j] - matrix[j][j]; });
}

std::optional<double> forwardTransfer(const AccuracyMatrix &matrix, std::span<const double> random)
{
    if (matrix.size() < 2 || random.size() < matrix.size()) {
        return std::nullopt;
    }
    double sum = 0;
    for (std::size_t j = 1; j < matrix.size(); ++j) {
        if (matrix[j - 1].size() <= j) {
            return std::nullopt;
        }
        sum += matrix[j - 1][j] - random[j];
    }
    return ifMeasured(sum / static_cast<double>(matrix.size() - 1));
}

std::optional<double> forgettingFromFirst(const AccuracyMatrix &matrix)
{
    return meanOverOldTasks(matrix, [&](std::size_t j) { return forgettingOf(matrix, j, matrix.size() - 1); });
}

std::optional<double> forgettingFromMax(const AccuracyMatrix &matrix)
{
    return meanOverOldTasks(matrix, [&](std::size_t j) { return bestOf(matrix, j) - matrix.back()[j]; });
}

std::optional<double> forgettingFromAny(const AccuracyMatrix &matrix)
{
    if (!isFull(matrix)) {
        return std::nullopt;
    }
    return meanOverOldTasks(matrix, [&](std::size_t j) { return bestBeforeLast(matrix, j, 0) - matrix.back()[j]; });
}

std::optional<double> intransigence(const AccuracyMatrix &matrix, std::span<const double> joint)
{
    if (matrix.empty() || joint.size() < matrix.size()) {
        return std::nullopt;
    }
    double sum = 0;
    for (std::size_t i = 0; i < matrix.size(); ++i) {
        sum += joint[i] - matrix[i][i];
    }
    return ifMeasured(sum / static_cast<double>(matrix.size()));
}

double forgettingOf(const AccuracyMatrix &matrix, std::size_t task, std::size_t after)
{
    return matrix[task][task] - matrix[after][task];
}

double bestOf(const AccuracyMatrix &matrix, std::size_t task)
{
    return bestBeforeLast(matrix, task, task);
}

double worstAfter(const AccuracyMatrix &matrix, std::size_t task)
{
    double worst = matrix[task + 1][task];
    for (std::size_t l = task + 1; l < matrix.size(); ++l) {
        worst = std::min(worst, matrix[l][task]);
    }
    return worst;
}

std::optional<double> climbTransfer(double score, double single, double random, double standardError)
{
    return relative(score - single, single - random, standardError);
}

std::optional<double> climbForgetting(double best, double later, double random, double standardError)
{
    return relative(best - later, best - random, standardError);
}

double standardErrorOfShare(double share, double n)
{
    return n > 0 ? std::sqrt(std::max(0.0, share * (1 - share)) / n) : 0;
}

}  // namespace atlas
