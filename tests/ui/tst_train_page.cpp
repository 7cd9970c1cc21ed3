#include "app/window/pending_answer.h"
#include "core/error.h"
#include "fake_training.h"
#include "storage/connection.h"
#include "storage/project.h"
#include "storage/result_store.h"
#include "support/decision_samples.h"
#include "support/screenshot.h"
#include "trained_project.h"
#include "widgets/charts/line_chart.h"
#include "widgets/frame/banner.h"
#include "widgets/frame/theme.h"
#include "widgets/train/decision_card.h"
#include "widgets/train/question_card.h"
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

#include <future>

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
    void olderTasksThatAreWatchedHaveTheirNames();
    void wordsInTheTableAreNotCut();
    void decisionsStandAsCards();
    void resultsAreOneClickAway();
    void aWaitingRunAsksAndGetsItsAnswer();
    void aQuestionEndsWithItsRun();
    void theCurvesGiveWayToAQuestion();
    void picturesOfAQuestion();

private:
    RunRecord ask(const char *verdict);
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

void TestTrainPage::olderTasksThatAreWatchedHaveTheirNames()
{
    m_project->session().project().writer().run([&](storage::Connection &connection) {
        std::vector<std::pair<SeriesKey, SeriesPoint>> points;
        for (int epoch = 1; epoch <= 5; ++epoch) {
            points.push_back({{"validation", "notes/training"}, {10 * epoch, 0.5 + 0.05 * epoch}});
            points.push_back({{"validation", "notes/training/parts"}, {10 * epoch, 0.95 - 0.05 * epoch}});
        }
        storage::ResultStore(connection).addPoints(m_project->finished().id, points);
        return 0;
    });
    show();
    const auto *validation = child<LineChart>("validationChart");
    QTRY_COMPARE(validation->series().size(), std::size_t{2});
    QCOMPARE(validation->series()[0].name, QStringLiteral("notes"));
    QCOMPARE(validation->series()[1].name, QStringLiteral("parts"));
    QCOMPARE(validation->series()[1].style, 0);  // the first task, as in all charts
    QVERIFY(validation->series()[0].style != validation->series()[1].style);
    QCOMPARE(validation->title(), QStringLiteral("Validation on notes reached 75.0\u00a0%"));
    QVERIFY(validation->subtitle().contains(QStringLiteral("of older tasks too")));
    QTest::qWait(30);
    QVERIFY(!test::saveScreenshot(*m_page, QStringLiteral("train-watched")).isEmpty());
}

void TestTrainPage::wordsInTheTableAreNotCut()
{
    m_project->addRun("independent-adapters", RunStatus::Finished, 1);
    show();
    auto *table = child<QTableView>("runTable");
    for (int column = 0; column < table->model()->columnCount(); ++column) {
        const int needed = static_cast<QAbstractItemView *>(table)->sizeHintForColumn(column);
        const QString widths = QStringLiteral("%1: %2 of %3").arg(column).arg(table->columnWidth(column)).arg(needed);
        QVERIFY2(table->columnWidth(column) >= needed, qPrintable(widths));
    }
    // A width that a person chose stays when a run comes.
    table->setColumnWidth(0, 60);
    m_project->addRun("atlas", RunStatus::Queued, 0);
    const int rows = table->model()->rowCount();
    Q_EMIT m_project->session().runsChanged();
    QTRY_COMPARE(table->model()->rowCount(), rows + 1);
    QCOMPARE(table->columnWidth(0), 60);
}

void TestTrainPage::decisionsStandAsCards()
{
    show();
    QTRY_COMPARE(m_page->inspector()->findChildren<DecisionCard *>().size(), 2);
    const auto cards = m_page->inspector()->findChildren<DecisionCard *>();
    const auto newest = std::ranges::find_if(cards, [](const DecisionCard *card) { return !card->isFolded(); });
    QVERIFY(newest != cards.end());
    QVERIFY2((*newest)->accessibleName().contains(QStringLiteral("notes gains +3.1 points (±0.9)")),
             qPrintable((*newest)->accessibleName()));
}

void TestTrainPage::resultsAreOneClickAway()
{
    show();
    QSignalSpy opened(m_page.get(), &Page::openPage);
    child<QToolButton>("runResults")->click();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].toString(), QStringLiteral("results"));
}

RunRecord TestTrainPage::ask(const char *verdict)
{
    const RunRecord run = m_project->addRun("atlas", RunStatus::Running, 0.4);
    show();
    DecisionRecord proposal = test::proposal(verdict);
    Q_EMIT m_training->asked(QString::fromStdString(run.uuid), proposal);
    return run;
}

