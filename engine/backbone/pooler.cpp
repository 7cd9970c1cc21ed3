#include "engine/backbone/pooler.h"

#include <torch/types.h>

namespace atlas::engine {

at::Tensor Pooler::operator()(const at::Tensor &lastHidden) const
{
    return at::tanh(m_dense(lastHidden.select(1, 0)));
}

}  // namespace atlas::engine
