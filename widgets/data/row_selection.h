#pragma once

#include <QItemSelection>

#include <vector>

namespace atlas::widgets {

/// The rows of a selection, ascending, each once.
std::vector<int> rowsOf(const QItemSelection &selection);

/// Whole rows of a model, with one range for those that follow each other.  Requires: `rows` ascending, each once.
QItemSelection selectionOf(const QAbstractItemModel &model, const std::vector<int> &rows);

}  // namespace atlas::widgets
