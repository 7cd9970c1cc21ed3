#pragma once

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace atlas::widgets {

/// How somebody looks at the table of runs.
struct TableView {
    QString filter = {};
    std::optional<std::vector<std::string>> columns = {};  ///< nothing = what is telling
    std::string orderColumn = {};                          ///< empty = newest first
    Qt::SortOrder order = Qt::DescendingOrder;
    bool grouped = false;
    QString pinned = {};  ///< uuid

    bool operator==(const TableView &) const = default;
};

std::string toJson(const TableView &view);
/// What is not there, or is not what it should be, stays as it is in a new view.
TableView viewFromJson(const std::string &json);

}  // namespace atlas::widgets
