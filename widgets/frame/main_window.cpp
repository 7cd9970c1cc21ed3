#include "widgets/frame/main_window.h"

#include "storage/feature_files.h"

#include "widgets/frame/rail.h"
#include "widgets/frame/settings_menu.h"
#include "widgets/frame/theme.h"
#include "widgets/frame/top_bar.h"
#include "widgets/frame/workspace.h"
#include "widgets/jobs.h"
#include "widgets/session.h"
#include "widgets/start/recent_projects.h"
#include "widgets/start/session_opener.h"
#include "widgets/start/start_page.h"
#include "widgets/training_service.h"

#include <QAction>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QToolButton>

namespace atlas::widgets {

namespace {
const QString kGeometryKey = QStringLiteral("frame/geometry");
constexpr QSize kUsual(1440, 900);
constexpr QSize kLeast(1024, 640);
constexpr int kAboutIcon = 64;
}  // namespace

MainWindow::MainWindow(const PageServices &services, QWidget *parent)
    : QMainWindow(parent), m_services(services), m_opener(new SessionOpener(this)), m_stack(new QStackedWidget(this)),
      m_start(new StartPage(m_stack)), m_workspace(new Workspace(services, m_stack)), m_settings(new SettingsMenu(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setMinimumSize(kLeast);
    setAcceptDrops(true);
    m_stack->addWidget(m_start);
    m_stack->addWidget(m_workspace);
    setCentralWidget(m_stack);
    resize(kUsual);
    restoreGeometry(QSettings().value(kGeometryKey).toByteArray());
    addActions();

    connect(m_start, &StartPage::newWanted, this, [this] { chooseNew(); });
    connect(m_start, &StartPage::openWanted, this, &MainWindow::chooseOpen);
    connect(m_start, &StartPage::demoRequested, this, &MainWindow::demoRequested);
    connect(m_start, &StartPage::projectChosen, this, [this](const QString &folder) { openProject(folder); });
    connect(m_workspace, &Workspace::demoRequested, this, &MainWindow::demoRequested);
    connect(m_workspace, &Workspace::pageChanged, this, &MainWindow::showTitle);
    connect(m_opener, &SessionOpener::opening, m_start, &StartPage::showOpening);
    connect(m_opener, &SessionOpener::opened, this,
            [this](Session *session) { setSession(std::unique_ptr<Session>(session)); });
    connect(m_opener, &SessionOpener::failed, this, [this](const QString &message, const QString &hint) {
        m_after = {};
        closeProject();
        m_start->showError(message, hint);
    });
    connect(m_workspace->rail()->settingsButton(), &QAbstractButton::clicked, this, [this] {
        QWidget *button = m_workspace->rail()->settingsButton();
        m_settings->popup(
            button->mapToGlobal(QPoint(button->width(), button->height() - m_settings->sizeHint().height())));
    });
    connect(m_settings, &SettingsMenu::keysWanted, m_workspace, &Workspace::showKeys);
    connect(m_settings, &SettingsMenu::aboutWanted, this, &MainWindow::showAbout);
    connect(m_workspace->topBar()->projectMenu(), &QMenu::aboutToShow, this, &MainWindow::fillProjectMenu);
    m_start->refresh();
    showTitle();
}

MainWindow::~MainWindow()
{
    if (m_services.training) {
        m_services.training->setSession(nullptr);
    }
    m_workspace->setSession(nullptr);
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

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(this);
    box->setObjectName(QStringLiteral("about"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Atlas Workbench"));
    box->setIconPixmap(theme::icon(QStringLiteral("atlas")).pixmap(kAboutIcon, kAboutIcon));
    box->setText(tr("<b>Atlas Workbench %1</b>").arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(tr(
        "Learns task after task from pictures and texts without forgetting the earlier ones, by the method of ATLAS "
        "(arXiv 2410.10923).\n\nFree software under the GNU General Public License, version 3 or later. Built on Qt, "
        "LibTorch, OpenCV, SQLite and QCustomPlot."));
    box->open();
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
}

void MainWindow::closeProject()
{
    if (!m_session) {
        m_stack->setCurrentWidget(m_start);
        return;
    }
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

void MainWindow::fillProjectMenu()
{
    QMenu *menu = m_workspace->topBar()->projectMenu();
    menu->clear();
    menu->addAction(tr("New project…"), this, [this] { chooseNew(); });
    menu->addAction(tr("Open…"), this, [this] { chooseOpen(); });
    menu->addSeparator();
    for (const QString &folder : RecentProjects::folders()) {
        if (m_session &&
            QFileInfo(folder) != QFileInfo(QString::fromStdString(m_session->project().folder().string()))) {
            menu->addAction(QFileInfo(folder).completeBaseName(), this,
                            [this, folder] { whenQuiet([this, folder] { openProject(folder); }); });
        }
    }
    menu->addSeparator();
    if (m_session) {
        addCacheAction(menu);
    }
    menu->addAction(tr("Open the demo"), this, &MainWindow::demoRequested);
    menu->addAction(tr("Close the project"), this, [this] { whenQuiet([this] { closeProject(); }); });
}

/// What the cache takes is read when the menu opens, and written into the entry when it is known.
void MainWindow::addCacheAction(QMenu *menu)
{
    const std::filesystem::path folder = m_session->project().cacheFolder();
    auto *action = menu->addAction(tr("Clear embedded data"));
    action->setObjectName(QStringLiteral("clearEmbeddedData"));
    action->setToolTip(tr("What the backbone's frozen networks made of the samples; it is made again when needed"));
    action->setEnabled(false);
    m_session->read(
        action, [folder](storage::Connection &) { return storage::cachedFeatureBytes(folder); },
        [action](std::int64_t bytes) {
            action->setText(tr("Clear embedded data (%1)").arg(QLocale().formattedDataSize(bytes)));
            action->setEnabled(bytes > 0);
        });
    connect(action, &QAction::triggered, this, [this, folder] {
        m_session->read(
            this, [folder](storage::Connection &) { storage::clearCachedFeatures(folder); }, [] {});
    });
}

void MainWindow::chooseNew(const QVariant &thenImport)
{
    auto *dialog =
        new QFileDialog(this, tr("New project"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                        tr("Atlas projects (*.atlas)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("atlas"));
    dialog->setLabelText(QFileDialog::FileName, tr("Name:"));
    dialog->setLabelText(QFileDialog::Accept, tr("Make"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, thenImport](const QString &folder) {
        whenQuiet([this, folder, thenImport] { createProject(folder, thenImport); });
    });
    dialog->open();
}

void MainWindow::chooseOpen()
{
    auto *dialog = new QFileDialog(this, tr("Open a project"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) { openProject(folder); });
    dialog->open();
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

void MainWindow::whenQuiet(std::function<void()> then)
{
    JobList *jobs = m_services.jobs;
    if (jobs->runningCount() == 0) {
        then();
        return;
    }
    auto *box =
        new QMessageBox(QMessageBox::Question, tr("Stop and close?"),
                        tr("%n job(s) are still running.", nullptr, jobs->runningCount()), QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("stopJobs"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("Training goes on from its last checkpoint when you resume it. An import starts over."));
    QPushButton *stop = box->addButton(tr("Stop and close"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(tr("Keep working"), QMessageBox::RejectRole));
    connect(stop, &QPushButton::clicked, this, [this, jobs, then = std::move(then)] {
        connect(jobs, &JobList::becameQuiet, this, then, Qt::SingleShotConnection);
        jobs->cancelAll();
    });
    box->open();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList files;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            files << url.toLocalFile();
        }
    }
    if (!files.isEmpty()) {
        event->acceptProposedAction();
        takeFiles(files);
    }
}

void MainWindow::takeFiles(const QStringList &files)
{
    if (isProjectFolder(files.first())) {
        whenQuiet([this, folder = files.first()] { openProject(folder); });
        return;
    }
    const QVariantMap import{{QStringLiteral("import"), files}};
    if (!m_session) {
        chooseNew(import);
        return;
    }
    if (Page *page = m_workspace->currentPage(); !page || !page->dropped(files)) {
        m_workspace->openPage(QStringLiteral("data"), import);
    }
}

}  // namespace atlas::widgets
