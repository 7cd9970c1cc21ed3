#include "fake_training.h"
#include "support/screenshot.h"
#include "trained_project.h"
#include "widgets/charts/line_chart.h"
#include "widgets/frame/banner.h"
#include "widgets/frame/theme.h"
#include "widgets/train/decision_card.h"
#include "widgets/train/run_queue.h"
#include "widgets/train/train_form.h"
#include "widgets/train/train_page.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace atlas;
using namespace atlas::widgets;

class TestTrainPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void queuesStrategiesTimesSeeds();
    void budgetsSetEpochsAndGoBack();
    void cannotTrainWithABadSetting();
    void buttonsActOnTheChosenRun();
    void interruptedRunsAreOfferedOnce();
    void chartsReadAndGoOnLive();
    void decisionsStandAsCards();
    void resultsAreOneClickAway();

private:
    void show();
    template <typename W>
    W *child(const char *name) const
    {
        return m_page->findChild<W *>(QString::fromLatin1(name));
    }

    std::unique_ptr<test::TrainedProject> m_project;
    std::unique_ptr<test::FakeTraining> m_training;
    std::unique_ptr<TrainPage> m_page;
};

void TestTrainPage::initTestCase()
{
    theme::apply(*qApp, theme::Mode::Light);
}

void TestTrainPage::init()
{
    m_project = std::make_unique<test::TrainedProject>(std::vector<std::vector<double>>{{0.9}, {0.9, 0.8}});
    m_training = std::make_unique<test::FakeTraining>();
}

void TestTrainPage::cleanup()
{
    m_page.reset();
    m_training.reset();
    m_project.reset();
}

void TestTrainPage::show()
{
    m_page = std::make_unique<TrainPage>(PageServices{.jobs = nullptr, .training = m_training.get()});
    m_page->resize(1200, 780);
    m_page->setSession(&m_project->session());
    m_page->show();
    QTRY_VERIFY(child<QTableView>("runTable")->model()->rowCount() > 0);
    QTRY_VERIFY(child<QPushButton>("trainStart")->isEnabled());
}

void TestTrainPage::queuesStrategiesTimesSeeds()
{
    show();
    child<QCheckBox>("strategy.head_only")->setChecked(true);
    child<QSpinBox>("trainSeeds")->setValue(3);
    child<QSpinBox>("trainMaxTrain")->setValue(400);
    auto *start = child<QPushButton>("trainStart");
    QVERIFY(start->text().contains(QLatin1Char('6')));
    start->click();
    QCOMPARE(m_training->enqueued.size(), std::size_t{6});
    QCOMPARE(m_training->enqueued[0].strategy, std::string("atlas"));
    QCOMPARE(m_training->enqueued[5].strategy, std::string("head_only"));
    QCOMPARE(m_training->enqueued[5].seed, std::uint64_t{3});
    QCOMPARE(m_training->enqueued[5].maxTrain, std::int64_t{400});
    QCOMPARE(m_training->enqueued[0].sequence, std::string("pilot"));
    QVERIFY(m_training->enqueued[0].settings.contains("policy"));
    QVERIFY(!m_training->enqueued[5].settings.contains("policy"));  // not a setting of that strategy
}

void TestTrainPage::budgetsSetEpochsAndGoBack()
{
    show();
    const auto epochs = [this] { return child<TrainForm>("trainForm")->specs().front().settings.at("epochs"); };
    QCOMPARE(epochs(), std::string("20"));
    child<QPushButton>("budget.quick")->click();
    QCOMPARE(epochs(), std::string("5"));
    child<QPushButton>("budget.thorough")->click();
    QCOMPARE(epochs(), std::string("60"));
    child<QPushButton>("budget.normal")->click();
    QCOMPARE(epochs(), std::string("20"));
}

