#include "core/run_results.h"

#include <QTest>

#include <cmath>

using namespace atlas;

class TestRunResults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRowCountsOnceItIsWhole();
    void tasksLearnedTogetherHaveOnlyTheLastRow();
    void eachTaskIsReadInItsOwnMetric();
    void aTaskThatIsGoneFallsBackToAccuracy();
};

namespace {

AccuracyCell cell(int after, int eval, std::map<std::string, double> scores)
{
    AccuracyCell cell;
    cell.afterTask = after;
    cell.evalTask = eval;
    cell.scores = std::move(scores);
    return cell;
}

Task task(const std::string &name, const std::string &metric)
{
    Task task;
    task.name = name;
    task.metric = metric;
    return task;
}

}  // namespace

void TestRunResults::aRowCountsOnceItIsWhole()
{
    RunResults results;
    results.tasks = {task("parts", "accuracy"), task("notes", "accuracy")};
    results.cells = {cell(0, 0, {{"accuracy", 0.5}}), cell(1, 1, {{"accuracy", 0.75}})};
    QCOMPARE(results.learned(), 1);
    QCOMPARE(results.matrix(), (AccuracyMatrix{{0.5}}));
    results.cells.push_back(cell(1, 0, {{"accuracy", 0.25}}));
    QCOMPARE(results.matrix(), (AccuracyMatrix{{0.5}, {0.25, 0.75}}));
}

void TestRunResults::tasksLearnedTogetherHaveOnlyTheLastRow()
{
    RunResults results;
    results.tasks = {task("parts", "accuracy"), task("notes", "accuracy")};
    results.cells = {cell(1, 0, {{"accuracy", 0.5}}), cell(1, 1, {{"accuracy", 0.75}})};
    QCOMPARE(results.learned(), 2);
    const AccuracyMatrix matrix = results.matrix();
    QVERIFY(std::isnan(matrix[0][0]));
    QCOMPARE(averageAccuracy(matrix), std::optional<double>(0.625));
    QVERIFY(!backwardTransfer(matrix));
    QVERIFY(!forgettingFromFirst(matrix));
    QVERIFY(!forgettingFromMax(matrix));
    QVERIFY(!averageIncremental(matrix));
}

void TestRunResults::eachTaskIsReadInItsOwnMetric()
{
    RunResults results;
    results.tasks = {task("parts", "f1_macro")};
    results.cells = {cell(0, 0, {{"accuracy", 0.5}, {"f1_macro", 0.25}})};
    QCOMPARE(results.score(0, 0), std::optional<double>(0.25));
    QCOMPARE(results.score(0, 1), std::optional<double>());
}

void TestRunResults::aTaskThatIsGoneFallsBackToAccuracy()
{
    RunResults results;
    results.tasks = {task("gone", "")};
    results.cells = {cell(0, 0, {{"accuracy", 0.5}})};
    QCOMPARE(results.score(0, 0), std::optional<double>(0.5));
}

QTEST_GUILESS_MAIN(TestRunResults)
#include "tst_run_results.moc"
