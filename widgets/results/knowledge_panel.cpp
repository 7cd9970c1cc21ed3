#include "widgets/results/knowledge_panel.h"

#include "widgets/charts/card_splitter.h"
#include "widgets/charts/run_charts/knowledge_map.h"
#include "widgets/frame/empty_state.h"
#include "widgets/frame/theme.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

KnowledgePanel::KnowledgePanel(QWidget *parent)
    : ResultPanel(parent), m_stack(new QStackedWidget(this)), m_nothing(new EmptyState(m_stack)),
      m_layers(new HeatMap(this))
{
    m_nothing->setObjectName(QStringLiteral("knowledgeNothing"));
    m_layers->setObjectName(QStringLiteral("layerMap"));
    m_layers->setTerm(m_layers->objectName());
    auto *charts = new CardSplitter(Qt::Horizontal, QStringLiteral("knowledgeSplitter"), m_stack);
    for (ChartView *view : makeCharts(ResultChart::Place::Knowledge)) {
        charts->addWidget(view);
        m_map = qobject_cast<HeatMap *>(view);
    }
    charts->addWidget(m_layers);
    charts->setStretchFactor(0, 3);
    charts->setStretchFactor(1, 2);
    m_stack->addWidget(charts);
    m_stack->addWidget(m_nothing);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme::kGap, 0, 0);
    layout->addWidget(m_stack);
    connect(m_map, &HeatMap::cellChosen, this, [this](int row, int) {
        m_task = row;
        showLayers();
        Q_EMIT taskChosen(row);
    });
}

void KnowledgePanel::chooseTask(int task)
{
    const bool measured =
        std::ranges::any_of(results().effects, [task](const AdapterEffect &effect) { return effect.task == task; });
    if (task == m_task || !measured) {
        return;
    }
    m_task = task;
    if (m_map->currentCell().y() != task) {
        m_map->setCurrentCell(-1, -1);  // it is another task's
    }
    showLayers();
}

void KnowledgePanel::showResults(bool anotherRun)
{
    const std::vector<AdapterEffect> &effects = results().effects;
    m_stack->setCurrentIndex(effects.empty() ? 1 : 0);
    if (effects.empty()) {
        const MissingKnowledge missing = whyNoKnowledge(results());
        m_nothing->setContent({.icon = QStringLiteral("page-results"), .title = missing.title, .text = missing.text});
        return;
    }
    if (anotherRun || m_task < 0) {
        // The last task has the most to draw from.
        m_task = std::ranges::max_element(effects, {}, &AdapterEffect::task)->task;
    }
    showLayers();
}

void KnowledgePanel::showLayers()
{
    showLayerMap(*m_layers, results(), m_task);
}

}  // namespace atlas::widgets
