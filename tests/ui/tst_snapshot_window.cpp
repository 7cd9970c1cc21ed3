#include "core/observer.h"
#include "storage/snapshot.h"
#include "support/screenshot.h"
#include "trained_project.h"
#include "widgets/frame/banner.h"
#include "widgets/frame/main_window.h"
#include "widgets/frame/theme.h"
#include "widgets/frame/workspace.h"
#include "widgets/jobs.h"

#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

using namespace atlas;
using namespace atlas::widgets;

/// A frozen snapshot in the window: its results are there, and nobody takes it for the project itself.
class TestSnapshotWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void opensReadOnlyAndSaysWhatItIs();
};

void TestSnapshotWindow::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("atlas-test"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_snapshot_window"));
    QSettings().clear();
    theme::apply(*qApp, theme::Mode::Light);
}

void TestSnapshotWindow::opensReadOnlyAndSaysWhatItIs()
{
    test::TrainedProject project(test::TrainedProject::eightTasks());
    QTemporaryDir folder;
    const QString place = folder.filePath("Handed over.atlas");
    NullObserver observer;
    storage::takeSnapshot(project.session().project(),
                          {.runs = {project.finished().uuid}, .target = place.toStdString(), .actor = "hana"}, observer,
                          {});
    JobList jobs;
    MainWindow window({&jobs, nullptr});
    window.resize(1200, 760);
    window.show();
    QSignalSpy changed(&window, &MainWindow::sessionChanged);
    window.openProject(place, storage::OpenMode::ReadWrite, QStringLiteral("results"));
    QVERIFY(changed.wait());
    QVERIFY(window.session()->readOnly());
    auto *banner = window.findChild<Banner *>(QStringLiteral("readOnlyBanner"));
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains("frozen snapshot") && banner->text().contains("hana"), qPrintable(banner->text()));
    for (const QToolButton *button : banner->findChildren<QToolButton *>()) {
        QVERIFY(!button->isVisible());  // it cannot be dismissed
    }
    QTest::qWait(800);  // the page reads its results
    test::saveScreenshot(window, "snapshot_window");
}

QTEST_MAIN(TestSnapshotWindow)
#include "tst_snapshot_window.moc"
