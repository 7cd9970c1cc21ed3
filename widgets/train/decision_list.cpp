#include "widgets/train/decision_list.h"

#include "widgets/frame/theme.h"
#include "widgets/train/decision_card.h"

#include <QLabel>
#include <QVBoxLayout>

namespace atlas::widgets {

DecisionList::DecisionList(Order order, const QString &nothing, QWidget *parent)
    : QWidget(parent), m_order(order), m_nothing(theme::caption(nothing, this)), m_cards(new QVBoxLayout)
{
    setObjectName(QStringLiteral("decisionList"));
    m_cards->setSpacing(theme::kGap);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGap);
    layout->addWidget(theme::groupTitle(tr("Reused or expanded"), this));
    layout->addWidget(m_nothing);
    layout->addLayout(m_cards);
    layout->addStretch(1);  // cards take no more than they need
}

void DecisionList::setDecisions(const std::vector<DecisionRecord> &decisions, const QStringList &tasks)
{
    std::map<int, Shown> now;
    for (std::size_t i = 0; i < decisions.size(); ++i) {
        const DecisionRecord &decision = decisions[i];
        const QString task = tasks.value(decision.task, tr("task %1").arg(decision.task + 1));
        now[decision.task] = cardOf(decision, task, i + 1 == decisions.size());
    }
    for (const auto &[place, old] : m_shown) {
        const auto kept = now.find(place);
        if (kept == now.end() || kept->second.card != old.card) {
            delete old.card;
        }
    }
    m_shown = std::move(now);
    // A card that is in the layout already moves to its new place.
    int place = 0;
    for (const auto &[task, shown] : m_shown) {
        m_cards->removeWidget(shown.card);
        m_cards->insertWidget(m_order == Order::NewestFirst ? 0 : place++, shown.card);
    }
    m_nothing->setVisible(m_shown.empty());
}

DecisionList::Shown DecisionList::cardOf(const DecisionRecord &decision, const QString &task, bool newest)
{
    const auto old = m_shown.find(decision.task);
    const bool sameTask = old != m_shown.end() && old->second.task == task;
    if (sameTask && old->second.decision == decision) {
        return old->second;
    }
    if (m_order == Order::NewestFirst && newest && !sameTask && !m_shown.empty()) {
        m_shown.rbegin()->second.card->setFolded(true);  // was the newest until now
    }
    auto *card = new DecisionCard(decision, task, this);
    card->setFolded(sameTask ? old->second.card->isFolded() : m_order == Order::NewestFirst && !newest);
    return {decision, task, card};
}

}  // namespace atlas::widgets
