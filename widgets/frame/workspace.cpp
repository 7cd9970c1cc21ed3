#include "widgets/frame/workspace.h"

#include "widgets/frame/inspector.h"
#include "widgets/frame/jobs_bar.h"
#include "widgets/frame/keeps_place.h"
#include "widgets/frame/key_list.h"
#include "widgets/frame/page_registry.h"
#include "widgets/frame/rail.h"
#include "widgets/frame/search_entries.h"
#include "widgets/frame/sheet.h"
#include "widgets/frame/top_bar.h"
#include "widgets/session.h"
#include "widgets/start/session_opener.h"

#include <QAction>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

namespace {
constexpr int kOthersAfterMs = 150;

QString splitterKey(const QString &page)
{
    return QStringLiteral("pages/%1/splitter").arg(page);
}

QFrame *line(QWidget *parent, bool vertical)
{
    auto *frame = theme::separator(parent);
    if (vertical) {
        frame->setMaximumHeight(QWIDGETSIZE_MAX);
        frame->setMinimumHeight(0);
        frame->setFixedWidth(1);
    }
    return frame;
}

}  // namespace

Workspace::Workspace(const PageServices &services, QWidget *parent)
    : QWidget(parent), m_services(services), m_rail(new Rail(this)), m_topBar(new TopBar(this)),
      m_banner(new Banner(this)), m_notice(new Banner(this)), m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_stack(new QStackedWidget(m_splitter)), m_inspector(new Inspector(m_splitter))
{
    setObjectName(QStringLiteral("workspace"));
    auto *across = new QHBoxLayout(this);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    auto *down = new QVBoxLayout;
    down->setSpacing(0);
    across->addWidget(m_rail);
    across->addWidget(line(this, true));
    across->addLayout(down, 1);

    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(m_inspector);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setHandleWidth(1);
    m_stack->setMinimumWidth(480);
    m_banner->setObjectName(QStringLiteral("readOnlyBanner"));
    m_banner->hide();
    m_notice->setObjectName(QStringLiteral("pageNotice"));
    m_notice->hide();
    auto *jobs = new JobsBar(services.jobs, this);

    down->addWidget(m_topBar);
    down->addWidget(line(this, false));
    down->addWidget(m_banner);
    down->addWidget(m_splitter, 1);
    down->addWidget(line(this, false));
    down->addWidget(m_notice);
    down->addWidget(jobs);

    connect(m_banner, &Banner::dismissed, m_banner, &QWidget::hide);
    connect(m_rail, &Rail::chosen, this, [this](const QString &id) { openPage(id); });
    connect(m_topBar->inspectorSwitch(), &QToolButton::toggled, this, &Workspace::setInspectorShown);
    connect(m_topBar->search(), &CommandSearch::entered, this, &Workspace::fillSearch);
    connect(m_topBar->search(), &CommandSearch::samplesWanted, this,
            [this](const QString &words) { openPage(QStringLiteral("data"), words); });
    addPages();
}

void Workspace::addPages()
{
    int number = 0;
    for (const PageEntry &entry : pageRegistry()) {
        const QString id = QLatin1String(entry.id);
        const QString title = QCoreApplication::translate("PageRegistry", entry.title);
        const QKeySequence key(Qt::CTRL | Qt::Key(Qt::Key_1 + number++));
        Page *page = entry.make(m_services, m_stack);
        page->setObjectName(id + QStringLiteral("Page"));
        page->setWindowTitle(title);
        m_pages.insert(id, page);
        m_stack->addWidget(page);
        if (QWidget *toolbar = page->toolbar()) {
            m_topBar->addToolbar(toolbar);
        }
        if (QWidget *inspector = page->inspector()) {
            m_inspector->add(inspector);
        }
        m_rail->addPage(id, QLatin1String(entry.icon), title, key.toString(QKeySequence::NativeText));
        auto *show = new QAction(tr("Show the page %1").arg(title), this);
        show->setShortcut(key);
        connect(show, &QAction::triggered, this, [this, id] { openPage(id); });
        addAction(show);
        connect(page, &Page::openPage, this, &Workspace::openPage);
        connect(page, &Page::demoRequested, this, &Workspace::demoRequested);
        connect(page, &Page::badgeChanged, this, [this, id](int count) { m_rail->setBadge(id, count); });
        connect(page, &Page::noticeChanged, this, [this, id](const PageNotice &notice) {
            m_notices[id] = notice;
            showNotice();
        });
    }
    if (!pageRegistry().empty()) {
        openPage(QLatin1String(pageRegistry().front().id));
    }
}

void Workspace::setSession(Session *session, const QString &first)
{
    m_session = session;
    m_topBar->setProjectName(session ? session->projectName() : QString());
    if (session) {
        m_pages.value(first.isEmpty() ? m_current : first)->setSession(session);
        QTimer::singleShot(kOthersAfterMs, this, &Workspace::giveSession);
    } else {
        giveSession();
    }
    showReadOnly();
    if (session) {
        connect(session, &Session::failed, this, [this](const QString &message, const QString &hint) {
            m_banner->setContent(
                {.role = theme::Role::Bad, .text = hint.isEmpty() ? message : message + QLatin1Char(' ') + hint});
        });
    }
}

void Workspace::showReadOnly()
{
    if (!m_session || !m_session->readOnly()) {
        m_banner->hide();
        return;
    }
    const QString reason = m_session->readOnlyReason();
    if (m_session->property(kSnapshotProperty).toBool()) {
        // It stays: a snapshot is never to be taken for the project itself.
        m_banner->setContent({.role = theme::Role::Caution, .text = reason, .dismissable = false});
        return;
    }
    m_banner->setContent({.role = theme::Role::Neutral,
                          .text = reason.isEmpty() ? tr("Opened to read only: nothing you do here changes the project.")
                                                   : tr("Opened to read only. %1").arg(reason)});
}

