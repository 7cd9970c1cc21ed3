#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace atlas::storage {

using FieldMap = std::vector<std::pair<std::string, std::string>>;  // field = column

/// What the columns of a table are called.
struct TableHeader {
    std::vector<std::string> columns;
    bool missing = false;  ///< the first line is data: columns are "column 1", "column 2", ...
    FieldMap map;          ///< as the user says; for a table without names, else as its values look
};

/// Whether the first line names the columns: it does if one of them is known (planFields()) or the user speaks of one
/// by it; it does not if the user speaks of "column N", or if it looks like data: the name of a picture, three words or
/// more, or a value that later lines have in the same column.
/// Without names, the column of fewest different values (the last of equals) is the label, one of picture names the
/// image, that of the longest values the text.
/// `rows`: some of the lines after the first, each with as many fields. `named`: whether the first line names columns,
/// where the user says so.
TableHeader readHeader(const std::vector<std::string> &first, const std::vector<std::vector<std::string>> &rows,
                       const FieldMap &map, std::optional<bool> named = std::nullopt);

}  // namespace atlas::storage
