#include "engine/training/peak_memory.h"

#include <sys/resource.h>

#include <fstream>
#include <string>

namespace atlas::engine {

std::int64_t peakMemoryBytes()
{
    // VmHWM can be reset, ru_maxrss cannot.
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        if (word == "VmHWM:") {
            std::int64_t kibibytes = 0;
            if (status >> kibibytes) {
                return kibibytes * 1024;
            }
        }
    }
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::int64_t>(usage.ru_maxrss) * 1024;
}

void resetPeakMemory()
{
    std::ofstream("/proc/self/clear_refs") << "5";
}

}  // namespace atlas::engine
