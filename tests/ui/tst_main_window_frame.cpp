#include "core/error.h"
#include "sample_project.h"
#include "support/screenshot.h"
#include "widgets/frame/command_search.h"
#include "widgets/frame/main_window.h"
#include "widgets/frame/page_registry.h"
#include "widgets/frame/rail.h"
#include "widgets/frame/top_bar.h"
#include "widgets/frame/workspace.h"
#include "widgets/jobs.h"
#include "widgets/session.h"
#include "widgets/start/recent_projects.h"
#include "widgets/start/start_page.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

#include <latch>

using namespace atlas;
using namespace atlas::widgets;

class TestMainWindowFrame : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void startsOnTheStartPage();
    void opensAProjectAndRemembersIt();
    void saysWhyAFolderDoesNotOpen();
    void opensReadOnlyWhileAnotherWrites();
    void railAndKeysShowPages();
    void searchFindsPagesAndCommands();
    void jobsBarShowsProgressThenLeaves();
    void failedJobStaysUntilDismissed();
    void jobEndsInExactlyOneOutcome_data();
    void jobEndsInExactlyOneOutcome();
    void closingAsksWhileAJobRuns();
    void inspectorFoldsAndIsRemembered();
    void everyButtonHasAName();
    void embeddedDataIsClearedFromTheProjectMenu();
    void survivesTheSmallestSize();
};

void TestMainWindowFrame::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("atlas-test"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_main_window_frame"));
    theme::apply(*qApp, theme::Mode::Light);
}

void TestMainWindowFrame::init()
{
    QSettings().clear();
}

void TestMainWindowFrame::startsOnTheStartPage()
{
    JobList jobs;
    MainWindow window({&jobs, nullptr});
    window.show();
    QVERIFY(window.startPage()->isVisible());
    QVERIFY(!window.workspace()->isVisible());
    QSignalSpy demo(&window, &MainWindow::demoRequested);
    QTest::mouseClick(window.findChild<QPushButton *>(QStringLiteral("startDemo")), Qt::LeftButton);
    QCOMPARE(demo.count(), 1);
}

void TestMainWindowFrame::opensAProjectAndRemembersIt()
{
    test::SampleProject project;
    project.addTexts("notes", 4, {"a", "b"});
    {
        const auto closed = project.session();
    }
    JobList jobs;
    MainWindow window({&jobs, nullptr});
    window.show();
    QSignalSpy changed(&window, &MainWindow::sessionChanged);
    window.openProject(project.folder());
    QVERIFY(changed.wait());
    QVERIFY(window.workspace()->isVisible());
    QVERIFY(window.windowTitle().contains(QStringLiteral("Line 4")));
    QCOMPARE(RecentProjects::folders(), QStringList{project.folder()});
    window.closeProject();
    QVERIFY(window.startPage()->isVisible());
    QVERIFY(window.startPage()->findChild<QAbstractButton *>(QStringLiteral("project.Line 4")));
}

void TestMainWindowFrame::saysWhyAFolderDoesNotOpen()
{
    JobList jobs;
    MainWindow window({&jobs, nullptr});
    window.show();
    window.openProject(QStringLiteral("/nonexistent/thing.atlas"));
    auto *banner = window.findChild<Banner *>(QStringLiteral("startBanner"));
    QTRY_VERIFY(banner->isVisible() && banner->text().contains(QStringLiteral("nonexistent")));
    QVERIFY(window.session() == nullptr);
}

void TestMainWindowFrame::opensReadOnlyWhileAnotherWrites()
{
    test::SampleProject project;
    project.addTexts("notes", 4, {"a", "b"});
    JobList jobs;
    MainWindow window({&jobs, nullptr});
    window.show();
    QSignalSpy changed(&window, &MainWindow::sessionChanged);
    window.openProject(project.folder());  // the project object above still holds the lock
    QVERIFY(changed.wait());
    QVERIFY(window.session()->readOnly());
    auto *banner = window.findChild<Banner *>(QStringLiteral("readOnlyBanner"));
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains(QString::number(QCoreApplication::applicationPid())), qPrintable(banner->text()));
    QVERIFY(!window.findChild<QPushButton *>(QStringLiteral("importButton"))->isEnabled());
}

void TestMainWindowFrame::railAndKeysShowPages()
{
    JobList jobs;
    test::SampleProject project;
    MainWindow window({&jobs, nullptr});
    window.setSession(project.session());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    for (const PageEntry &entry : pageRegistry()) {
        const QString id = QLatin1String(entry.id);
        auto *button = window.findChild<RailButton *>(QStringLiteral("rail.") + id);
        QVERIFY2(button, entry.id);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(window.workspace()->currentId(), id);
        QVERIFY(window.workspace()->currentPage()->isVisible());
    }
    QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(window.workspace()->currentId(), QStringLiteral("data"));
}

