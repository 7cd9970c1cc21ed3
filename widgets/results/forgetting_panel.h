#pragma once

#include "widgets/results/result_panel.h"

namespace atlas::widgets {

class InterferenceList;
class LineChart;
struct StabilityGap;

/// What was forgotten, by which step, and what happened to older tasks while a new one was being learned.
class ForgettingPanel final : public ResultPanel {
    Q_OBJECT

public:
    explicit ForgettingPanel(QWidget *parent = nullptr);

    void chooseTask(int task) override;
    void chooseCell(int afterTask, int evalTask) override;

protected:
    void showResults(bool anotherRun) override;
    void readMore() override;

private:
    void showGap(const StabilityGap &gap);

    InterferenceList *m_interferences;
    LineChart *m_gap;
};

}  // namespace atlas::widgets
