#include "widgets/decide/verdict_view.h"

#include "widgets/decide/decide_words.h"
#include "widgets/frame/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace atlas::widgets {

namespace {
constexpr int kMostReasons = 4;
constexpr int kVerdictIcon = 32;
}  // namespace

/// The word in the colour of its role, in whatever mode is on. A style that is set anew brings old colours back, so the
/// label itself watches for that.
class VerdictWord final : public QLabel {
public:
    using QLabel::QLabel;

    void setRole(theme::Role role)
    {
        m_role = role;
        follow();
    }

protected:
    void changeEvent(QEvent *event) override
    {
        if (event->type() == QEvent::StyleChange || event->type() == QEvent::ApplicationPaletteChange) {
            follow();
        }
        QLabel::changeEvent(event);
    }

private:
    void follow()
    {
        QPalette colours = palette();
        if (const QColor colour = theme::textColor(m_role); colours.color(QPalette::WindowText) != colour) {
            colours.setColor(QPalette::WindowText, colour);
            setPalette(colours);
        }
    }

    theme::Role m_role = theme::Role::Caution;
};

VerdictView::VerdictView(QWidget *parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_word(new VerdictWord(this)), m_sentence(theme::bodyText({}, this)),
      m_reasons(theme::bodyText({}, this))
{
    setObjectName(QStringLiteral("verdict"));
    theme::makeCard(this);
    m_word->setObjectName(QStringLiteral("verdictWord"));
    m_sentence->setObjectName(QStringLiteral("verdictSentence"));
    m_reasons->setObjectName(QStringLiteral("verdictReasons"));
    m_word->setTextFormat(Qt::PlainText);
    m_word->setFont(theme::pageFont());
    for (QLabel *label : {m_sentence, m_reasons}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_word);
    words->addWidget(m_sentence);
    words->addWidget(m_reasons);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme::kMargin, 12, theme::kMargin, 12);
    row->setSpacing(theme::kMargin);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
}

void VerdictView::setRuling(const Ruling &ruling)
{
    m_verdict = ruling.verdict;
    m_word->setText(verdictWord(ruling.verdict));
    m_sentence->setText(verdictSentence(ruling));
    QStringList reasons;
    int more = 0;
    for (const Check &check : ruling.checks) {
        if (check.outcome == Outcome::Met) {
            continue;
        }
        if (reasons.size() < kMostReasons) {
            reasons << QStringLiteral("• ") + checkSentence(check);
        } else {
            ++more;
        }
    }
    if (more > 0) {
        reasons << tr("and %n more, in the table below", nullptr, more);
    }
    m_reasons->setText(reasons.join(QLatin1Char('\n')));
    m_reasons->setVisible(!reasons.isEmpty() && ruling.lack == Lack::None);
    setAccessibleName(m_word->text());
    setAccessibleDescription(m_sentence->text() + QLatin1Char(' ') + m_reasons->text());
    colour();
}

void VerdictView::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::StyleChange) {
        colour();
    }
}

void VerdictView::colour()
{
    const QColor colour = theme::textColor(verdictRole(m_verdict));
    m_icon->setPixmap(theme::icon(verdictIcon(m_verdict), colour).pixmap(kVerdictIcon, kVerdictIcon));
    m_word->setRole(verdictRole(m_verdict));
}

}  // namespace atlas::widgets
