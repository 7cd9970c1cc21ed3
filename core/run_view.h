#pragma once

#include "core/run_table.h"

namespace atlas {

/// How somebody looks at the table of runs; projects keep such under names.
struct RunView {
    std::string filter = {};                               ///< core/run_filter.h
    std::optional<std::vector<std::string>> columns = {};  ///< ids (core/run_fields.h); nothing = what is telling
    std::string order = {};                                ///< id of the column that orders; empty = newest first
    bool descending = true;
    bool grouped = false;     ///< runs that differ in their seed alone are one row
    std::string pinned = {};  ///< uuid of the baseline, which stands on top; empty = none

    bool operator==(const RunView &) const = default;
};

std::string toJson(const RunView &view);
/// What is not there, or is not what it should be, stays as it is in a new view.
RunView runViewFromJson(const std::string &json);

/// These rows as the view has them: one entry for each row of what is shown, with the rows it stands for. What lacks
/// the figure of the order comes last, whatever the direction. The baseline is there even where `rows` lacks it.
std::vector<std::vector<std::size_t>> arrangeRuns(const RunScene &scene, std::span<const std::size_t> rows,
                                                  const RunView &view);

}  // namespace atlas
