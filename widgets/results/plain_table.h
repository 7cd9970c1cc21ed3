#pragma once

#include <QTableWidget>

#include <vector>

namespace atlas::widgets {

/// A read-only table of formatted text: names left, numbers right, sortable by neither.
class PlainTable : public QTableWidget {
    Q_OBJECT

public:
    struct Column {
        QString title;
        bool number = true;  ///< right-aligned
        QString help = {};   ///< tooltip of the head
    };

    explicit PlainTable(QWidget *parent = nullptr);

    void setContent(const std::vector<Column> &columns, const std::vector<QStringList> &rows);
};

}  // namespace atlas::widgets
