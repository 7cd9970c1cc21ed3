#include "core/observer.h"
#include "storage/snapshot.h"
#include "support/screenshot.h"
#include "tests/storage/older_project.h"
#include "trained_project.h"
#include "widgets/frame/banner.h"
#include "widgets/frame/main_window.h"
#include "widgets/frame/page.h"
#include "widgets/frame/theme.h"
#include "widgets/frame/workspace.h"
#include "widgets/jobs.h"

#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace atlas;
using namespace atlas::widgets;

/// A frozen snapshot in the window: its results are there, and nobody takes it for the project itself.
class TestSnapshotWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void opensReadOnlyAndSaysWhatItIs();
    void anOlderSnapshotOpensAsACurrentOneDoes();
    void anOlderProjectOpenedToReadSaysOfWhichMomentItIs();

private:
    /// Opens it in a window of its own and waits for the banner.
    std::unique_ptr<MainWindow> opened(const QString &place, storage::OpenMode mode);

    JobList m_jobs;
};

void TestSnapshotWindow::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("atlas-test"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_snapshot_window"));
    QSettings().clear();
    theme::apply(*qApp, theme::Mode::Light);
}

std::unique_ptr<MainWindow> TestSnapshotWindow::opened(const QString &place, storage::OpenMode mode)
{
    auto window = std::make_unique<MainWindow>(PageServices{&m_jobs, nullptr});
    window->resize(1200, 760);
    window->show();
    QSignalSpy changed(window.get(), &MainWindow::sessionChanged);
    window->openProject(place, mode, QStringLiteral("results"));
    return changed.wait() ? std::move(window) : nullptr;
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
    const auto window = opened(place, storage::OpenMode::ReadWrite);
    QVERIFY(window != nullptr);
    QVERIFY(window->session()->readOnly());
    auto *banner = window->findChild<Banner *>(QStringLiteral("readOnlyBanner"));
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains("frozen snapshot") && banner->text().contains("hana"), qPrintable(banner->text()));
    for (const QToolButton *button : banner->findChildren<QToolButton *>()) {
        QVERIFY(!button->isVisible());  // it cannot be dismissed
    }
    QTest::qWait(800);  // the page reads its results
    test::saveScreenshot(*window, "snapshot_window");
}

void TestSnapshotWindow::anOlderSnapshotOpensAsACurrentOneDoes()
{
    QTemporaryDir folder;
    const QString place = folder.filePath("Handed over long ago.atlas");
    test::makeOlderSnapshot(place.toStdString(), 11);
    const auto before = test::bytesOf(place.toStdString());
    {
        const auto window = opened(place, storage::OpenMode::ReadWrite);
        QVERIFY(window != nullptr);
        QVERIFY(window->session()->readOnly());
        auto *banner = window->findChild<Banner *>(QStringLiteral("readOnlyBanner"));
        QVERIFY2(banner->text().contains("frozen snapshot of the project Line 3"), qPrintable(banner->text()));
        QVERIFY2(!banner->text().contains("older"), qPrintable(banner->text()));
        auto *page = window->workspace()->currentPage();
        const auto shows = [page](const QString &words) {
            const auto labels = page->findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text().contains(words); });
        };
        QTRY_VERIFY(shows(QStringLiteral("50.0")));  // what the run of the fixture measured
        QTest::qWait(400);
        test::saveScreenshot(*window, "snapshot_window_older");
    }
    QCOMPARE(test::bytesOf(place.toStdString()), before);
}

void TestSnapshotWindow::anOlderProjectOpenedToReadSaysOfWhichMomentItIs()
{
    QTemporaryDir folder;
    const QString place = folder.filePath("Older.atlas");
    test::makeOlderProject(place.toStdString(), 11);
    const auto before = test::bytesOf(place.toStdString());
    {
        const auto window = opened(place, storage::OpenMode::ReadOnly);
        QVERIFY(window != nullptr);
        auto *banner = window->findChild<Banner *>(QStringLiteral("readOnlyBanner"));
        QVERIFY2(banner->text().contains("An older version of the program wrote it"), qPrintable(banner->text()));
    }
    QCOMPARE(test::bytesOf(place.toStdString()), before);
}

QTEST_MAIN(TestSnapshotWindow)
#include "tst_snapshot_window.moc"
