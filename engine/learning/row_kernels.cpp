#include "engine/learning/row_kernels.h"

namespace atlas::engine {

#define ATLAS_DECLARE_KERNELS(processor)                                                                               \
    namespace processor {                                                                                              \
    extern const RowKernels<float, float> kFloat32;                                                                    \
    extern const RowKernels<Bf16, float> kBfloat16;                                                                    \
    extern const RowKernels<double, double> kFloat64;                                                                  \
    }

ATLAS_DECLARE_KERNELS(plain)
#ifdef ATLAS_X86_KERNELS
ATLAS_DECLARE_KERNELS(avx2)
ATLAS_DECLARE_KERNELS(avx512)
#endif
#undef ATLAS_DECLARE_KERNELS

#ifdef ATLAS_X86_KERNELS
namespace {

bool hasAvx512()
{
    static const bool found = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                              __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
    return found;
}

bool hasAvx2()
{
    static const bool found = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    return found;
}

}  // namespace

#define ATLAS_CHOOSE(name) hasAvx512() ? avx512::name : hasAvx2() ? avx2::name : plain::name
#else
#define ATLAS_CHOOSE(name) plain::name
#endif

template <>
const RowKernels<float, float> &rowKernels()
{
    return ATLAS_CHOOSE(kFloat32);
}

template <>
const RowKernels<Bf16, float> &rowKernels()
{
    return ATLAS_CHOOSE(kBfloat16);
}

template <>
const RowKernels<double, double> &rowKernels()
{
    return ATLAS_CHOOSE(kFloat64);
}

}  // namespace atlas::engine
