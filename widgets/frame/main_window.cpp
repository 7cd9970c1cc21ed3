#include "widgets/frame/main_window.h"

#include "widgets/frame/focus_frame.h"
#include "widgets/frame/language.h"
#include "widgets/frame/rail.h"
#include "widgets/frame/settings_menu.h"
#include "widgets/frame/sheet.h"
#include "widgets/frame/top_bar.h"
#include "widgets/frame/tour.h"
#include "widgets/frame/tour_steps.h"
#include "widgets/frame/workspace.h"
#include "widgets/jobs.h"
#include "widgets/session.h"
#include "widgets/start/recent_projects.h"
#include "widgets/start/session_opener.h"
#include "widgets/start/start_page.h"
#include "widgets/training_service.h"

#include <QAction>
#include <QCloseEvent>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>

namespace atlas::widgets {

namespace {
const QString kGeometryKey = QStringLiteral("frame/geometry");
constexpr QSize kUsual(1440, 900);
constexpr QSize kLeast(1024, 640);
}  // namespace

MainWindow::MainWindow(const PageServices &services, QWidget *parent)
    : QMainWindow(parent), m_services(services), m_opener(new SessionOpener(this)), m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setMinimumSize(kLeast);
    setAcceptDrops(true);
    setCentralWidget(m_stack);
    resize(kUsual);
    restoreGeometry(QSettings().value(kGeometryKey).toByteArray());
    new FocusFrame(this);
    build();
    connect(m_opener, &SessionOpener::opening, this, [this](const QString &folder) { m_start->showOpening(folder); });
    connect(m_opener, &SessionOpener::opened, this,
            [this](Session *session) { setSession(std::unique_ptr<Session>(session)); });
    connect(m_opener, &SessionOpener::failed, this, [this](const QString &message, const QString &hint) {
        m_after = {};
        closeProject();
        m_start->showError(message, hint);
    });
    showTitle();
}

/// Everything that shows text, in the language that is on.
void MainWindow::build()
{
    m_language = language::current();
    m_start = new StartPage(m_stack);
    m_workspace = new Workspace(m_services, m_stack);
    m_settings = new SettingsMenu(this);
    m_stack->addWidget(m_start);
    m_stack->addWidget(m_workspace);
    addActions();

    connect(m_start, &StartPage::newWanted, this, [this] { chooseNew(); });
    connect(m_start, &StartPage::openWanted, this, &MainWindow::chooseOpen);
    connect(m_start, &StartPage::demoRequested, this, &MainWindow::demoRequested);
    connect(m_start, &StartPage::projectChosen, this, [this](const QString &folder) { openProject(folder); });
    connect(m_start, &StartPage::settingsWanted, this, &MainWindow::popUpSettings);
    connect(m_start, &StartPage::tourWanted, this, &MainWindow::startTour);
    connect(m_workspace, &Workspace::demoRequested, this, &MainWindow::demoRequested);
    connect(m_workspace, &Workspace::pageChanged, this, &MainWindow::showTitle);
    connect(m_workspace->rail()->settingsButton(), &QAbstractButton::clicked, this,
            [this] { popUpSettings(m_workspace->rail()->settingsButton()); });
    connect(m_settings, &SettingsMenu::keysWanted, m_workspace, &Workspace::showKeys);
    connect(m_settings, &SettingsMenu::glossaryWanted, this, &MainWindow::showGlossary);
    connect(m_settings, &SettingsMenu::tourWanted, this, &MainWindow::startTour);
    connect(m_settings, &SettingsMenu::aboutWanted, this, &MainWindow::showAbout);
    connect(m_workspace->topBar()->projectMenu(), &QMenu::aboutToShow, this, &MainWindow::fillProjectMenu);
    m_start->refresh();
}

MainWindow::~MainWindow()
{
    if (m_services.training) {
        m_services.training->setSession(nullptr);
    }
    m_workspace->setSession(nullptr);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {  // one for each translator that comes or goes
        QMetaObject::invokeMethod(this, &MainWindow::speakAnew, Qt::QueuedConnection);
    }
    QMainWindow::changeEvent(event);
}

/// Makes the pages again in the language that is on, where the person was. The session, its jobs and a training that
/// goes on stay as they are.
void MainWindow::speakAnew()
{
    if (m_language == language::current()) {
        return;
    }
    if (const Sheet *sheet = m_workspace->openSheet()) {  // what is typed there is nowhere else
        m_workspace->tell(tr("The window changes its language as soon as the open sheet is closed."));
        connect(sheet, &QObject::destroyed, this, &MainWindow::speakAnew,
                Qt::ConnectionType(Qt::QueuedConnection | Qt::UniqueConnection));
        return;
    }
    const bool working = m_stack->currentWidget() == m_workspace;
    const QString page = m_workspace->currentId();
    const QHash<QString, QVariant> places = m_workspace->places();
    const QString focus = focusWidget() ? focusWidget()->objectName() : QString();
    const int step = m_tour ? m_tour->step() : -1;
    m_workspace->saveState();
    delete m_tour;
    qDeleteAll(actions());
    for (QWidget *old :
         {static_cast<QWidget *>(m_start), static_cast<QWidget *>(m_workspace), static_cast<QWidget *>(m_settings)}) {
        delete old;
    }
    build();
    if (m_session) {
        m_workspace->setSession(m_session.get(), page);
        m_workspace->openPage(page);
        m_workspace->goBackTo(places);
        refreshAfterJobs();
    }
    m_stack->setCurrentWidget(working ? static_cast<QWidget *>(m_workspace) : m_start);
    showTitle();
    if (step >= 0) {
        showTour(step);
    } else if (auto *widget = focus.isEmpty() ? nullptr : findChild<QWidget *>(focus)) {
        widget->setFocus();
    }
}