void TestTrainPage::aWaitingRunAsksAndGetsItsAnswer()
{
    const RunRecord run = m_project->addRun("atlas", RunStatus::Running, 0.4);
    const QString uuid = QString::fromStdString(run.uuid);
    show();
    QSignalSpy badges(m_page.get(), &Page::badgeChanged);
    QSignalSpy notices(m_page.get(), &Page::noticeChanged);
    // As the engine's thread does: it tells the window and waits.
    app::PendingAnswer pending;
    m_training->onAnswer = [&](const DecisionAnswer &answer) { QVERIFY(pending.give(run.uuid, answer)); };
    pending.open(run.uuid);
    auto engine = std::async(std::launch::async, [&] {
        QMetaObject::invokeMethod(m_training.get(), [&] { Q_EMIT m_training->asked(uuid, test::proposal("expand")); });
        const DecisionAnswer answer = pending.wait({});
        QMetaObject::invokeMethod(m_training.get(), [&, uuid] { Q_EMIT m_training->questionClosed(uuid); });
        return answer;
    });
    auto *card = child<QuestionCard>("questionCard");
    QTRY_VERIFY(card->isVisible());
    QVERIFY2(card->question().contains(QString::fromStdString(run.name)) &&
                 card->question().contains(QStringLiteral("notes")),
             qPrintable(card->question()));
    QCOMPARE(badges.last()[0].toInt(), 1);
    QCOMPARE(notices.last()[0].value<PageNotice>().text, card->question());
    const auto *table = child<QTableView>("runTable");
    const QModelIndex status = table->model()->index(table->currentIndex().row(), 3);
    QCOMPARE(status.data().toString(), QStringLiteral("asks you"));
    QVERIFY(!child<QPushButton>("question.reuse")->isEnabled());
    QTest::keyClicks(child<QLineEdit>("questionWhy"), QStringLiteral("no room"));
    child<QPushButton>("question.reuse")->click();
    QTRY_VERIFY(!card->isVisible());
    QCOMPARE(toText(engine.get()), std::string("reuse: no room"));
    QCOMPARE(badges.last()[0].toInt(), 0);
    QVERIFY(notices.last()[0].value<PageNotice>().text.isEmpty());
    QCOMPARE(status.data().toString(), QStringLiteral("training"));
}

void TestTrainPage::aQuestionEndsWithItsRun()
{
    const RunRecord run = ask("undecided");
    auto *card = child<QuestionCard>("questionCard");
    QVERIFY(card->isVisible());
    // The buttons of the queue act while the run waits.
    QCOMPARE(m_page->findChild<RunQueue *>()->currentUuid(), QString::fromStdString(run.uuid));
    child<QToolButton>("runPause")->click();
    QCOMPARE(m_training->paused, QStringList{QString::fromStdString(run.uuid)});
    Q_EMIT m_training->questionClosed(QStringLiteral("another run"));
    QVERIFY(card->isVisible());
    Q_EMIT m_training->questionClosed(QString::fromStdString(run.uuid));
    QVERIFY(!card->isVisible());
    Q_EMIT m_training->asked(QString::fromStdString(run.uuid), test::proposal("undecided"));
    QVERIFY(card->isVisible());
    m_page->setSession(nullptr);
    QVERIFY(!card->isVisible());
}

void TestTrainPage::theCurvesGiveWayToAQuestion()
{
    const RunRecord run = ask("undecided");
    QVERIFY(child<LineChart>("lossChart")->isVisible());
    m_page->resize(950, 560);
    QTRY_VERIFY(!child<LineChart>("lossChart")->isVisible());
    for (const char *name : {"question.reuse", "question.expand"}) {
        auto *button = child<QPushButton>(name);
        QVERIFY(m_page->rect().contains(QRect(button->mapTo(m_page.get(), QPoint()), button->size())));
    }
    Q_EMIT m_training->questionClosed(QString::fromStdString(run.uuid));
    QVERIFY(child<LineChart>("lossChart")->isVisible());
}

void TestTrainPage::picturesOfAQuestion()
{
    m_project->addCurves(m_project->finished());
    for (const theme::Mode mode : {theme::Mode::Light, theme::Mode::Dark}) {
        theme::apply(*qApp, mode);
        ask(mode == theme::Mode::Light ? "undecided" : "expand");
        const QString suffix = mode == theme::Mode::Dark ? QStringLiteral("-dark") : QString();
        QTest::qWait(400);
        QVERIFY(!test::saveScreenshot(*m_page, QStringLiteral("train-question") + suffix).isEmpty());
        m_page->resize(648, 560);
        QTest::qWait(200);
        QVERIFY(!test::saveScreenshot(*m_page, QStringLiteral("train-question-small") + suffix).isEmpty());
    }
    theme::apply(*qApp, theme::Mode::Light);
}

QTEST_MAIN(TestTrainPage)
#include "tst_train_page.moc"
