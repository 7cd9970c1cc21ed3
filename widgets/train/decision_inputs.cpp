#include "widgets/train/decision_inputs.h"

#include "widgets/frame/inspector.h"
#include "widgets/frame/theme.h"
#include "widgets/train/decision_words.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

namespace {

constexpr int kGroupWidth = 250;  ///< pixels under which values would be broken into many lines

QLabel *groupCaption(const QString &title, QWidget *parent)
{
    QLabel *label = theme::caption(title, parent);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

int widestTitle(const std::vector<DecisionFact> &facts)
{
    const QFontMetrics metrics(theme::captionFont());
    int widest = 0;
    for (const DecisionFact &fact : facts) {
        widest = std::max(widest, metrics.horizontalAdvance(decisionText(fact.title)));
    }
    return widest;
}

}  // namespace

DecisionInputs::DecisionInputs(const DecisionRecord &decision, QWidget *parent)
    : QWidget(parent), m_layout(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("decisionInputs"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(theme::kGroupGap);
    const char *group = nullptr;
    FactList *list = nullptr;
    const std::vector<DecisionFact> facts = decisionFacts(decision);
    const int nameWidth = widestTitle(facts);
    for (const DecisionFact &fact : facts) {
        if (list == nullptr || fact.group != group) {
            group = fact.group;
            auto *widget = new QWidget(this);
            auto *layout = new QVBoxLayout(widget);
            layout->setContentsMargins(0, 0, 0, 0);
            layout->setSpacing(4);
            layout->addWidget(groupCaption(decisionText(group), widget));
            list = new FactList(widget);
            list->setNameWidth(nameWidth);
            layout->addWidget(list);
            m_groups.push_back({.widget = widget});
        }
        ++m_groups.back().facts;
        list->add(decisionText(fact.title), factText(fact), false, decisionText(fact.help))
            ->setObjectName(QStringLiteral("fact.") + QString::fromLatin1(fact.id));
    }
    arrange(1);
}

void DecisionInputs::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int fit = (width() + theme::kGroupGap) / (kGroupWidth + theme::kGroupGap);
    arrange(std::clamp(fit, 1, std::max(1, int(m_groups.size()))));
}

/// Each group goes to the column that has the fewest facts yet.
void DecisionInputs::arrange(int columns)
{
    if (columns == m_columns) {
        return;
    }
    m_columns = columns;
    while (QLayoutItem *old = m_layout->takeAt(0)) {
        delete old;  // the column; the groups in it stay
    }
    std::vector<QVBoxLayout *> layouts;
    std::vector<int> facts(std::size_t(columns), 0);
    for (int column = 0; column < columns; ++column) {
        layouts.push_back(new QVBoxLayout);
        layouts.back()->setSpacing(12);
        m_layout->addLayout(layouts.back(), 1);
    }
    for (const Group &group : m_groups) {
        const auto column = std::size_t(std::ranges::min_element(facts) - facts.begin());
        layouts[column]->addWidget(group.widget);
        facts[column] += group.facts + 1;  // its title
    }
    for (QVBoxLayout *layout : layouts) {
        layout->addStretch();
    }
}

}  // namespace atlas::widgets
