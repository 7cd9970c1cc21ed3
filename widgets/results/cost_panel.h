#pragma once

#include "widgets/results/result_panel.h"

namespace atlas::widgets {

class PlainTable;

/// What learning each task cost, in time and in size.
class CostPanel final : public ResultPanel {
    Q_OBJECT

public:
    explicit CostPanel(QWidget *parent = nullptr);

    void chooseTask(int task) override;

protected:
    void showResults(bool anotherRun) override;

private:
    PlainTable *m_costs;
};

}  // namespace atlas::widgets