void TestMainWindowFrame::searchFindsPagesAndCommands()
{
    JobList jobs;
    test::SampleProject project;
    project.addTexts("night shift", 4, {"a", "b"});
    MainWindow window({&jobs, nullptr});
    window.setSession(project.session());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    CommandSearch *search = window.workspace()->topBar()->search();
    QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(search->hasFocus());
    QTest::keyClicks(search, QStringLiteral("night"));
    QTRY_COMPARE(search->matchCount(), 1);  // the dataset: read from the project
    search->clear();
    QTest::keyClicks(search, QStringLiteral("undo"));
    QTRY_COMPARE(search->matchCount(), 1);
}

void TestMainWindowFrame::jobsBarShowsProgressThenLeaves()
{
    JobList jobs;
    test::SampleProject project;
    MainWindow window({&jobs, nullptr});
    window.setSession(project.session());
    window.show();
    auto *bar = window.findChild<QWidget *>(QStringLiteral("jobsBar"));
    QVERIFY(!bar->isVisible());
    std::latch go(1);
    auto *job = new FunctionJob(QStringLiteral("Counting"), [&go](Observer &observer, std::stop_token) {
        observer.progress(0.5, "half of it");
        go.wait();
    });
    jobs.add(job);
    job->start();
    QTRY_VERIFY(bar->isVisible());
    QTRY_COMPARE(bar->findChild<QLabel *>(QStringLiteral("jobWhat"))->text(), QStringLiteral("half of it"));
    QSignalSpy finished(job, &Job::finished);
    go.count_down();
    QVERIFY(finished.wait());
    QCOMPARE(jobs.runningCount(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(!bar->isVisible(), JobList::kFinishedStaysMs + 2000);
}

void TestMainWindowFrame::failedJobStaysUntilDismissed()
{
    JobList jobs;
    test::SampleProject project;
    MainWindow window({&jobs, nullptr});
    window.setSession(project.session());
    window.show();
    auto *job = new FunctionJob(QStringLiteral("Failing"), [](Observer &, std::stop_token) {
        throw Error(ErrorCode::DiskFull, "The disk is full.", "Make room and try again.");
    });
    jobs.add(job);
    QSignalSpy failed(job, &Job::failed);
    job->start();
    QVERIFY(failed.wait());
    auto *bar = window.findChild<QWidget *>(QStringLiteral("jobsBar"));
    QTest::qWait(50);
    QVERIFY(bar->isVisible());
    QVERIFY(bar->findChild<QLabel *>(QStringLiteral("jobWhat"))->text().contains(QStringLiteral("Make room")));
    QTest::mouseClick(bar->findChild<QToolButton *>(QStringLiteral("jobStop")), Qt::LeftButton);
    QTRY_VERIFY(!bar->isVisible());
    QVERIFY(jobs.jobs().isEmpty());
}

void TestMainWindowFrame::jobEndsInExactlyOneOutcome_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<int>("finished");
    QTest::addColumn<int>("failed");
    QTest::addColumn<int>("cancelled");
    QTest::newRow("returns") << 0 << 1 << 0 << 0;
    QTest::newRow("our error") << 1 << 0 << 1 << 0;
    QTest::newRow("another exception") << 2 << 0 << 1 << 0;
    QTest::newRow("stopped") << 3 << 0 << 0 << 1;
}

void TestMainWindowFrame::jobEndsInExactlyOneOutcome()
{
    QFETCH(int, what);
    QFETCH(int, finished);
    QFETCH(int, failed);
    QFETCH(int, cancelled);
    FunctionJob job(QStringLiteral("Job"), [what](Observer &, std::stop_token stop) {
        if (what == 1) {
            throw Error(ErrorCode::BadInput, "bad");
        }
        if (what == 2) {
            throw std::runtime_error("odd");
        }
        while (what == 3) {
            throwIfStopped(stop);
            std::this_thread::yield();
        }
    });
    QSignalSpy startedSpy(&job, &Job::started);
    QSignalSpy finishedSpy(&job, &Job::finished);
    QSignalSpy failedSpy(&job, &Job::failed);
    QSignalSpy cancelledSpy(&job, &Job::cancelled);
    job.start();
    if (what == 3) {
        job.cancel();
    }
    QTRY_COMPARE(finishedSpy.count() + failedSpy.count() + cancelledSpy.count(), 1);
    QTest::qWait(60);
    QCOMPARE(startedSpy.count(), 1);
    QCOMPARE(finishedSpy.count(), finished);
    QCOMPARE(failedSpy.count(), failed);
    QCOMPARE(cancelledSpy.count(), cancelled);
}

void TestMainWindowFrame::closingAsksWhileAJobRuns()
{
    JobList jobs;
    test::SampleProject project;
    MainWindow window({&jobs, nullptr});
    window.setSession(project.session());
    window.show();
    auto *job = new FunctionJob(QStringLiteral("Long"), [](Observer &, std::stop_token stop) {
        while (true) {
            throwIfStopped(stop);
            std::this_thread::yield();
        }
    });
    jobs.add(job);
    job->start();
    window.close();
    QVERIFY(window.isVisible());
    auto *box = window.findChild<QWidget *>(QStringLiteral("stopJobs"));
    QVERIFY(box);
    for (auto *button : box->findChildren<QPushButton *>()) {
        if (button->text().contains(QStringLiteral("Stop"))) {
            QTest::mouseClick(button, Qt::LeftButton);
        }
    }
    QTRY_VERIFY(!window.isVisible());
}

void TestMainWindowFrame::inspectorFoldsAndIsRemembered()
{
    JobList jobs;
    test::SampleProject project;
    {
        MainWindow window({&jobs, nullptr});
        window.setSession(project.session());
        window.show();
        auto *inspector = window.findChild<QWidget *>(QStringLiteral("inspector"));
        QVERIFY(inspector->isVisible());
        QTest::mouseClick(window.findChild<QToolButton *>(QStringLiteral("inspectorSwitch")), Qt::LeftButton);
        QVERIFY(!inspector->isVisible());
        window.close();
    }
    test::SampleProject other;
    MainWindow window({&jobs, nullptr});
    window.setSession(other.session());
    window.show();
    QVERIFY(!window.findChild<QWidget *>(QStringLiteral("inspector"))->isVisible());
}

void TestMainWindowFrame::everyButtonHasAName()
{
    JobList jobs;
    test::SampleProject project;
    project.addPictures("parts", 4, {"good", "defect"});
    MainWindow window({&jobs, nullptr});
    window.setSession(project.session());
    window.show();
    for (auto *button : window.findChildren<QAbstractButton *>()) {
        const bool internal = button->objectName().startsWith(QStringLiteral("qt_")) ||
                              button->parent()->inherits("QAbstractItemView") ||
                              button->parent()->inherits("QLineEdit");
        if (!internal && button->isVisible()) {
            QVERIFY2(
                !button->accessibleName().isEmpty() || !button->text().isEmpty(),
                qPrintable(button->objectName() + QLatin1Char(' ') + QLatin1String(button->metaObject()->className())));
        }
    }
}

void TestMainWindowFrame::embeddedDataIsClearedFromTheProjectMenu()
{
    JobList jobs;
    test::SampleProject project;
    project.addTexts("notes", 4, {"a", "b"});
    MainWindow window({&jobs, nullptr});
    window.setSession(project.session());
    window.show();
    QMenu *menu = window.workspace()->topBar()->projectMenu();
    const QString features = project.folder() + QStringLiteral("/cache/features");
    QVERIFY(QDir().mkpath(features));
    QFile file(features + QStringLiteral("/some.features"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(5000, 'x')) == 5000);
    file.close();

    Q_EMIT menu->aboutToShow();
    auto *action = menu->findChild<QAction *>(QStringLiteral("clearEmbeddedData"));
    QVERIFY(action);
    QTRY_VERIFY(action->isEnabled());
    QVERIFY2(action->text().contains(QLocale().formattedDataSize(5000)), qPrintable(action->text()));
    action->trigger();
    QTRY_VERIFY(!QFile::exists(file.fileName()));
}

void TestMainWindowFrame::survivesTheSmallestSize()
{
    JobList jobs;
    test::SampleProject project;
    project.addPictures("parts", 12, {"good", "defect"});
    MainWindow window({&jobs, nullptr});
    window.setSession(project.session());
    window.show();
    window.resize(1024, 640);
    QCOMPARE(window.size(), QSize(1024, 640));
    QTest::qWait(100);
    auto *toolbar = window.findChild<QWidget *>(QStringLiteral("makeTask"));
    auto *search = window.findChild<QWidget *>(QStringLiteral("commandSearch"));
    QVERIFY2(toolbar->mapTo(&window, toolbar->rect().topRight()).x() < search->mapTo(&window, QPoint()).x(),
             "the toolbar runs into the search field");
    QVERIFY(!test::saveScreenshot(window, QStringLiteral("frame_smallest")).isEmpty());
}

QTEST_MAIN(TestMainWindowFrame)
#include "tst_main_window_frame.moc"
