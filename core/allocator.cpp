#include "core/allocator.h"

#include <climits>  // also says whether the C library is glibc

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace atlas {

void keepLargeBlocks() noexcept
{
#if defined(__GLIBC__)
    constexpr int kTopPadBytes = 256 << 20;
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, INT_MAX);
    mallopt(M_TOP_PAD, kTopPadBytes);
#endif
}

}  // namespace atlas
