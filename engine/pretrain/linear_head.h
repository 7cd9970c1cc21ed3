#pragma once

#include "engine/learning/named_tensors.h"
#include "engine/pretrain/random.h"

#include <string>

namespace atlas::engine {

/// A linear head that only pretraining uses.
/// Formula: y = x W^T + b.  Shapes: (B, in) -> (B, out).
class LinearHead {
public:
    LinearHead(const std::string &name, int in, int out, Random &random);

    at::Tensor operator()(const at::Tensor &x) const;
    NamedTensors parameters() const;

private:
    std::string m_name;
    at::Tensor m_weight;
    at::Tensor m_bias;
};

}  // namespace atlas::engine
