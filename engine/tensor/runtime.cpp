#include "engine/tensor/runtime.h"

#include "core/allocator.h"
#include "engine/tensor/blas_kernels.h"

#include <torch/types.h>

#include <sched.h>

#if defined(__x86_64__)
#include <cpuid.h>
#endif

#include <algorithm>
#include <mutex>
#include <thread>

namespace atlas::engine {
namespace {

#if defined(__x86_64__)
/// Which register states the system saves for programs; an instruction set without its state cannot be used.
unsigned enabledStates()
{
    unsigned eax = 0;
    unsigned ebx = 0;
    unsigned ecx = 0;
    unsigned edx = 0;
    if (!__get_cpuid(1, &eax, &ebx, &ecx, &edx) || (ecx & bit_OSXSAVE) == 0) {
        return 0;
    }
    unsigned low = 0;
    unsigned high = 0;
    __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return low;
}

bool findNativeBf16()
{
    constexpr unsigned kAvx512States = 0xe6;     // SSE, AVX, opmask and both ZMM halves
    constexpr unsigned kAmxStates = 0x3U << 17;  // tile configuration and tile data
    constexpr unsigned kAvx512Bf16 = 1U << 5;    // leaf 7.1, EAX
    constexpr unsigned kAmxBf16 = 1U << 22;      // leaf 7.0, EDX
    unsigned eax = 0;
    unsigned ebx = 0;
    unsigned ecx = 0;
    unsigned edx = 0;
    const unsigned states = enabledStates();
    if (!__get_cpuid_count(7, 0, &eax, &ebx, &ecx, &edx)) {
        return false;
    }
    if ((edx & kAmxBf16) != 0 && (states & kAmxStates) == kAmxStates) {
        return true;
    }
    return __get_cpuid_count(7, 1, &eax, &ebx, &ecx, &edx) && (eax & kAvx512Bf16) != 0 &&
           (states & kAvx512States) == kAvx512States;
}
#else
bool findNativeBf16()
{
    return false;  // not measured on other processors: fp32 is the safe choice there
}
#endif

}  // namespace

int availableCores()
{
    cpu_set_t set;
    CPU_ZERO(&set);
    if (sched_getaffinity(0, sizeof set, &set) == 0) {
        return std::max(1, CPU_COUNT(&set));
    }
    return static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

bool nativeBf16()
{
    static const bool native = findNativeBf16();
    return native;
}

void startRuntime(int threads)
{
    static std::once_flag tuned;
    std::call_once(tuned, [] {
        keepLargeBlocks();
        chooseBlasKernels();
    });
    const int count = threads > 0 ? threads : availableCores();
    at::set_num_threads(count);
    setBlasThreads(count);
}

OneThreadPerCall::OneThreadPerCall() : m_before(at::get_num_threads())
{
    startRuntime(1);
}

OneThreadPerCall::~OneThreadPerCall()
{
    startRuntime(m_before);
}

}  // namespace atlas::engine
