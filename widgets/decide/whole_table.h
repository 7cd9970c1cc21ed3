#pragma once

class QTableView;

namespace atlas::widgets {

/// Gives a table the height of all its rows: the page scrolls, and not a table inside it.
void showWhole(QTableView *table);

}  // namespace atlas::widgets
