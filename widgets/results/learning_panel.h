#pragma once

#include "core/measure.h"
#include "widgets/results/result_panel.h"
#include "widgets/results/run_curves.h"

class QComboBox;
class QFrame;

namespace atlas::widgets {

class LineChart;

/// How each task was learned, step by step, and how many labels it takes.
class LearningPanel final : public ResultPanel {
    Q_OBJECT

public:
    explicit LearningPanel(QWidget *parent = nullptr);

    void chooseTask(int task) override;

protected:
    void showResults(bool anotherRun) override;
    void readMore() override;

private:
    void showCurves();
    void showEfficiency(const MeasureResult &efficiency);

    RunCurves m_curves;
    QComboBox *m_task;
    LineChart *m_learning;
    LineChart *m_efficiency;
    QFrame *m_advice;  ///< shown while only one number of labels was tried
};

}  // namespace atlas::widgets
