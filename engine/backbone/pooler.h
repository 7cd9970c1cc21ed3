#pragma once

#include "engine/backbone/layers.h"

namespace atlas::engine {

/// Formula: tanh(W x[:, 0] + b).  Shapes: (B, L, d) -> (B, d).
class Pooler {
public:
    Pooler(int width, WeightSource &source, const std::string &prefix)
        : m_dense(Linear::make(source, prefix + "dense", width, width))
    {
    }

    at::Tensor operator()(const at::Tensor &lastHidden) const;
    void visit(const WeightVisitor &visitor) { m_dense.visit(visitor); }

private:
    Linear m_dense;
};

}  // namespace atlas::engine
