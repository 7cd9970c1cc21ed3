#pragma once

#include <functional>
#include <string>

namespace atlas {

/// "a, b, c": what `text` says of each entry, a member or a function.
template <typename Range, typename Text = std::identity>
std::string commaList(const Range &entries, Text text = {})
{
    std::string list;
    for (const auto &entry : entries) {
        list += list.empty() ? "" : ", ";
        list += std::invoke(text, entry);
    }
    return list;
}

}  // namespace atlas
