#include "engine/tensor/blas_kernels.h"

#include <dlfcn.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

namespace atlas::engine {

namespace {

/// Null where LibTorch brings another BLAS; never opened anew.
void *openBlas()
{
    return ::dlopen("libopenblas.so.0", RTLD_NOW | RTLD_NOLOAD);
}

template <typename Function>
Function find(void *library, const char *name)
{
    return reinterpret_cast<Function>(::dlsym(library, name));
}

}  // namespace

void setBlasThreads(int threads)
{
    void *library = openBlas();
    const auto set = library ? find<void (*)(int)>(library, "openblas_set_num_threads") : nullptr;
    if (set != nullptr) {
        set(threads);
    }
}

#if defined(__x86_64__)
namespace {

constexpr const char *kCoreVariable = "OPENBLAS_CORETYPE";

/// Cores without AVX that OpenBLAS falls back to.
constexpr std::array<std::string_view, 8> kOldCores{"Prescott", "Core2",   "Penryn",  "Dunnington",
                                                    "Atom",     "Nehalem", "generic", "Generic"};

/// The newest core whose kernels this processor can run, or null.
const char *newestCore()
{
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512cd")) {
        return "SkylakeX";
    }
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? "Haswell" : nullptr;
}

}  // namespace

void chooseBlasKernels()
{
    void *library = openBlas();
    if (library == nullptr || std::getenv(kCoreVariable) != nullptr) {
        return;
    }
    const auto coreName = find<char *(*)()>(library, "openblas_get_corename");
    const auto forget = find<void (*)()>(library, "gotoblas_dynamic_quit");
    const auto choose = find<void (*)()>(library, "gotoblas_dynamic_init");
    const char *core = newestCore();
    if (coreName != nullptr && forget != nullptr && choose != nullptr && core != nullptr &&
        std::find(kOldCores.begin(), kOldCores.end(), std::string_view(coreName())) != kOldCores.end()) {
        ::setenv(kCoreVariable, core, 0);
        forget();
        choose();
        ::unsetenv(kCoreVariable);
    }
}
#else
void chooseBlasKernels() {}
#endif

}  // namespace atlas::engine
