#include "core/error.h"
#include "core/verdict.h"
#include "measured_run.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace atlas;

class VerdictTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allMetIsGo();
    void oneMissedIsNoGo();
    void aRunThatIsNotFinishedIsNeverGo_data();
    void aRunThatIsNotFinishedIsNeverGo();
    void nothingAskedIsUndecided();
    void aMissingFigureIsUndecided();
    void aMissCountsEvenWhereAFigureIsMissing();
    void theWorstStandsFirst();
    void chanceIsToldBesideTheFigure();
    void dropsCountFromWhenATaskWasLearned();
    void tasksLearnedTogetherHaveNoDrop();
    void costsAreSummedOverTasks();
    void moneyNeedsARate();
    void productionIsHeldAgainstTaskByTask();
    void aTaskThatWouldBeLostStandsFirst();
    void aNewerVersionStandsForItsTask();
    void exactlyWhatIsAskedIsMet();
    void proposalsAreRoundedDown();
    void targetsAreSetAndTakenAway();
};

namespace {

/// A finished run whose tasks answered so many of 100 test samples rightly after the last one was learned, and
/// `learned` of them when they were learned.
ComparedRun finishedRun(const std::vector<int> &right, const std::vector<int> &learned = {})
{
    ComparedRun run;
    AccuracyMatrix matrix;
    const std::size_t tasks = right.size();
    for (std::size_t i = 0; i < tasks; ++i) {
        matrix.emplace_back();
        for (std::size_t j = 0; j <= i; ++j) {
            const bool last = i + 1 == tasks;
            matrix.back().push_back((last || learned.empty() ? right[j] : learned[j]) / 100.0);
        }
        std::vector<Prediction> answers;
        for (int k = 0; k < 100; ++k) {
            answers.push_back({.sampleId = k + 1, .score = k < right[i] ? 1.0 : 0.0});
        }
        run.input.answers.push_back(std::move(answers));
    }
    run.input.run = test::measuredRun(matrix);
    run.input.run.run.status = RunStatus::Finished;
    for (TaskCost &cost : run.input.run.costs) {
        cost.trainSeconds = 1800;
        cost.bytesAdded = 1'000'000;
    }
    for (AccuracyCell &cell : run.input.run.cells) {
        cell.secondsPerSample = cell.evalTask == 0 ? 0.004 : 0.009;
    }
    run.measures = computeMeasures(run.input);
    return run;
}

const Check &checkOf(const Ruling &ruling, const std::string &kind, const std::string &task = {})
{
    const auto found = std::ranges::find_if(
        ruling.checks, [&](const Check &check) { return check.target.kind == kind && check.target.task == task; });
    Q_ASSERT(found != ruling.checks.end());
    return *found;
}

bool near(double a, double b)
{
    return std::abs(a - b) < 1e-9;
}

}  // namespace

void VerdictTest::allMetIsGo()
{
    const Ruling ruling =
        judge({{"minimum", "t0", 0.8}, {"minimum", "t1", 0.6}, {"average", "", 0.7}}, finishedRun({90, 70}));
    QCOMPARE(ruling.verdict, Verdict::Go);
    QCOMPARE(ruling.lack, Lack::None);
    QCOMPARE(ruling.count(Outcome::Met), 3);
    const Check &check = checkOf(ruling, "minimum", "t0");
    QVERIFY(near(*check.measured.value, 0.9));
    QCOMPARE(check.measured.n, 100);
    QVERIFY(check.measured.interval && check.measured.interval->low < 0.9);
    QVERIFY(!check.chance);
}

void VerdictTest::oneMissedIsNoGo()
{
    const Ruling ruling = judge({{"minimum", "t0", 0.8}, {"minimum", "t1", 0.9}}, finishedRun({90, 70}));
    QCOMPARE(ruling.verdict, Verdict::NoGo);
    QCOMPARE(ruling.checks[0].target.task, std::string("t1"));
    QCOMPARE(ruling.checks[0].outcome, Outcome::Missed);
    QVERIFY(near(ruling.checks[0].shortfall, 0.2));
}