void Workspace::showNotice()
{
    for (auto notice = m_notices.cbegin(); notice != m_notices.cend(); ++notice) {
        if (!notice->text.isEmpty() && notice.key() != m_current) {
            m_notice->setContent({.role = theme::Role::Caution,
                                  .text = notice->text,
                                  .action = notice->action,
                                  .onAction = [this, id = notice.key()] { openPage(id); },
                                  .dismissable = false});
            return;
        }
    }
    m_notice->hide();
}

Page *Workspace::currentPage() const
{
    return m_pages.value(m_current);
}

void Workspace::giveSession()
{
    for (Page *page : std::as_const(m_pages)) {
        if (page->session() != m_session) {
            page->setSession(m_session);
        }
    }
}

void Workspace::openPage(const QString &id, const QVariant &argument)
{
    Page *next = m_pages.value(id);
    if (!next) {
        return;
    }
    if (next->session() != m_session) {
        next->setSession(m_session);
    }
    if (id != m_current) {
        rememberSplitter();
        m_current = id;
        m_stack->setCurrentWidget(next);
        m_topBar->setCurrentToolbar(next->toolbar());
        m_inspector->setCurrent(next->inspector());
        m_rail->setCurrent(id);
        restoreSplitter();
        next->setFocus();
        showNotice();
        Q_EMIT pageChanged(next->windowTitle());
    }
    if (argument.isValid()) {
        next->open(argument);
    }
}

void Workspace::setInspectorShown(bool shown)
{
    Page *page = currentPage();
    m_inspector->setVisible(shown && page && page->inspector());
}

/// In memory: settings are written to disk by the thread that changes them, which may take a quarter of a second.
void Workspace::rememberSplitter()
{
    if (!m_current.isEmpty() && m_inspector->isVisible()) {
        m_splitterStates.insert(m_current, m_splitter->saveState());
    }
}

void Workspace::restoreSplitter()
{
    const bool has = currentPage()->inspector() != nullptr;
    m_topBar->inspectorSwitch()->setEnabled(has);
    const bool shown = QSettings().value(QStringLiteral("frame/inspector"), true).toBool();
    m_topBar->inspectorSwitch()->setChecked(shown);
    setInspectorShown(shown);
    const QByteArray state = m_splitterStates.value(m_current, QSettings().value(splitterKey(m_current)).toByteArray());
    if (state.isEmpty() || !m_splitter->restoreState(state)) {
        m_splitter->setSizes(
            {std::max(480, width() - theme::kInspectorWidth - theme::kRailWidth), theme::kInspectorWidth});
    }
    m_splitter->setHandleWidth(1);
}

void Workspace::saveState()
{
    rememberSplitter();
    QSettings settings;
    for (auto state = m_splitterStates.cbegin(); state != m_splitterStates.cend(); ++state) {
        settings.setValue(splitterKey(state.key()), *state);
    }
    settings.setValue(QStringLiteral("frame/inspector"), m_topBar->inspectorSwitch()->isChecked());
}

void Workspace::focusSearch()
{
    m_topBar->search()->setFocus(Qt::ShortcutFocusReason);
}

void Workspace::showKeys()
{
    if (Page *page = currentPage()) {
        new Sheet(tr("Keys"), new KeyList(keysOf(page)), QSize(560, 520), page);
    }
}

Sheet *Workspace::openSheet() const
{
    const QList<Sheet *> sheets = findChildren<Sheet *>();
    const auto open = std::find_if(sheets.begin(), sheets.end(), [](const Sheet *sheet) { return !sheet->isHidden(); });
    return open == sheets.end() ? nullptr : *open;
}

void Workspace::tell(const QString &message)
{
    m_banner->setContent({.text = message});
}

QHash<QString, QVariant> Workspace::places() const
{
    QHash<QString, QVariant> places;
    for (auto page = m_pages.cbegin(); page != m_pages.cend(); ++page) {
        if (const auto *keeper = dynamic_cast<const KeepsPlace *>(*page); keeper && (*page)->session()) {
            places.insert(page.key(), keeper->place());
        }
    }
    return places;
}

void Workspace::goBackTo(const QHash<QString, QVariant> &places)
{
    giveSession();
    for (auto place = places.cbegin(); place != places.cend(); ++place) {
        if (auto *keeper = dynamic_cast<KeepsPlace *>(m_pages.value(place.key()))) {
            keeper->goBackTo(*place);
        }
    }
}

void Workspace::fillSearch()
{
    std::vector<CommandSearch::Entry> entries;
    for (const PageEntry &entry : pageRegistry()) {
        const QString id = QLatin1String(entry.id);
        entries.push_back({.title = m_pages.value(id)->windowTitle(),
                           .kind = tr("Page"),
                           .key = {},
                           .icon = QLatin1String(entry.icon),
                           .run = [this, id] { openPage(id); }});
    }
    appendCommands(entries, currentPage());
    appendCommands(entries, window());
    m_topBar->search()->setEntries(entries);
    if (m_session) {
        readSearchEntries(
            m_session, this, [this](const QString &id, const QVariant &argument) { openPage(id, argument); },
            [this, entries](std::vector<CommandSearch::Entry> more) mutable {
                entries.insert(entries.end(), more.begin(), more.end());
                m_topBar->search()->setEntries(std::move(entries));
            });
    }
}

}  // namespace atlas::widgets
