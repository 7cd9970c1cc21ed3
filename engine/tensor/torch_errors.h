#pragma once

#include "core/sentence.h"

#include <string>
#include <utility>

namespace atlas::engine {

/// To be called inside a catch block: throws what is being handled as atlas::Error. Errors of ours pass unchanged;
/// LibTorch's and std::bad_alloc become OutOfMemory, Device or Internal. `doing` says in words what failed
/// ("Training task notes").
[[noreturn]] void rethrowAsError(const Sentence &doing);

/// Runs `work` at the engine's edge: nothing but atlas::Error leaves it.
template <class Work>
decltype(auto) withTorchErrors(const Sentence &doing, Work &&work)
{
    try {
        return std::forward<Work>(work)();
    } catch (...) {
        rethrowAsError(doing);
    }
}

}  // namespace atlas::engine