/// Pages that began a job take its outcome; those made since then read again instead.
void MainWindow::refreshAfterJobs()
{
    for (Job *job : m_services.jobs->jobs()) {
        connect(job, &Job::finished, m_session.get(), [session = m_session.get()] {
            Q_EMIT session->datasetsChanged();
            Q_EMIT session->tasksChanged();
            Q_EMIT session->sequencesChanged();
            Q_EMIT session->runsChanged();
        });
    }
}

void MainWindow::addActions()
{
    const auto add = [this](const QString &text, const QList<QKeySequence> &keys, auto function) {
        auto *action = new QAction(text, this);
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, this, function);
        addAction(action);
        return action;
    };
    add(tr("New project"), {QKeySequence::New}, [this] { chooseNew(); });
    add(tr("Open a project"), {QKeySequence::Open}, [this] { chooseOpen(); });
    add(tr("Close the project"), {QKeySequence(Qt::CTRL | Qt::Key_W)},
        [this] { whenQuiet([this] { closeProject(); }); });
    add(tr("Search"), {QKeySequence(Qt::CTRL | Qt::Key_K)}, [this] { m_workspace->focusSearch(); });
    add(tr("Show or fold the inspector"), {QKeySequence(Qt::Key_F9)},
        [this] { m_workspace->topBar()->inspectorSwitch()->toggle(); });
    add(tr("Keys of this page"), {QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question)},
        [this] { m_workspace->showKeys(); });
    add(tr("Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)}, [this] { close(); });
}

void MainWindow::openProject(const QString &folder, storage::OpenMode mode, const QString &thenPage,
                             const QVariant &argument)
{
    m_after = {thenPage, argument};
    closeProject();
    m_opener->open(folder, mode);
}

void MainWindow::createProject(const QString &folder, const QVariant &thenImport)
{
    m_after = {QStringLiteral("data"), thenImport};
    closeProject();
    m_opener->create(folder);
}

void MainWindow::setSession(std::unique_ptr<Session> session)
{
    closeProject();
    m_session = std::move(session);
    const std::filesystem::path &folder = m_session->project().folder();
    RecentProjects::add(QString::fromStdString(folder.string()));
    m_workspace->setSession(m_session.get(), m_after.page);
    m_stack->setCurrentWidget(m_workspace);
    if (m_services.training) {
        m_services.training->setSession(m_session.get());
    }
    showTitle();
    Q_EMIT sessionChanged(m_session.get());
    const AfterOpening after = std::exchange(m_after, {});
    if (!after.page.isEmpty()) {
        m_workspace->openPage(after.page, after.argument);
    }
    if (std::exchange(m_tourWanted, false)) {
        showTour(0);
    }
}

void MainWindow::startTour()
{
    setTourAnswered();
    m_start->refresh();
    if (m_session) {
        showTour(0);
    } else {
        m_tourWanted = true;
        Q_EMIT demoRequested();
    }
}

void MainWindow::showTour(int step)
{
    delete m_tour;
    m_tour = new Tour(*m_workspace, step, this);
}

void MainWindow::closeProject()
{
    if (!m_session) {
        m_stack->setCurrentWidget(m_start);
        return;
    }
    delete m_tour;
    if (m_services.training) {
        m_services.training->setSession(nullptr);
    }
    m_workspace->setSession(nullptr);
    Q_EMIT sessionChanged(nullptr);
    m_session.reset();
    m_stack->setCurrentWidget(m_start);
    m_start->refresh();
    showTitle();
}

void MainWindow::showTitle()
{
    if (!m_session) {
        setWindowTitle(tr("Atlas Workbench"));
        return;
    }
    const Page *page = m_workspace->currentPage();
    setWindowTitle(
        tr("%1 – %2 – Atlas Workbench").arg(page ? page->windowTitle() : QString(), m_session->projectName()));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_services.jobs->runningCount() > 0) {
        event->ignore();
        whenQuiet([this] { close(); });
        return;
    }
    QSettings().setValue(kGeometryKey, saveGeometry());
    m_workspace->saveState();
    QMainWindow::closeEvent(event);
}

}  // namespace atlas::widgets
