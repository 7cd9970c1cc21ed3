#include "engine/embedders/dense_kernels.h"

namespace atlas::engine {

namespace plain {
extern const DenseKernels kDense;
}

#ifdef ATLAS_X86_KERNELS
namespace avx2 {
extern const DenseKernels kDense;
}
namespace avx512 {
extern const DenseKernels kDense;
}

const DenseKernels &denseKernels()
{
    static const bool hasAvx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                                  __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
    static const bool hasAvx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    return hasAvx512 ? avx512::kDense : hasAvx2 ? avx2::kDense : plain::kDense;
}
#else
const DenseKernels &denseKernels()
{
    return plain::kDense;
}
#endif

std::int64_t attentionScratch(std::int64_t tokens, std::int64_t headWidth)
{
    constexpr std::int64_t kMaxLanes = 16;
    constexpr std::int64_t kQueriesTogether = 4;
    const auto padded = [](std::int64_t n) { return (n + kMaxLanes - 1) / kMaxLanes * kMaxLanes; };
    return padded(tokens) * (headWidth + kQueriesTogether) + (tokens + kQueriesTogether) * padded(headWidth);
}

}  // namespace atlas::engine
