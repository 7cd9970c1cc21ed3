#pragma once

#include "widgets/results/result_panel.h"

namespace atlas::widgets {

class DecisionList;

/// Why each task reused or expanded, with every input of the decision.
class DecisionsPanel final : public ResultPanel {
    Q_OBJECT

public:
    explicit DecisionsPanel(QWidget *parent = nullptr);

protected:
    void showResults(bool anotherRun) override;

private:
    DecisionList *m_decisions;
};

}  // namespace atlas::widgets
