#pragma once

#include "engine/learning/named_tensors.h"

namespace atlas::engine {

/// The EWC penalties of any number of tasks in the memory of one, by completing the square.
/// Formula: sum_k F_k (p - a_k)^2 = F (p - a)^2 + rest,  F = sum_k F_k,  a = sum_k F_k a_k / F.
/// Source: Kirkpatrick et al. 2017; Huszar 2018 on the sum of penalties.
class EwcMemory {
public:
    /// Adds a task: its Fisher information and the parameters it ended with.
    /// Requires: the same names and shapes in the same order as before.
    void add(const NamedTensors &anchor, const NamedTensors &fisher);

    bool empty() const { return m_fisher.empty(); }

    /// Formula: lambda sum_k sum_i F_k,i (p_i - a_k,i)^2, without the factor 1/2; a float32 scalar.
    /// Requires: not empty; the parameters are those the memory was made of, in the same order.
    at::Tensor penalty(const NamedTensors &parameters, double lambda) const;

    /// "fisher.{name}", "anchor.{name}" and "rest", fit for a file.
    NamedTensors state() const;
    /// `parameters` give names and order; nothing is loaded from an empty map.
    /// Errors: BadInput (missing key, other shape).
    static EwcMemory load(const NamedTensors &parameters, TensorMap from);

private:
    NamedTensors m_fisher;
    NamedTensors m_anchor;
    double m_rest = 0;
};

}  // namespace atlas::engine
