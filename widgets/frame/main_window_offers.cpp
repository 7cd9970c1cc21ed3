#include "widgets/frame/main_window.h"

#include "storage/feature_files.h"

#include "widgets/frame/glossary.h"
#include "widgets/frame/settings_menu.h"
#include "widgets/frame/sheet.h"
#include "widgets/frame/theme.h"
#include "widgets/frame/top_bar.h"
#include "widgets/frame/workspace.h"
#include "widgets/jobs.h"
#include "widgets/session.h"
#include "widgets/start/recent_projects.h"
#include "widgets/start/start_page.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardPaths>

/// What the window asks and offers beside its pages: menus, dialogs, dropped files.
namespace atlas::widgets {

namespace {
constexpr int kAboutIcon = 64;
constexpr QSize kGlossary(680, 560);
}  // namespace

void MainWindow::popUpSettings(QWidget *button)
{
    const QSize menu = m_settings->sizeHint();
    const bool onTheRail = button->window() == this && button->mapTo(this, QPoint()).y() > height() / 2;
    m_settings->popup(button->mapToGlobal(onTheRail ? QPoint(button->width(), button->height() - menu.height())
                                                    : QPoint(button->width() - menu.width(), button->height())));
}

void MainWindow::showGlossary()
{
    QWidget *over = m_session ? static_cast<QWidget *>(m_workspace->currentPage()) : m_start;
    new Sheet(tr("Glossary"), new GlossaryView, kGlossary, over);
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
