#pragma once

#include "core/run_results.h"
#include "widgets/results/class_report.h"

#include <QWidget>

class QComboBox;

namespace atlas::widgets {

class HeatMap;
class PlainTable;
class Session;

/// Classes and confusion of one evaluation: a task's test split after some task was learned.
class ClassesPanel : public QWidget {
    Q_OBJECT

public:
    explicit ClassesPanel(QWidget *parent = nullptr);

    /// Shows the chosen cell of these results, the last row's first task when there was no choice.
    void setResults(Session *session, const RunResults &results);
    void setCell(int afterTask, int evalTask);

private:
    void fillCells();
    void load();
    void showReport(const ClassReport &report);

    Session *m_session = nullptr;
    RunResults m_results;
    QComboBox *m_cells;
    HeatMap *m_confusion;
    PlainTable *m_table;
    int m_after = -1;
    int m_eval = -1;
    int m_ticket = 0;
};

}  // namespace atlas::widgets
