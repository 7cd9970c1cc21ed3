#include "widgets/frame/page.h"

#include "widgets/session.h"

#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace atlas::widgets {

namespace {
constexpr int kLoadingAfterMs = 150;
}

Page::Page(const PageServices &services, QWidget *parent)
    : QWidget(parent), m_services(services), m_stack(new QStackedWidget(this)), m_state(new EmptyState(this)),
      m_banner(new Banner(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    m_banner->hide();
    m_state->setObjectName(QStringLiteral("pageState"));
    m_banner->setObjectName(QStringLiteral("pageBanner"));
    m_stack->addWidget(m_state);
    connect(m_banner, &Banner::dismissed, this, &Page::hideBanner);
}

Session *Page::session() const
{
    return m_session;
}

void Page::setSession(Session *session)
{
    if (m_session == session) {
        return;
    }
    m_session = session;
    hideBanner();
    sessionChanged(session);
}

void Page::open(const QVariant &) {}

bool Page::dropped(const QStringList &)
{
    return false;
}

void Page::setContent(QWidget *content)
{
    m_content = content;
    m_stack->addWidget(content);
    m_stack->setCurrentWidget(content);
}

void Page::showContent()
{
    ++m_loadingTicket;
    if (m_content) {
        m_stack->setCurrentWidget(m_content);
    }
}

void Page::showEmpty(const EmptyState::Content &content)
{
    ++m_loadingTicket;
    m_state->setContent(content);
    m_stack->setCurrentWidget(m_state);
}

void Page::showLoading(const QString &what)
{
    const int ticket = ++m_loadingTicket;
    QTimer::singleShot(kLoadingAfterMs, this, [this, ticket, what] {
        if (ticket == m_loadingTicket) {
            m_state->setContent({.text = what, .busy = true});
            m_stack->setCurrentWidget(m_state);
        }
    });
}

void Page::showError(const QString &message, const QString &hint, std::function<void()> retry)
{
    const QString again = retry ? tr("Try again") : QString();
    showEmpty({.icon = QStringLiteral("dialog-error"),
               .title = message,
               .text = hint,
               .primary = again,
               .onPrimary = std::move(retry),
               .details = hint.isEmpty() ? message : message + QLatin1Char('\n') + hint});
}

void Page::showBanner(const Banner::Content &content)
{
    m_banner->setContent(content);
}

void Page::hideBanner()
{
    m_banner->hide();
}

}  // namespace atlas::widgets
