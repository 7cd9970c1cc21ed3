#pragma once

#include "widgets/results/result_panel.h"

namespace atlas::widgets {

/// The accuracy matrix and the curves beside it.
class OverviewPanel final : public ResultPanel {
    Q_OBJECT

public:
    explicit OverviewPanel(QWidget *parent = nullptr);

    void chooseTask(int task) override;
    void chooseCell(int afterTask, int evalTask) override;
};

}  // namespace atlas::widgets
