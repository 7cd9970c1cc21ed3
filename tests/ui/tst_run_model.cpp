#include "widgets/train/live_series.h"
#include "widgets/train/run_model.h"
#include "widgets/train/run_words.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace atlas;
using namespace atlas::widgets;

namespace {

constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kNow = 1000 * kSecond;

RunRecord record(int number, RunStatus status)
{
    RunRecord run;
    run.id = number;
    run.uuid = "uuid-" + std::to_string(number);
    run.name = "atlas " + std::to_string(number);
    run.spec.sequence = "pilot";
    run.spec.strategy = "atlas";
    run.spec.seed = std::uint64_t(number);
    run.status = status;
    run.tasks = {"parts", "notes"};
    return run;
}

}  // namespace

class TestRunModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void holdsWhatItIsGiven();
    void insertsWithoutResetting();
    void removesAndMoves();
    void showsProgressAsItIsTold();
    void saysTimeAndTimeLeft();
    void saysWhatARunLearnedFrom();
    void ignoresRunsItDoesNotKnow();
    void placesSeriesOfTasksWithSlashes();
    void seriesTakeOverlapAndResumption();

private:
    QString cell(int row, int column) const { return m_model->index(row, column).data().toString(); }

    std::unique_ptr<RunModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestRunModel::init()
{
    QLocale::setDefault(QLocale::c());
    m_tester.reset();
    m_model = std::make_unique<RunModel>([] { return kNow; });
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->setRuns({record(2, RunStatus::Queued), record(1, RunStatus::Finished)});
}

void TestRunModel::holdsWhatItIsGiven()
{
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(cell(0, RunModel::Name), QStringLiteral("atlas 2"));
    QCOMPARE(cell(0, RunModel::Status), QStringLiteral("waiting"));
    QCOMPARE(cell(1, RunModel::Status), QStringLiteral("finished"));
    QCOMPARE(cell(1, RunModel::Seed), QStringLiteral("1"));
    QCOMPARE(m_model->index(0, 0).data(RunModel::UuidRole).toString(), QStringLiteral("uuid-2"));
}

void TestRunModel::insertsWithoutResetting()
{
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    const QPersistentModelIndex chosen = m_model->indexOf(QStringLiteral("uuid-1"));
    m_model->setRuns({record(3, RunStatus::Queued), record(2, RunStatus::Running), record(1, RunStatus::Finished)});
    QCOMPARE(reset.size(), 0);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(chosen.row(), 2);
    QCOMPARE(cell(1, RunModel::Status), QStringLiteral("training"));
}

void TestRunModel::removesAndMoves()
{
    m_model->setRuns({record(1, RunStatus::Finished), record(2, RunStatus::Queued)});
    QCOMPARE(cell(0, RunModel::Name), QStringLiteral("atlas 1"));
    m_model->setRuns({record(2, RunStatus::Queued)});
    QCOMPARE(m_model->rowCount(), 1);
    m_model->setRuns({});
    QCOMPARE(m_model->rowCount(), 0);
}

void TestRunModel::showsProgressAsItIsTold()
{
    m_model->setStatus(QStringLiteral("uuid-2"), RunStatus::Running, QStringLiteral("stage 1 of parts"));
    m_model->setProgress(QStringLiteral("uuid-2"), 0.415, QStringLiteral("stage 2 of parts"));
    QCOMPARE(cell(0, RunModel::Progress), QStringLiteral("41.5\u00a0%"));
    QVERIFY(m_model->index(0, 0).data(Qt::ToolTipRole).toString().endsWith(QStringLiteral("stage 2 of parts")));
    m_model->setProgress(QStringLiteral("uuid-2"), -1, QStringLiteral("reading"));  // not known: the bar stays
    QCOMPARE(cell(0, RunModel::Progress), QStringLiteral("41.5\u00a0%"));
}

void TestRunModel::saysTimeAndTimeLeft()
{
    RunRecord run = record(4, RunStatus::Running);
    run.startedUs = kNow - 380 * kSecond;
    run.progress = 0.5;
    m_model->setRuns({run});
    QCOMPARE(cell(0, RunModel::Time), QStringLiteral("6 min 20 s · 6 min 20 s left"));
    run.status = RunStatus::Finished;
    run.endedUs = run.startedUs + 90 * kSecond;
    m_model->setRuns({run});
    QCOMPARE(cell(0, RunModel::Time), QStringLiteral("1 min 30 s"));
}

void TestRunModel::saysWhatARunLearnedFrom()
{
    m_model->setLearnedFrom({{"uuid-1", "parts v3 (pilot)"}, {"uuid-2", ""}});
    QCOMPARE(m_model->index(1, 0).data(Qt::ToolTipRole).toString(),
             QStringLiteral("atlas 1 over pilot\nData: parts v3 (pilot)"));
    QCOMPARE(m_model->index(0, 0).data(Qt::ToolTipRole).toString(), QStringLiteral("atlas 2 over pilot"));
}

void TestRunModel::ignoresRunsItDoesNotKnow()
{
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setProgress(QStringLiteral("another"), 0.5, {});
    m_model->setStatus(QStringLiteral("another"), RunStatus::Failed, {});
    QCOMPARE(changed.size(), 0);
    QVERIFY(m_model->run(QStringLiteral("another")) == nullptr);
}

void TestRunModel::placesSeriesOfTasksWithSlashes()
{
    const std::vector<std::string> tasks{"parts", "parts/new"};
    const SeriesPlace gate = placeOf({"gate", "parts/new/stage2/parts"}, tasks);
    QCOMPARE(QString::fromStdString(gate.task), QStringLiteral("parts/new"));
    QCOMPARE(QString::fromStdString(gate.stage), QStringLiteral("stage2"));
    QCOMPARE(QString::fromStdString(gate.other), QStringLiteral("parts"));
    const SeriesPlace loss = placeOf({"loss", "parts/stage1"}, tasks);
    QCOMPARE(QString::fromStdString(loss.task), QStringLiteral("parts"));
    QVERIFY(loss.other.empty());
}

void TestRunModel::seriesTakeOverlapAndResumption()
{
    LiveSeries series;
    const SeriesKey key{"loss", "parts/stage1"};
    for (int step = 1; step <= 5; ++step) {
        series.add(key, {step, 1.0 / step});
    }
    series.add(key, {4, 1.0 / 4});  // read and told: the same point
    QCOMPARE(series.curves().at(key).size(), std::size_t{5});
    series.add(key, {3, 9.0});  // resumed before step 3, went another way
    QCOMPARE(series.curves().at(key).size(), std::size_t{3});
    QCOMPARE(series.curves().at(key).back(), QPointF(3, 9));
}

QTEST_MAIN(TestRunModel)
#include "tst_run_model.moc"
