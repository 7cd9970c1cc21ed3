#include "widgets/train/decision_card.h"

#include "widgets/frame/theme.h"
#include "widgets/train/decision_inputs.h"
#include "widgets/train/decision_words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace atlas::widgets {

namespace {

QLabel *iconLabel(const QString &name, theme::Role role, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setPixmap(theme::icon(name, theme::textColor(role)).pixmap(theme::kIconSize));
    return label;
}

}  // namespace

DecisionCard::DecisionCard(const DecisionRecord &decision, const QString &task, QWidget *parent)
    : QFrame(parent), m_inputs(new DecisionInputs(decision, this)), m_fold(new QToolButton(this))
{
    setObjectName(QStringLiteral("decisionCard"));
    theme::makeCard(this);
    const bool reused = decision.decision == "reuse";
    const QString sentence = decisionSentence(decision, task);
    const QString person = personSentence(decision);
    setAccessibleName(person.isEmpty() ? sentence : sentence + QLatin1Char(' ') + person);

    auto *head = new QHBoxLayout;
    head->setSpacing(theme::kGap);
    QLabel *icon = iconLabel(reused ? QStringLiteral("view-refresh") : QStringLiteral("list-add"),
                             reused ? theme::Role::Good : theme::Role::Accent, this);
    icon->setFixedHeight(theme::kControlHeight);
    QLabel *words = theme::bodyText(sentence, this);
    // The first line stands level with icon and button, however many there are.
    words->setContentsMargins(0, (theme::kControlHeight - words->fontMetrics().height()) / 2, 0, 0);
    words->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    head->addWidget(icon, 0, Qt::AlignTop);
    head->addWidget(words, 1);
    head->addWidget(m_fold, 0, Qt::AlignTop);
    m_fold->setObjectName(QStringLiteral("decisionFold"));
    connect(m_fold, &QToolButton::clicked, this, [this] { setFolded(!m_folded); });

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, theme::kGap, theme::kGap, 12);
    layout->setSpacing(theme::kGap);
    layout->addLayout(head);
    if (!person.isEmpty()) {
        const bool against = isOverridden(decision);
        auto *row = new QHBoxLayout;
        row->setSpacing(theme::kGap);
        row->addWidget(iconLabel(against ? QStringLiteral("data-warning") : QStringLiteral("data-information"),
                                 against ? theme::Role::Caution : theme::Role::Neutral, this),
                       0, Qt::AlignTop);
        QLabel *said = theme::bodyText(person, this);
        said->setObjectName(QStringLiteral("decisionPerson"));
        row->addWidget(said, 1);
        layout->addLayout(row);
    }
    layout->addWidget(m_inputs);
    setFolded(false);
}

void DecisionCard::setFolded(bool folded)
{
    m_folded = folded;
    m_inputs->setVisible(!folded);
    theme::makeIconButton(m_fold, folded ? QStringLiteral("chevron-down") : QStringLiteral("chevron-up"),
                          folded ? tr("Show what the decision stands on") : tr("Fold what the decision stands on"));
}

}  // namespace atlas::widgets
