#pragma once

#include <cstdio>
#include <cstdlib>

namespace atlas::fuzz {

/// Ends the program where the code under test broke a promise, as a sanitizer does: the input is kept.
inline void promise(bool kept, const char *words)
{
    if (!kept) {
        std::fprintf(stderr, "Broken promise: %s\n", words);
        std::abort();
    }
}

}  // namespace atlas::fuzz
