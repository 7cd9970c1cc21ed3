#include "fake_training.h"
#include "sample_project.h"
#include "storage/connection.h"
#include "storage/run_store.h"
#include "support/screenshot.h"
#include "trained_project.h"
#include "widgets/frame/language.h"
#include "widgets/frame/main_window.h"
#include "widgets/frame/rail.h"
#include "widgets/frame/theme.h"
#include "widgets/frame/tour.h"
#include "widgets/frame/workspace.h"
#include "widgets/start/start_page.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace atlas;
using namespace atlas::widgets;

class TestTour : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void isOfferedUntilAnswered();
    void takenWithoutAProjectItAsksForTheDemo();
    void pointsAtEveryPageAndEnds();
    void goesBackAndStops();
    void keysAreEnough();
    void leavesTheWindowUsable();
    void saysThatNoRunIsFinishedUntilOneIs();
    void keepsItsStepInAnotherLanguage();
    void pictures();

private:
    Tour *tour() const { return m_window->findChild<Tour *>(); }
    QPushButton *button(const char *name) const { return tour()->findChild<QPushButton *>(QLatin1String(name)); }
    void press(const char *name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
    void start();
    void showTrained();

    std::unique_ptr<test::TrainedProject> m_project;
    std::unique_ptr<JobList> m_jobs;
    std::unique_ptr<test::FakeTraining> m_training;
    std::unique_ptr<MainWindow> m_window;
};

void TestTour::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("atlas-test"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_tour"));
    theme::apply(*qApp, theme::Mode::Light);
}

void TestTour::init()
{
    QSettings().clear();
    language::apply(QStringLiteral("en"));
    m_jobs = std::make_unique<JobList>();
    m_training = std::make_unique<test::FakeTraining>();
    m_window = std::make_unique<MainWindow>(PageServices{m_jobs.get(), m_training.get()});
}

void TestTour::cleanup()
{
    m_window.reset();
    m_training.reset();
    m_jobs.reset();
    m_project.reset();
}

