#include "core/measures.h"
#include "tests/support/shared_data.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <fstream>

using namespace atlas;

class TestMeasures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheGoldenFile();
    void forgettingCountsTheNewestOldTask();
    void forgettingIsNegativeWhenAnOldTaskGetsBetter();
    void measuresLeaveTheMatrixAsItIs();
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

void TestMeasures::measuresLeaveTheMatrixAsItIs()
{
    const AccuracyMatrix before{{0.9}, {0.8, 0.7}, {0.7, 0.6, 0.5}};
    const AccuracyMatrix matrix = before;
    forgettingFromMax(matrix);
    backwardTransfer(matrix);
    averageIncremental(matrix);
    QVERIFY(matrix == before);
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
}

void TestMeasures::standardErrorOfAHalf()
{
    QCOMPARE(standardErrorOfShare(0.5, 100), 0.05);
    QCOMPARE(standardErrorOfShare(0.5, 0), 0.0);
}

QTEST_GUILESS_MAIN(TestMeasures)
#include "tst_measures.moc"
