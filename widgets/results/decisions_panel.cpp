#include "widgets/results/decisions_panel.h"

#include "widgets/charts/result_words.h"
#include "widgets/frame/theme.h"
#include "widgets/train/decision_list.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace atlas::widgets {

namespace {
constexpr int kReadableWidth = 760;  ///< of a card; longer lines are hard to follow
}

DecisionsPanel::DecisionsPanel(QWidget *parent)
    : ResultPanel(parent),
      m_decisions(new DecisionList(DecisionList::Order::AsLearned,
                                   tr("This strategy makes no such decision, or none was made yet."), this))
{
    auto *list = new QWidget;
    auto *row = new QHBoxLayout(list);
    row->setContentsMargins(0, 0, theme::kGap, 0);
    row->addWidget(m_decisions);
    row->addStretch();
    m_decisions->setMaximumWidth(kReadableWidth);
    row->setStretch(0, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(list);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme::kGap, 0, 0);
    layout->addWidget(scroll);
}

void DecisionsPanel::showResults(bool)
{
    QStringList tasks;
    for (int task = 0; task < int(results().tasks.size()); ++task) {
        tasks << taskName(results(), task);
    }
    m_decisions->setDecisions(results().decisions, tasks);
}

}  // namespace atlas::widgets
