#pragma once

#include "widgets/results/result_panel.h"

class QStackedWidget;

namespace atlas::widgets {

class EmptyState;
class HeatMap;

/// Which older adapter serves which task, by what is lost without it (never by raw gates), and in which layers.
class KnowledgePanel final : public ResultPanel {
    Q_OBJECT

public:
    explicit KnowledgePanel(QWidget *parent = nullptr);

    void chooseTask(int task) override;

protected:
    void showResults(bool anotherRun) override;

private:
    void showLayers();

    QStackedWidget *m_stack;
    EmptyState *m_nothing;
    HeatMap *m_map = nullptr;
    HeatMap *m_layers;
    int m_task = -1;  ///< whose layers are shown
};

}  // namespace atlas::widgets
