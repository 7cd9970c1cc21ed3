#include "widgets/train/question_card.h"

#include "widgets/frame/theme.h"
#include "widgets/train/decision_inputs.h"
#include "widgets/train/decision_words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

namespace {

constexpr int kLeastInputs = 72;  ///< pixels; what does not fit is scrolled

/// As high as what it shows where there is room, and only then scrolls.
class FittingScroll final : public QScrollArea {
public:
    using QScrollArea::QScrollArea;

    QSize sizeHint() const override
    {
        const int wide = viewport()->width();
        const int high = widget() == nullptr ? kLeastInputs : widget()->heightForWidth(wide);
        return {wide, std::max(high, kLeastInputs)};
    }
    QSize minimumSizeHint() const override { return {0, kLeastInputs}; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize) {
            updateGeometry();
        }
        return QScrollArea::eventFilter(watched, event);
    }
};

}  // namespace

QuestionCard::QuestionCard(QWidget *parent)
    : QFrame(parent), m_title(theme::groupTitle({}, this)), m_recommended(theme::bodyText({}, this)),
      m_scroll(new FittingScroll(this)), m_why(new QLineEdit(this)), m_hint(theme::caption({}, this))
{
    setObjectName(QStringLiteral("questionCard"));
    theme::makeCard(this);
    m_title->setWordWrap(true);
    m_title->setObjectName(QStringLiteral("questionTitle"));
    m_recommended->setObjectName(QStringLiteral("questionRecommended"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_why->setObjectName(QStringLiteral("questionWhy"));
    m_why->setAccessibleName(tr("Reason"));
    m_why->setPlaceholderText(tr("Reason, kept with the decision"));
    m_hint->setObjectName(QStringLiteral("questionHint"));

    auto *icon = new QLabel(this);
    icon->setPixmap(
        theme::icon(QStringLiteral("data-warning"), theme::textColor(theme::Role::Caution)).pixmap(theme::kIconSize));
    auto *head = new QHBoxLayout;
    head->setSpacing(theme::kGap);
    head->addWidget(icon, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_title);
    words->addWidget(m_recommended);
    head->addLayout(words, 1);

    auto *foot = new QHBoxLayout;
    foot->setSpacing(theme::kGap);
    foot->addWidget(m_why, 1);
    m_reuse = addButton("reuse", tr("Reuse"), tr("The task uses the adapters of earlier tasks; nothing is added"));
    m_expand = addButton("expand", tr("Expand"), tr("The task gets an adapter of its own"));
    foot->addWidget(m_reuse);
    foot->addWidget(m_expand);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kMargin, 12, theme::kMargin, 12);
    layout->setSpacing(theme::kGap);
    layout->addLayout(head);
    layout->addWidget(m_scroll, 1);
    layout->addLayout(foot);
    layout->addWidget(m_hint);
    connect(m_why, &QLineEdit::textChanged, this, &QuestionCard::refresh);
    hide();
}

QPushButton *QuestionCard::addButton(const char *decision, const QString &text, const QString &help)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(QStringLiteral("question.") + QString::fromLatin1(decision));
    button->setProperty("help", help);
    connect(button, &QPushButton::clicked, this, [this, decision] { answer(decision); });
    return button;
}

void QuestionCard::ask(const QString &runUuid, const QString &run, const QString &task, const DecisionRecord &proposal)
{
    m_runUuid = runUuid;
    m_proposal = proposal;
    m_sent = false;
    m_title->setText(tr("%1 asks: reuse what was learned for %2, or expand it?").arg(run, task));
    const Recommendation recommended = recommendation(proposal);
    m_recommended->setText(recommendationSentence(recommended));
    auto *inputs = new DecisionInputs(proposal);
    m_scroll->setWidget(inputs);
    inputs->setAutoFillBackground(false);  // the card shows through
    inputs->installEventFilter(m_scroll);
    theme::setPrimary(m_reuse, recommended.decision == "reuse");
    theme::setPrimary(m_expand, recommended.decision == "expand");
    m_why->clear();
    setAccessibleName(question());
    refresh();
    show();
}

void QuestionCard::withdraw()
{
    m_runUuid.clear();
    hide();
}

QString QuestionCard::question() const
{
    return m_title->text();
}

void QuestionCard::answer(const char *decision)
{
    m_sent = true;
    refresh();
    Q_EMIT answered(m_runUuid, {decision, m_why->text().trimmed().toStdString()});
}

void QuestionCard::refresh()
{
    const bool reasoned = !m_why->text().trimmed().isEmpty();
    QString hint = tr("The run waits. You can look around or answer later; it can also be paused.");
    for (const auto &[button, decision] : {std::pair(m_reuse, "reuse"), std::pair(m_expand, "expand")}) {
        const bool lacking = differsFromVerdict(m_proposal, decision) && !reasoned;
        const QString why = tr("To answer “%1” against the test, give a reason first.").arg(button->text());
        button->setEnabled(!m_sent && !lacking);
        button->setToolTip(lacking ? why : button->property("help").toString());
        hint = lacking ? why : hint;
    }
    m_why->setEnabled(!m_sent);
    m_hint->setText(m_sent ? tr("Answered; the run goes on.") : hint);
}

}  // namespace atlas::widgets