void VerdictTest::aRunThatIsNotFinishedIsNeverGo_data()
{
    QTest::addColumn<RunStatus>("status");
    for (const RunStatus status : {RunStatus::Queued, RunStatus::Running, RunStatus::Paused, RunStatus::Interrupted,
                                   RunStatus::Failed, RunStatus::Cancelled}) {
        QTest::newRow(runStatusName(status)) << status;
    }
}

void VerdictTest::aRunThatIsNotFinishedIsNeverGo()
{
    QFETCH(RunStatus, status);
    ComparedRun run = finishedRun({90, 70});
    run.input.run.run.status = status;
    for (const double asked : {0.1, 0.99}) {
        const Ruling ruling = judge({{"minimum", "t0", asked}}, run);
        QCOMPARE(ruling.verdict, Verdict::Undecided);
        QCOMPARE(ruling.lack, Lack::NotFinished);
    }
}

void VerdictTest::nothingAskedIsUndecided()
{
    const Ruling ruling = judge({}, finishedRun({90, 70}));
    QCOMPARE(ruling.verdict, Verdict::Undecided);
    QCOMPARE(ruling.lack, Lack::NothingAsked);
}

void VerdictTest::aMissingFigureIsUndecided()
{
    Ruling ruling = judge({{"minimum", "t0", 0.8}, {"minimum", "absent", 0.1}}, finishedRun({90, 70}));
    QCOMPARE(ruling.verdict, Verdict::Undecided);
    QCOMPARE(ruling.lack, Lack::None);
    QCOMPARE(ruling.checks[0].measured.lack, Lack::NotInRun);
    // The last task was learned but not tested: no score of the end is known, of any task.
    ComparedRun untested = finishedRun({90, 70});
    std::erase_if(untested.input.run.cells, [](const AccuracyCell &cell) { return cell.afterTask == 1; });
    ruling = judge({{"minimum", "t0", 0.8}, {"average", "", 0.1}, {"answer_ms", "", 100}}, untested);
    QCOMPARE(ruling.verdict, Verdict::Undecided);
    QCOMPARE(ruling.count(Outcome::Unknown), 3);
    QCOMPARE(ruling.checks[0].measured.lack, Lack::NotMeasured);
    // A figure that is not a number is none.
    ComparedRun strange = finishedRun({90, 70});
    strange.input.run.costs[1].trainSeconds = std::nan("");
    ruling = judge({{"train_seconds", "", 1e9}}, strange);
    QCOMPARE(ruling.verdict, Verdict::Undecided);
    QCOMPARE(ruling.checks[0].measured.lack, Lack::NotMeasured);
}

void VerdictTest::aMissCountsEvenWhereAFigureIsMissing()
{
    const Ruling ruling = judge({{"minimum", "absent", 0.1}, {"minimum", "t1", 0.9}}, finishedRun({90, 70}));
    QCOMPARE(ruling.verdict, Verdict::NoGo);
    QCOMPARE(ruling.checks[0].target.task, std::string("t1"));
}

void VerdictTest::theWorstStandsFirst()
{
    const Ruling ruling = judge({{"average", "", 0.5},
                                 {"bytes_added", "", 1000},  // missed a thousandfold, but a cost
                                 {"minimum", "t0", 0.91},    // missed, perhaps by chance
                                 {"minimum", "absent", 0.5},
                                 {"minimum", "t2", 0.80},   // missed by 30 points
                                 {"minimum", "t1", 0.90}},  // missed by 20 points
                                finishedRun({90, 70, 50}));
    std::vector<std::string> order;
    for (const Check &check : ruling.checks) {
        order.push_back(check.target.kind + " " + check.target.task);
    }
    QCOMPARE(order, (std::vector<std::string>{"minimum t2", "minimum t1", "bytes_added ", "minimum t0",
                                              "minimum absent", "average "}));
}

void VerdictTest::chanceIsToldBesideTheFigure()
{
    const ComparedRun run = finishedRun({90, 70});
    const auto chance = [&](double asked) { return judge({{"minimum", "t0", asked}}, run).checks[0]; };
    QCOMPARE(chance(0.92).outcome, Outcome::Missed);
    QVERIFY(chance(0.92).chance);
    QCOMPARE(chance(0.88).outcome, Outcome::Met);
    QVERIFY(chance(0.88).chance);
    QVERIFY(!chance(0.99).chance);
    QVERIFY(!chance(0.5).chance);
}

