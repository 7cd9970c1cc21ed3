#include "engine/learning/head_products.h"

#include "engine/learning/head_products_cpu.h"
#include "engine/learning/head_products_matrix.h"

namespace atlas::engine {

at::Tensor contractHeads(const at::Tensor &h, const at::Tensor &z, const HeadPair &x)
{
    return cpu::fits(h, z) ? cpu::contractHeads(h, z, x) : matrix::contractHeads(h, z, x);
}

HeadPair gatherHeads(const at::Tensor &c, const at::Tensor &h, const at::Tensor &z)
{
    return cpu::fits(h, z) ? cpu::gatherHeads(c, h, z) : matrix::gatherHeads(c, h, z);
}

GradientSums sumGradients(const at::Tensor &g, const at::Tensor &h, const at::Tensor &v, const at::Tensor &z,
                          std::int64_t tasks)
{
    return cpu::fits(h, z) ? cpu::sumGradients(g, h, v, z, tasks) : matrix::sumGradients(g, h, v, z, tasks);
}

SpreadGradient spreadHeads(const SpreadInput &input, bool wantH)
{
    return cpu::fits(input.g, input.v) ? cpu::spreadHeads(input, wantH) : matrix::spreadHeads(input, wantH);
}

}  // namespace atlas::engine
