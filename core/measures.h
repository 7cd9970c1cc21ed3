#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace atlas {

/// The accuracy matrix R[i][j]: score on task j after task i was learned; row i holds j = 0..i at least.
/// Cells above the diagonal (before a task was learned) may be present: row i then has T cells. A cell that was not
/// measured (tasks that were learned together have only the last row) is NaN; a measure that needs it is not defined.
using AccuracyMatrix = std::vector<std::vector<double>>;

/// The version of all formulas (these and core/measure_groups); stored beside every exported figure. Up by one when a
/// formula changes what it gives.
inline constexpr int kFormulaVersion = 1;

/// mean_j R[T-1][j].  Not defined (nullopt) for an empty matrix.
std::optional<double> averageAccuracy(const AccuracyMatrix &matrix);

/// mean_i mean_{j<=i} R[i][j]
std::optional<double> averageIncremental(const AccuracyMatrix &matrix);

/// mean_{j<T-1} R[T-1][j] - R[j][j]  (Lopez-Paz & Ranzato 2017).  Needs two tasks.
std::optional<double> backwardTransfer(const AccuracyMatrix &matrix);

/// mean_{j>=1} R[j-1][j] - b_j, b = score of an untrained model.  Needs two tasks and the cells above the diagonal.
std::optional<double> forwardTransfer(const AccuracyMatrix &matrix, std::span<const double> random);

/// mean_{j<T-1} R[j][j] - R[T-1][j].  Never clipped.
std::optional<double> forgettingFromFirst(const AccuracyMatrix &matrix);

/// mean_{j<T-1} max_{j<=l<=T-2} R[l][j] - R[T-1][j]  (Chaudhry et al. 2018).  Never clipped.
std::optional<double> forgettingFromMax(const AccuracyMatrix &matrix);

/// The same with l from 0 on: cells before the task was learned count too.  Needs a full matrix.
std::optional<double> forgettingFromAny(const AccuracyMatrix &matrix);

/// mean_i joint_i - R[i][i]
std::optional<double> intransigence(const AccuracyMatrix &matrix, std::span<const double> joint);

/// R[j][j] - R[i][j] for one task: how much of task j is gone after task i.
double forgettingOf(const AccuracyMatrix &matrix, std::size_t task, std::size_t after);

/// max_{j<=l<=T-2} R[l][j]: the best an old task was before the last one was learned.  Requires: task < T-1.
double bestOf(const AccuracyMatrix &matrix, std::size_t task);

/// min_{l>j} R[l][j]: the worst an old task was after a later one was learned.  Requires: task < T-1.
double worstAfter(const AccuracyMatrix &matrix, std::size_t task);

/// 100 (score - single) / (single - random)  (CLiMB).  Not defined when the denominator is 0 or less, or under
/// `standardError`: what is not better than guessing has nothing to be in percent of.
std::optional<double> climbTransfer(double score, double single, double random, double standardError = 0);

/// 100 (best - later) / (best - random)  (CLiMB).  Not defined as above.
std::optional<double> climbForgetting(double best, double later, double random, double standardError = 0);

/// sqrt(p (1 - p) / n): the standard error of a share.
double standardErrorOfShare(double share, double n);

}  // namespace atlas