void VerdictTest::dropsCountFromWhenATaskWasLearned()
{
    ComparedRun run = finishedRun({85, 70}, {95, 70});
    run.input.samples = {{.rows = {test::rightOf(100, 95), test::rightOf(100, 85)}, .single = {}, .joint = {}},
                         {.rows = {test::rightOf(100, 70)}, .single = {}, .joint = {}}};
    Ruling ruling = judge({{"drop", "t0", 0.05}, {"drop", "t1", 0.05}, {"worst_drop", "", 0.02}}, run);
    QCOMPARE(ruling.verdict, Verdict::NoGo);
    const Check &drop = checkOf(ruling, "drop", "t0");
    QVERIFY(near(*drop.measured.value, 0.1));
    QVERIFY(drop.measured.interval && drop.measured.interval->low > 0);
    QVERIFY(near(*checkOf(ruling, "drop", "t1").measured.value, 0));
    QCOMPARE(checkOf(ruling, "worst_drop").measured.task, std::string("t0"));
    // A task that became better has lost nothing.
    QCOMPARE(judge({{"worst_drop", "", 0}}, finishedRun({95, 70}, {85, 70})).verdict, Verdict::Go);
}

void VerdictTest::tasksLearnedTogetherHaveNoDrop()
{
    ComparedRun run = finishedRun({90, 70});
    std::erase_if(run.input.run.cells, [](const AccuracyCell &cell) { return cell.afterTask == 0; });
    const Ruling ruling = judge({{"worst_drop", "", 0.1}, {"minimum", "t0", 0.5}}, run);
    QCOMPARE(ruling.verdict, Verdict::Undecided);
    QCOMPARE(ruling.checks[0].measured.lack, Lack::LearnedTogether);
}

void VerdictTest::costsAreSummedOverTasks()
{
    const ComparedRun run = finishedRun({90, 70});
    const Ruling ruling =
        judge({{"bytes_added", "", 1'500'000}, {"train_seconds", "", 3600}, {"answer_ms", "", 8}}, run);
    QVERIFY(near(*checkOf(ruling, "bytes_added").measured.value, 2'000'000));
    QVERIFY(near(checkOf(ruling, "bytes_added").shortfall, 1.0 / 3));
    QCOMPARE(checkOf(ruling, "train_seconds").outcome, Outcome::Met);
    QVERIFY(near(*checkOf(ruling, "answer_ms").measured.value, 9));
    QCOMPARE(checkOf(ruling, "answer_ms").measured.task, std::string("t1"));
    // A task whose cost is not known makes the sum unknown.
    ComparedRun half = run;
    half.input.run.costs.pop_back();
    QCOMPARE(judge({{"bytes_added", "", 1e9}}, half).verdict, Verdict::Undecided);
}

void VerdictTest::moneyNeedsARate()
{
    const ComparedRun run = finishedRun({90, 70});
    const Ruling none = judge({{"money", "", 100}}, run);
    QCOMPARE(none.verdict, Verdict::Undecided);
    QCOMPARE(none.checks[0].measured.lack, Lack::NoRate);
    const Ruling known = judge({{"money", "", 100}}, run, {.machineRate = 60});
    QVERIFY(near(*known.checks[0].measured.value, 60));
    QCOMPARE(known.verdict, Verdict::Go);
    QCOMPARE(judge({{"money", "", 50}}, run, {.machineRate = 60}).verdict, Verdict::NoGo);
}

void VerdictTest::productionIsHeldAgainstTaskByTask()
{
    const ComparedRun served = finishedRun({90, 70});
    const ComparedRun run = finishedRun({95, 60, 80});
    const std::vector<TaskChange> changes = changesAgainst(served, run);
    QCOMPARE(changes.size(), 2U);
    QCOMPARE(changes[0].task, std::string("t1"));
    QVERIFY(near(*changes[0].difference(), -0.1));
    QCOMPARE(changes[0].paired->n, 100);
    QCOMPARE(changes[0].paired->onlyFirst, 10);
    QVERIFY(changes[0].paired->significant());
    QVERIFY(near(*changes[1].difference(), 0.05));
    const Ruling ruling = judge({{"production_drop", "", 0.02}}, run, {.production = &served});
    QCOMPARE(ruling.verdict, Verdict::NoGo);
    QCOMPARE(ruling.checks[0].measured.task, std::string("t1"));
    QVERIFY(near(*ruling.checks[0].measured.value, 0.1));
    QVERIFY(ruling.checks[0].measured.interval->low > 0);
    // The first model that is to serve makes nothing worse.
    QCOMPARE(judge({{"production_drop", "", 0.02}}, run).verdict, Verdict::Go);
}

