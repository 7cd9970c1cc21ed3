#pragma once

#include "widgets/results/result_panel.h"
#include "widgets/results/transfer_report.h"

class QFrame;

namespace atlas::widgets {

class BarChart;

/// What earlier tasks gave to a task, and what later ones did to it.
class TransferPanel final : public ResultPanel {
    Q_OBJECT

public:
    explicit TransferPanel(QWidget *parent = nullptr);

    void chooseTask(int task) override;

protected:
    void showResults(bool anotherRun) override;
    void readMore() override;

private:
    void showReport(const TransferReport &report);
    void fill(BarChart &chart, const std::vector<ScoreDifference> &differences, const QString &reference);

    BarChart *m_forward;
    BarChart *m_backward;
    int m_task = -1;   ///< chosen
    QFrame *m_advice;  ///< shown while there is no single-task run
};

}  // namespace atlas::widgets
