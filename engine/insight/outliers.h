#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

namespace atlas::engine {

/// How far a sample lies from all others.
struct Outlyingness {
    double ratio = 1;     ///< its mean distance to its neighbours, by the median of all samples; 1 = typical
    bool lonely = false;  ///< further than the spread of the others explains
};

/// Formula: m_i = mean of sample i's distances, r_i = m_i / median(m); lonely where log r_i > 3.5 s, s = 1.4826
/// median(log r_j : r_j > 1), at least 0.05. On the logarithm, because distances are positive and skewed; s by the
/// upper half alone, because below the median they reach much further; the least s, so that where all lie alike nobody
/// is lonely for a trifle. (Of normal values 1 in 4,000 lies so far.) Distances are to be those of the features as they
/// are: centred or standardised ones hide strays.
/// Shapes: distances (n, k) -> (n)
/// Source: distance to neighbours, Ramaswamy et al. 2000; the limit of 3.5, Iglewicz & Hoaglin 1993.
std::vector<Outlyingness> outliersAmong(const at::Tensor &distances);

}  // namespace atlas::engine
