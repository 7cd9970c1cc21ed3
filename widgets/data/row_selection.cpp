#include "widgets/data/row_selection.h"

#include <algorithm>

namespace atlas::widgets {

std::vector<int> rowsOf(const QItemSelection &selection)
{
    std::vector<int> rows;
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            rows.push_back(row);
        }
    }
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

QItemSelection selectionOf(const QAbstractItemModel &model, const std::vector<int> &rows)
{
    const int last = model.columnCount() - 1;
    QItemSelection selection;
    for (std::size_t i = 0; i < rows.size();) {
        std::size_t end = i + 1;
        while (end < rows.size() && rows[end] == rows[end - 1] + 1) {
            ++end;
        }
        selection.append(QItemSelectionRange(model.index(rows[i], 0), model.index(rows[end - 1], last)));
        i = end;
    }
    return selection;
}

}  // namespace atlas::widgets
