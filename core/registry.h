#pragma once

#include "core/comma_list.h"
#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <span>
#include <string>

namespace atlas {

/// The entry of that name in a registry. `what` is the word for such an entry, "strategy".
/// Errors: Usage, naming the entries there are.
template <typename Entry>
const Entry &findNamed(std::span<const Entry> entries, const std::string &name, const Sentence &what)
{
    for (const Entry &entry : entries) {
        if (entry.name == name) {
            return entry;
        }
    }
    throw Error(ErrorCode::Usage, say(QT_TRANSLATE_NOOP("Sentence", "There is no %1 \"%2\"."), what, name),
                say(QT_TRANSLATE_NOOP("Sentence", "Use one of: %1."), commaList(entries, &Entry::name)));
}

}  // namespace atlas
