#pragma once

#include "core/run_results.h"

#include <QWidget>

namespace atlas::widgets {

class DecisionList;
class PlainTable;

/// What learning each task cost, and why it reused or expanded.
class CostPanel : public QWidget {
    Q_OBJECT

public:
    explicit CostPanel(QWidget *parent = nullptr);

    void setResults(const RunResults &results);

private:
    PlainTable *m_costs;
    DecisionList *m_decisions;
};

}  // namespace atlas::widgets
