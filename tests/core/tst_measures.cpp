#include "core/measures.h"
#include "tests/support/shared_data.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <cmath>
#include <fstream>

using namespace atlas;

class TestMeasures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheGoldenFile();
    void forgettingCountsTheNewestOldTask();
    void forgettingIsDividedByAllOldTasks();
    void forgettingIsNegativeWhenAnOldTaskGetsBetter();
    void theLastRowIsNoCandidateForTheBest();
    void rowsArePaddedNowhere();
    void nothingIsRoundedBeforeItIsSubtracted();
    void forwardTransferReadsTheRowBefore();
    void minimumIsOfLaterRowsOnly();
    void rowsMayEndAtTheDiagonal();
    void oneTaskHasNoTransfer();
    void relativeMeasuresAreNotDefinedNearChance();
    void standardErrorOfAHalf();
};

void TestMeasures::agreesWithTheGoldenFile()
{
    const auto file = test::golden("metrics.json");
    ATLAS_NEED_SHARED(file);
    const auto golden = nlohmann::json::parse(std::ifstream(file));
    const auto matrix = golden["R"].get<AccuracyMatrix>();
    const auto random = golden["random_init"].get<std::vector<double>>();
    const auto joint = golden["joint"].get<std::vector<double>>();
    const auto &expected = golden["metrics"];

    QCOMPARE(*averageAccuracy(matrix), expected["ACC"].get<double>());
    QCOMPARE(*averageIncremental(matrix), expected["average_incremental"].get<double>());
    QCOMPARE(*backwardTransfer(matrix), expected["BWT"].get<double>());
    QCOMPARE(*forgettingFromMax(matrix), expected["forgetting"].get<double>());
    QCOMPARE(*forgettingFromAny(matrix), expected["forgetting_any"].get<double>());
    QCOMPARE(*forwardTransfer(matrix, random), expected["FWT"].get<double>());
    QCOMPARE(*intransigence(matrix, joint), expected["intransigence"].get<double>());

    const auto single = golden["single_task"]["R"].get<AccuracyMatrix>();
    QCOMPARE(*averageAccuracy(single), golden["single_task"]["metrics"]["ACC"].get<double>());
    QCOMPARE(*averageIncremental(single), golden["single_task"]["metrics"]["average_incremental"].get<double>());

    const auto &climb = golden["climb"];
    QCOMPARE(*climbTransfer(climb["cl"], climb["single"], climb["random"]), climb["transfer_pct"].get<double>());
    QCOMPARE(*climbForgetting(climb["best"], climb["later"], climb["random"]), climb["forgetting_pct"].get<double>());
}

void TestMeasures::forgettingCountsTheNewestOldTask()
{
    // A known bug of a peer: after two tasks it reports 0 although the first task lost 10 points.
    const AccuracyMatrix matrix{{0.9}, {0.8, 0.7}};
    QCOMPARE(*forgettingFromFirst(matrix), 0.1);
    QCOMPARE(*forgettingFromMax(matrix), 0.1);
    QCOMPARE(*backwardTransfer(matrix), -0.1);
}

void TestMeasures::forgettingIsNegativeWhenAnOldTaskGetsBetter()
{
    const AccuracyMatrix matrix{{0.5}, {0.75, 0.5}};
    QCOMPARE(*forgettingFromFirst(matrix), -0.25);
    QCOMPARE(*forgettingFromMax(matrix), -0.25);
}

void TestMeasures::forgettingIsDividedByAllOldTasks()
{
    // The same peer sums over j <= T-3 only, and divides by T-1 all the same: (0.3) / 2 instead of (0.3 + 0.2) / 2.
    const AccuracyMatrix matrix{{0.9}, {0.8, 0.7}, {0.6, 0.5, 0.4}};
    QVERIFY(std::abs(*forgettingFromFirst(matrix) - 0.25) < 1e-12);
    QVERIFY(std::abs(*forgettingFromMax(matrix) - 0.25) < 1e-12);
    QVERIFY(std::abs(*backwardTransfer(matrix) + 0.25) < 1e-12);
}