void VerdictTest::aTaskThatWouldBeLostStandsFirst()
{
    const ComparedRun served = finishedRun({90, 70, 60});
    const ComparedRun run = finishedRun({50, 70});
    const std::vector<TaskChange> changes = changesAgainst(served, run);
    QCOMPARE(changes[0].task, std::string("t2"));
    QVERIFY(!changes[0].after && !changes[0].difference());
    QCOMPARE(changes[1].task, std::string("t0"));
    const Ruling ruling = judge({{"production_drop", "", 1}}, run, {.production = &served});
    QCOMPARE(ruling.verdict, Verdict::Undecided);
    QCOMPARE(ruling.checks[0].measured.lack, Lack::DroppedTask);
    QCOMPARE(ruling.checks[0].measured.task, std::string("t2"));
}

void VerdictTest::aNewerVersionStandsForItsTask()
{
    const ComparedRun served = finishedRun({90, 70});
    ComparedRun run = finishedRun({90, 80});
    run.input.run.run.tasks[1] = run.input.run.tasks[1].name = "t1 v2";
    run.input.run.tasks[1].previous = "t1";
    const std::vector<TaskChange> changes = changesAgainst(served, run);
    QCOMPARE(changes[1].task, std::string("t1"));
    QVERIFY(near(*changes[1].difference(), 0.1));
    QCOMPARE(changes[1].paired->onlySecond, 10);
}

void VerdictTest::exactlyWhatIsAskedIsMet()
{
    ComparedRun run = finishedRun({90, 70}, {100, 70});
    QCOMPARE(judge({{"minimum", "t0", 0.9}, {"drop", "t0", 0.1}}, run).verdict, Verdict::Go);
}

void VerdictTest::proposalsAreRoundedDown()
{
    ComparedRun run = finishedRun({90, 70});
    for (AccuracyCell &cell : run.input.run.cells) {
        cell.scores["accuracy"] = cell.evalTask == 0 ? 0.87654 : 0.7;
    }
    const Targets same = targetsFrom(run, 0);
    QCOMPARE(same.size(), 3U);
    QVERIFY(near(findTarget(same, "minimum", "t0")->asked, 0.876));
    QVERIFY(near(findTarget(same, "minimum", "t1")->asked, 0.7));
    QCOMPARE(judge(same, run).verdict, Verdict::Go);
    QVERIFY(near(findTarget(targetsFrom(run, 0.01), "minimum", "t1")->asked, 0.69));
}

void VerdictTest::targetsAreSetAndTakenAway()
{
    Targets targets;
    setTarget(targets, "minimum", "t0", 0.9);
    setTarget(targets, "minimum", "t0", 0.8);
    setTarget(targets, "average", "", 0.7);
    QCOMPARE(targets, (Targets{{"minimum", "t0", 0.8}, {"average", "", 0.7}}));
    setTarget(targets, "minimum", "t0", std::nullopt);
    QCOMPARE(targets.size(), 1U);
    const auto code = [&](const char *kind, const char *task, double asked) {
        try {
            setTarget(targets, kind, task, asked);
        } catch (const Error &error) {
            return error.code();
        }
        return ErrorCode::Internal;
    };
    QCOMPARE(code("wish", "", 1), ErrorCode::Usage);
    QCOMPARE(code("minimum", "", 0.5), ErrorCode::Usage);
    QCOMPARE(code("average", "t0", 0.5), ErrorCode::Usage);
    QCOMPARE(code("average", "", 90), ErrorCode::BadInput);
    QCOMPARE(code("bytes_added", "", -1), ErrorCode::BadInput);
    QCOMPARE(code("average", "", std::nan("")), ErrorCode::BadInput);
    QCOMPARE(targets.size(), 1U);
}

QTEST_GUILESS_MAIN(VerdictTest)
#include "tst_verdict.moc"
