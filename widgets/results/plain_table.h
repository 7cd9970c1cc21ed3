#pragma once

#include <QTableWidget>

#include <vector>

namespace atlas::widgets {

/// A read-only table of formatted text: names left, numbers right. Ctrl+C or the right mouse button copies it.
class PlainTable : public QTableWidget {
    Q_OBJECT

public:
    struct Column {
        QString title;
        bool number = true;  ///< right-aligned
        QString help = {};   ///< tooltip of the head
        bool whole = false;  ///< a name that is never cut; it takes what it needs
    };

    explicit PlainTable(QWidget *parent = nullptr);

    void copy() const;  ///< all of it, as spreadsheets take it
    /// `help`: a tooltip for each row; without it a cell shows its own text, which may be cut.
    void setContent(const std::vector<Column> &columns, const std::vector<QStringList> &rows,
                    const QStringList &help = {});
};

}  // namespace atlas::widgets
