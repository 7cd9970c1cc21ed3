#pragma once

#include "engine/backbone/weights.h"

#include <ATen/core/Tensor.h>

#include <string>

namespace atlas::engine {

/// Formula: y = x W^T + b.  Shapes: (..., in) -> (..., out), W (out, in), b (out) or undefined.
struct Linear {
    std::string name;
    at::Tensor weight;
    at::Tensor bias;

    static Linear make(WeightSource &source, const std::string &name, int out, int in, bool withBias = true);

    at::Tensor operator()(const at::Tensor &x) const;
    void visit(const WeightVisitor &visitor);
};

/// Formula: y = (x - mean) / sqrt(var + eps) * w + b over the last dimension; sums are kept in fp32 for bf16 too.
struct LayerNorm {
    std::string name;
    at::Tensor weight;
    at::Tensor bias;
    double eps = 1e-12;

    static LayerNorm make(WeightSource &source, const std::string &name, int width, double eps);

    at::Tensor operator()(const at::Tensor &x) const;
    void visit(const WeightVisitor &visitor);
};

}  // namespace atlas::engine
