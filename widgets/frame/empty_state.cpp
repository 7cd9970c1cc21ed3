#include "widgets/frame/empty_state.h"

#include "widgets/frame/theme.h"

#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

namespace {
constexpr int kTextWidth = 440;
constexpr int kIcon = 48;
}  // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_title(theme::groupTitle({}, this)), m_text(theme::caption({}, this)),
      m_details(new QLabel(this)), m_busy(new QProgressBar(this)), m_primary(new QPushButton(this)),
      m_secondary(new QPushButton(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGroupGap, theme::kGroupGap, theme::kGroupGap, theme::kGroupGap);
    layout->setSpacing(theme::kGap);
    m_primary->setObjectName(QStringLiteral("statePrimary"));
    m_secondary->setObjectName(QStringLiteral("stateSecondary"));
    m_title->setObjectName(QStringLiteral("stateTitle"));
    theme::makePrimary(m_primary);
    theme::makeQuiet(m_secondary);
    m_icon->setAlignment(Qt::AlignCenter);
    m_text->setFont(theme::bodyFont());
    for (QLabel *label : {m_title, m_text, m_details}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setFixedWidth(kTextWidth);
    }
    m_details->setFont(theme::monospaceFont());
    m_details->setTextFormat(Qt::PlainText);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setFixedWidth(200);

    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addSpacing(theme::kGap);
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    layout->addWidget(m_busy, 0, Qt::AlignHCenter);
    layout->addWidget(m_details, 0, Qt::AlignHCenter);
    layout->addSpacing(theme::kGap);
    layout->addWidget(m_primary, 0, Qt::AlignHCenter);
    layout->addWidget(m_secondary, 0, Qt::AlignHCenter);
    layout->addStretch(3);

    connect(m_primary, &QPushButton::clicked, this, [this] {
        if (m_now.onPrimary) {
            m_now.onPrimary();
        }
    });
    connect(m_secondary, &QPushButton::clicked, this, [this] {
        if (m_now.onSecondary) {
            m_now.onSecondary();
        }
    });
}

void EmptyState::setContent(const Content &content)
{
    m_now = content;
    m_icon->setVisible(!content.icon.isEmpty());
    m_title->setText(content.title);
    m_title->setVisible(!content.title.isEmpty());
    m_text->setText(content.text);
    m_text->setVisible(!content.text.isEmpty());
    m_details->setText(content.details);
    m_details->setVisible(!content.details.isEmpty());
    m_busy->setVisible(content.busy);
    m_primary->setText(content.primary);
    m_primary->setVisible(!content.primary.isEmpty());
    m_secondary->setText(content.secondary);
    m_secondary->setVisible(!content.secondary.isEmpty());
    // Aligned in a layout, a wrapped label would be given the height of an unwrapped guess.
    for (QLabel *label : {m_title, m_text, m_details}) {
        label->setFixedHeight(std::max(0, label->heightForWidth(kTextWidth)));
    }
    drawIcon();
}

QString EmptyState::title() const
{
    return m_title->text();
}

void EmptyState::drawIcon()
{
    if (!m_now.icon.isEmpty()) {
        m_icon->setPixmap(
            theme::icon(m_now.icon, theme::secondaryText()).pixmap(QSize(kIcon, kIcon), devicePixelRatioF()));
    }
}

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange) {
        drawIcon();
    }
    QWidget::changeEvent(event);
}

}  // namespace atlas::widgets
