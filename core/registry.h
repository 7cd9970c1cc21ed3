#pragma once

#include "core/error.h"

#include <span>
#include <string>

namespace atlas {

/// The entry of that name in a registry. `what` is the word for such an entry, "strategy".
/// Errors: Usage, naming the entries there are.
template <typename Entry>
const Entry &findNamed(std::span<const Entry> entries, const std::string &name, const std::string &what)
{
    std::string names;
    for (const Entry &entry : entries) {
        if (entry.name == name) {
            return entry;
        }
        names += (names.empty() ? "" : ", ") + entry.name;
    }
    throw Error(ErrorCode::Usage, "There is no " + what + " \"" + name + "\".", "Use one of: " + names + ".");
}

}  // namespace atlas
