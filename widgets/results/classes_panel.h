#pragma once

#include "widgets/results/class_report.h"
#include "widgets/results/result_panel.h"

class QComboBox;

namespace atlas::widgets {

class HeatMap;
class PlainTable;

/// Classes and confusion of one evaluation: a task's test split after some task was learned. Without a choice, the
/// first task after the last one.
class ClassesPanel final : public ResultPanel {
    Q_OBJECT

public:
    explicit ClassesPanel(QWidget *parent = nullptr);

    void chooseCell(int afterTask, int evalTask) override;

protected:
    void showResults(bool anotherRun) override;
    void readMore() override;

private:
    void fillCells();
    void showReport(const ClassReport &report);

    QComboBox *m_cells;
    HeatMap *m_confusion;
    PlainTable *m_table;
    int m_after = -1;
    int m_eval = -1;
};

}  // namespace atlas::widgets
