#pragma once

#include "engine/insight/neighbours.h"

#include <cstdint>

namespace atlas::engine {

/// The directions of greatest variance, by subspace iteration from a start drawn by the seed; the largest part of each
/// is positive, so that the sign is not a matter of chance.
/// Shapes: rows (n, F), centred -> (n, 2), scaled so that the first has standard deviation 1
at::Tensor principalMap(const at::Tensor &rows, std::uint64_t seed);

/// Places on a map on which neighbours lie together: principalMap() alone lays most classes over one another. Samples
/// are drawn to their neighbours, the nearer the stronger, and pushed away from samples drawn at random.
/// Formula: q(a, b) = 1 / (1 + 1.577 |a - b|^1.79) (UMAP's curve for a least distance of 0.1); by stochastic gradient
/// descent on sum over neighbours of w log q and over random pairs of log(1 - q), w_ij = exp(-(d_ij - d_i1) /
/// mean_j(d_ij - d_i1)), 5 random ones for a neighbour, steps that shrink to nothing.
/// Shapes: start (n, 2) -> (n, 2) float32, centred.  The same for the same seed; runs on one thread.
/// Errors: what `step` throws, within one pass over the samples.
/// Source: LargeVis, Tang et al. 2016; UMAP, McInnes et al. 2018.
at::Tensor neighbourMap(const at::Tensor &start, const Neighbours &neighbours, std::uint64_t seed, const Step &step);

}  // namespace atlas::engine
