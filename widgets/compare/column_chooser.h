#pragma once

#include "widgets/compare/run_columns.h"

#include <QWidget>

class QStandardItemModel;

namespace atlas::widgets {

/// A list of all columns the table of runs can have, to be ticked. A list of items, however many settings there are.
class ColumnChooser final : public QWidget {
    Q_OBJECT

public:
    ColumnChooser(const RunScene &scene, const std::vector<RunColumn> &shown, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const std::vector<std::string> &ids);  ///< after every tick
    void automaticWanted();                            ///< what differs, again

private:
    std::vector<std::string> ticked() const;

    QStandardItemModel *m_items;
};

}  // namespace atlas::widgets
