#include "core/idle_threads.h"

#include <cstdlib>

#if defined(__linux__)
#include <dlfcn.h>
#include <unistd.h>
#endif

namespace atlas {

void letIdleThreadsSleep(char **argv) noexcept
{
#if defined(__linux__)
    constexpr const char *kPolicy = "OMP_WAIT_POLICY";
    if (std::getenv(kPolicy) != nullptr || ::setenv(kPolicy, "passive", 0) != 0) {
        return;
    }
    if (::dlopen("libgomp.so.1", RTLD_NOW | RTLD_NOLOAD) != nullptr) {
        ::execv("/proc/self/exe", argv);  // returns only where it failed: slower, but the program works
    }
#else
    static_cast<void>(argv);
#endif
}

}  // namespace atlas