void TestTrainPage::cannotTrainWithABadSetting()
{
    show();
    auto *epochs = child<QWidget>("setting.epochs")->findChild<QLineEdit *>(QStringLiteral("editor"));
    epochs->setText(QStringLiteral("many"));
    QVERIFY(!child<QPushButton>("trainStart")->isEnabled());
    QVERIFY(child<TrainForm>("trainForm")->specs().empty());
    epochs->setText(QStringLiteral("3"));
    QVERIFY(child<QPushButton>("trainStart")->isEnabled());
}

void TestTrainPage::buttonsActOnTheChosenRun()
{
    const RunRecord waiting = m_project->addRun("atlas", RunStatus::Queued, 0);
    const RunRecord paused = m_project->addRun("atlas", RunStatus::Paused, 0.4);
    show();
    auto *queue = m_page->findChild<RunQueue *>();
    queue->choose(QString::fromStdString(waiting.uuid));
    QVERIFY(!child<QToolButton>("runResume")->isVisible());
    child<QToolButton>("runCancel")->click();
    QCOMPARE(m_training->cancelled, QStringList{QString::fromStdString(waiting.uuid)});
    queue->choose(QString::fromStdString(paused.uuid));
    QVERIFY(!child<QToolButton>("runPause")->isVisible());
    child<QToolButton>("runResume")->click();
    QCOMPARE(m_training->resumed, QStringList{QString::fromStdString(paused.uuid)});
    Q_EMIT m_training->statusChanged(QString::fromStdString(paused.uuid), RunStatus::Running, {});
    child<QToolButton>("runPause")->click();
    QCOMPARE(m_training->paused, QStringList{QString::fromStdString(paused.uuid)});
}

void TestTrainPage::interruptedRunsAreOfferedOnce()
{
    const RunRecord run = m_project->addRun("atlas", RunStatus::Interrupted, 0.4);
    show();
    auto *banner = child<Banner>("pageBanner");
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(banner->text().contains(QString::fromStdString(run.name)));
    banner->findChild<QPushButton *>()->click();
    QCOMPARE(m_training->resumed, QStringList{QString::fromStdString(run.uuid)});
    QVERIFY(!banner->isVisible());
    Q_EMIT m_project->session().runsChanged();
    QTest::qWait(500);
    QVERIFY(!banner->isVisible());
}

void TestTrainPage::chartsReadAndGoOnLive()
{
    m_project->addCurves(m_project->finished());
    show();
    const auto *loss = child<LineChart>("lossChart");
    QTRY_VERIFY(!loss->series().empty());
    QVERIFY2(loss->title().contains(QStringLiteral("notes")), qPrintable(loss->title()));  // learned last
    const QString uuid = QString::fromStdString(m_project->finished().uuid);
    const auto stage2 = [loss] {
        for (const LineSeries &line : loss->series()) {
            if (line.name == QStringLiteral("stage 2")) {
                return line.points.size();
            }
        }
        return std::size_t{0};
    };
    QCOMPARE(stage2(), std::size_t{400});
    Q_EMIT m_training->pointsAdded(
        uuid, {{{"task_loss", "notes/stage2"}, {401, 0.2}}, {{"task_loss", "notes/stage2"}, {402, 0.1}}});
    QTRY_COMPARE(stage2(), std::size_t{402});
    QVERIFY(loss->title().endsWith(QStringLiteral("0.1")));
    QVERIFY(!child<LineChart>("gateChart")->series().empty());
}

void TestTrainPage::decisionsStandAsCards()
{
    show();
    QTRY_COMPARE(m_page->inspector()->findChildren<DecisionCard *>().size(), 2);
    QVERIFY(m_page->inspector()->findChildren<DecisionCard *>().front()->accessibleName().contains(
        QStringLiteral("notes gains +3.1 points (±1.5)")));
}

void TestTrainPage::resultsAreOneClickAway()
{
    show();
    QSignalSpy opened(m_page.get(), &Page::openPage);
    child<QToolButton>("runResults")->click();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].toString(), QStringLiteral("results"));
}

QTEST_MAIN(TestTrainPage)
#include "tst_train_page.moc"