void TestMeasures::theLastRowIsNoCandidateForTheBest()
{
    // Two peers take the best over all rows: forgetting could then never be below 0, which hides backward transfer.
    const AccuracyMatrix matrix{{0.5}, {0.6, 0.5}, {0.9, 0.5, 0.5}};
    QVERIFY(std::abs(*forgettingFromMax(matrix) - (0.6 - 0.9) / 2) < 1e-12);
    QCOMPARE(bestOf(matrix, 0), 0.6);
}

void TestMeasures::rowsArePaddedNowhere()
{
    // A peer fills short rows with zeros in place; whatever is computed or drawn afterwards sees scores of 0.
    const AccuracyMatrix before{{0.9}, {0.8, 0.7}, {0.7, 0.6, 0.5}};
    const AccuracyMatrix matrix = before;
    const double first = *averageIncremental(matrix);
    forgettingFromMax(matrix);
    forgettingFromFirst(matrix);
    backwardTransfer(matrix);
    forwardTransfer(matrix, std::vector<double>{0.1, 0.1, 0.1});
    worstAfter(matrix, 0);
    QVERIFY(matrix == before);
    QCOMPARE(*averageIncremental(matrix), first);
}

void TestMeasures::nothingIsRoundedBeforeItIsSubtracted()
{
    // A peer rounds scores to two decimals of a percent first: two losses of 0.004 points would both vanish.
    const AccuracyMatrix matrix{{0.80004}, {0.8, 0.70004}, {0.8, 0.7, 0.5}};
    QVERIFY(std::abs(*forgettingFromFirst(matrix) - 0.00004) < 1e-12);
    QVERIFY(std::abs(*backwardTransfer(matrix) + 0.00004) < 1e-12);
}

void TestMeasures::forwardTransferReadsTheRowBefore()
{
    // A peer read the diagonal: the same for every method.
    const AccuracyMatrix matrix{{0.9, 0.3, 0.2}, {0.9, 0.9, 0.4}, {0.9, 0.9, 0.9}};
    QVERIFY(std::abs(*forwardTransfer(matrix, std::vector<double>{0.1, 0.1, 0.1}) - (0.2 + 0.3) / 2) < 1e-12);
}

void TestMeasures::minimumIsOfLaterRowsOnly()
{
    const AccuracyMatrix matrix{{0.2}, {0.8, 0.7}, {0.5, 0.9, 0.6}};
    QCOMPARE(worstAfter(matrix, 0), 0.5);
    QCOMPARE(worstAfter(matrix, 1), 0.9);
}

void TestMeasures::rowsMayEndAtTheDiagonal()
{
    const AccuracyMatrix matrix{{0.9}, {0.8, 0.7}, {0.7, 0.6, 0.5}};
    QCOMPARE(*averageAccuracy(matrix), 0.6);
    QCOMPARE(*averageIncremental(matrix), (0.9 + 0.75 + 0.6) / 3);
    QVERIFY(!forwardTransfer(matrix, std::vector<double>{0.1, 0.1, 0.1}));
    QVERIFY(!forgettingFromAny(matrix));
}

void TestMeasures::oneTaskHasNoTransfer()
{
    const AccuracyMatrix matrix{{0.9}};
    QVERIFY(!backwardTransfer(matrix));
    QVERIFY(!forgettingFromFirst(matrix));
    QVERIFY(!averageAccuracy({}));
}

void TestMeasures::relativeMeasuresAreNotDefinedNearChance()
{
    QVERIFY(!climbTransfer(0.6, 0.51, 0.5, 0.02));
    QVERIFY(climbTransfer(0.6, 0.7, 0.5, 0.02));
    QVERIFY(!climbForgetting(0.5, 0.4, 0.5));
    QVERIFY(!climbTransfer(0.6, 0.3, 0.5, 0.02));  // below guessing the sign of the figure would be the wrong one
}

void TestMeasures::standardErrorOfAHalf()
{
    QCOMPARE(standardErrorOfShare(0.5, 100), 0.05);
    QCOMPARE(standardErrorOfShare(0.5, 0), 0.0);
}

QTEST_GUILESS_MAIN(TestMeasures)
#include "tst_measures.moc"