void TestTour::showTrained()
{
    m_project = std::make_unique<test::TrainedProject>(test::TrainedProject::eightTasks());
    m_project->addRival("shared", 0.05);
    m_window->setSession(m_project->takeSession());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestTour::start()
{
    m_window->findChild<QAction *>(QStringLiteral("helpTour"))->trigger();
    QVERIFY(tour());
}

void TestTour::isOfferedUntilAnswered()
{
    m_window->show();
    auto *offer = m_window->findChild<QWidget *>(QStringLiteral("tourOffer"));
    QVERIFY(offer->isVisible());
    QTest::mouseClick(offer->findChild<QPushButton *>(QStringLiteral("tourDecline")), Qt::LeftButton);
    QVERIFY(!offer->isVisible());
    MainWindow next({m_jobs.get(), nullptr});
    next.show();
    QVERIFY(!next.findChild<QWidget *>(QStringLiteral("tourOffer"))->isVisible());
}

void TestTour::takenWithoutAProjectItAsksForTheDemo()
{
    m_window->show();
    QSignalSpy demo(m_window.get(), &MainWindow::demoRequested);
    QTest::mouseClick(m_window->findChild<QPushButton *>(QStringLiteral("tourTake")), Qt::LeftButton);
    QCOMPARE(demo.count(), 1);
    QVERIFY(!tour());
    test::SampleProject project;
    m_window->setSession(project.session());
    QVERIFY(tour());
    QCOMPARE(tour()->step(), 0);
    m_window->closeProject();
}

void TestTour::pointsAtEveryPageAndEnds()
{
    showTrained();
    start();
    QSet<QString> pages;
    const int count = tour()->count();
    for (int step = 0; step < count; ++step) {
        QCOMPARE(tour()->step(), step);
        QTest::qWait(100);
        pages.insert(m_window->workspace()->currentId());
        const QString where = tour()->findChild<QLabel *>(QStringLiteral("tourTitle"))->text();
        QVERIFY2(m_window->rect().contains(tour()->geometry()), qPrintable(where));
        auto *text = tour()->findChild<QLabel *>(QStringLiteral("tourText"));
        QVERIFY2(text->height() >= text->heightForWidth(text->width()), qPrintable(where));
        press("tourNext");
    }
    QTRY_VERIFY(!tour());
    for (const char *page : {"data", "sequence", "train", "results"}) {
        QVERIFY2(pages.contains(QLatin1String(page)), page);
    }
    QCOMPARE(m_window->workspace()->currentId(), QStringLiteral("results"));
}

void TestTour::goesBackAndStops()
{
    showTrained();
    start();
    QVERIFY(!button("tourBack")->isEnabled());
    press("tourNext");
    press("tourNext");
    QCOMPARE(tour()->step(), 2);
    press("tourBack");
    QCOMPARE(tour()->step(), 1);
    press("tourStop");
    QTRY_VERIFY(!tour());
    start();
    QCOMPARE(tour()->step(), 0);
}

void TestTour::keysAreEnough()
{
    showTrained();
    start();
    QVERIFY(button("tourNext")->hasFocus());
    QTest::keyClick(button("tourNext"), Qt::Key_Space);
    QCOMPARE(tour()->step(), 1);
    QVERIFY(button("tourNext")->hasFocus());
    QTest::keyClick(button("tourNext"), Qt::Key_Backtab);
    QVERIFY(button("tourBack")->hasFocus());
    QTest::keyClick(button("tourBack"), Qt::Key_Escape);
    QTRY_VERIFY(!tour());
}

void TestTour::leavesTheWindowUsable()
{
    showTrained();
    start();
    QTest::mouseClick(m_window->findChild<RailButton *>(QStringLiteral("rail.results")), Qt::LeftButton);
    QCOMPARE(m_window->workspace()->currentId(), QStringLiteral("results"));
    QVERIFY(tour()->isVisible());
    m_window->closeProject();
    QVERIFY(!tour());
}

void TestTour::saysThatNoRunIsFinishedUntilOneIs()
{
    m_project = std::make_unique<test::TrainedProject>(std::vector<std::vector<double>>{{0.9}, {0.85, 0.8}});
    const RunRecord run = m_project->finished();
    Session &session = m_project->session();
    const auto become = [&](RunStatus status) {
        session.project().writer().run([&](storage::Connection &connection) {
            storage::RunStore(connection).setStatus(run.uuid, status, {});
            return 0;
        });
    };
    become(RunStatus::Running);
    m_window->setSession(m_project->takeSession());
    m_window->show();
    start();
    auto *waiting = tour()->findChild<QLabel *>(QStringLiteral("tourWaiting"));
    while (m_window->workspace()->currentId() != QStringLiteral("results")) {
        press("tourNext");
    }
    QTRY_VERIFY(waiting->isVisible());
    become(RunStatus::Finished);
    Q_EMIT session.runsChanged();
    QTRY_VERIFY(!waiting->isVisible());
}

void TestTour::keepsItsStepInAnotherLanguage()
{
    showTrained();
    start();
    press("tourNext");
    press("tourNext");
    const QPointer<Tour> before = tour();
    language::apply(QStringLiteral("ja"));
    QTRY_VERIFY(before.isNull());
    QVERIFY(tour());
    QCOMPARE(tour()->step(), 2);
    QCOMPARE(button("tourNext")->text(), QStringLiteral("次へ"));
}

void TestTour::pictures()
{
    for (const char *code : {"en", "ja"}) {
        language::apply(QLatin1String(code));
        cleanup();
        QSettings().clear();
        m_jobs = std::make_unique<JobList>();
        m_training = std::make_unique<test::FakeTraining>();
        m_window = std::make_unique<MainWindow>(PageServices{m_jobs.get(), m_training.get()});
        m_window->show();
        QTest::qWait(50);
        QVERIFY(!test::saveScreenshot(*m_window, QStringLiteral("tour_start_") + QLatin1String(code)).isEmpty());
        showTrained();
        start();
        for (int step = 0; step < tour()->count(); ++step) {
            QTest::qWait(250);
            QVERIFY(!test::saveScreenshot(*m_window, QStringLiteral("tour_%1_%2").arg(QLatin1String(code)).arg(step))
                         .isEmpty());
            press("tourNext");
            if (!tour()) {
                break;
            }
        }
    }
}

QTEST_MAIN(TestTour)
#include "tst_tour.moc"
