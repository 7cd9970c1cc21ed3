#include "core/intervals.h"
#include "core/paired.h"

#include <QTest>

#include <cmath>

using namespace atlas;

class TestIntervals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void quantilesLieBetweenNeighbours();
    void coversTheTruthAsOftenAsItSays();
    void agreesWithTheNormalIntervalOnManySamples();
    void oneSampleHasNoInterval();
    void equalScoresHaveNoWidth();
    void theSeedDecides();
    void studentQuantilesAreThoseOfTheTable_data();
    void studentQuantilesAreThoseOfTheTable();
    void seedsCoverTheTruthAsOftenAsTheySay();
    void mcnemarIsExact_data();
    void mcnemarIsExact();
    void mcnemarOfThousandsIsFinite();
    void pairsAreSubtractedBeforeTheyAreAveraged();
    void fewPairsAreJudgedByTheExactTest();
    void manyPairsAreJudgedByTheInterval();
    void softScoresHaveNoExactTest();
    void onlySamplesThatBothAnsweredCount();
    void noPairsSayNothing();
};

namespace {

constexpr double kTruth = 0.7;

/// n draws that are right with probability 0.7.
std::vector<double> drawn(Resampler &resampler, int n)
{
    std::vector<double> scores;
    for (int i = 0; i < n; ++i) {
        scores.push_back(resampler.below(1000) < 1000 * kTruth ? 1 : 0);
    }
    return scores;
}

/// Sum of twelve uniform draws: normal enough, mean 0, variance 1.
double normal(Resampler &resampler)
{
    double sum = -6;
    for (int i = 0; i < 12; ++i) {
        sum += (resampler.below(1'000'000) + 0.5) / 1e6;
    }
    return sum;
}

bool covers(const std::optional<Interval> &interval, double value)
{
    return interval && interval->low <= value && value <= interval->high;
}

}  // namespace

void TestIntervals::quantilesLieBetweenNeighbours()
{
    const std::vector<double> sorted{1, 2, 4};
    QCOMPARE(quantileOfSorted(sorted, 0), 1.0);
    QCOMPARE(quantileOfSorted(sorted, 0.25), 1.5);
    QCOMPARE(quantileOfSorted(sorted, 0.75), 3.0);
    QCOMPARE(quantileOfSorted(sorted, 1), 4.0);
}

void TestIntervals::coversTheTruthAsOftenAsItSays()
{
    Resampler source(7);
    int covered = 0;
    constexpr int kRuns = 500;
    for (int run = 0; run < kRuns; ++run) {
        const std::vector<double> scores = drawn(source, 150);
        covered += covers(bootstrapMean(scores, {.resamples = 400, .seed = std::uint64_t(run)}), kTruth) ? 1 : 0;
    }
    // 95 % of 500 is 475 with a standard deviation of 5; a percentile interval is a little short.
    QVERIFY2(covered > 455 && covered < 492, qPrintable(QString::number(covered)));
}

void TestIntervals::agreesWithTheNormalIntervalOnManySamples()
{
    std::vector<double> scores(1000, 0.0);
    std::fill(scores.begin(), scores.begin() + 700, 1.0);
    const auto interval = bootstrapMean(scores);
    const double half = 1.96 * std::sqrt(0.7 * 0.3 / 1000);
    QVERIFY(std::abs(interval->low - (0.7 - half)) < 0.003);
    QVERIFY(std::abs(interval->high - (0.7 + half)) < 0.003);
    QCOMPARE(interval->n, 1000);
}

void TestIntervals::oneSampleHasNoInterval()
{
    QVERIFY(!bootstrapMean({}));
    QVERIFY(!bootstrapMean(std::vector{1.0}));
    QVERIFY(!seedInterval(std::vector{0.5}));
    QVERIFY(!seedInterval({}));
}

void TestIntervals::equalScoresHaveNoWidth()
{
    const auto interval = bootstrapMean(std::vector(20, 1.0));
    QCOMPARE(interval->low, 1.0);
    QCOMPARE(interval->high, 1.0);
}

void TestIntervals::theSeedDecides()
{
    Resampler source(3);
    const std::vector<double> scores = drawn(source, 60);
    const auto first = bootstrapMean(scores, {.resamples = 100, .seed = 1});
    const auto again = bootstrapMean(scores, {.resamples = 100, .seed = 1});
    QCOMPARE(first->low, again->low);
    QCOMPARE(first->high, again->high);
    // The first draws of splitmix64 from 0: 0xe220a8397b1dcdaf, 0x6e789e6aa1b965f4.
    Resampler zero(0);
    QCOMPARE(zero.below(1U << 31U), 0xe220a839U >> 1U);
    QCOMPARE(zero.below(1U << 31U), 0x6e789e6aU >> 1U);
}

void TestIntervals::studentQuantilesAreThoseOfTheTable_data()
{
    QTest::addColumn<int>("df");
    QTest::addColumn<double>("quantile");
    QTest::newRow("1") << 1 << 12.706;
    QTest::newRow("2") << 2 << 4.303;
    QTest::newRow("4") << 4 << 2.776;
    QTest::newRow("10") << 10 << 2.228;
    QTest::newRow("11") << 11 << 2.201;
    QTest::newRow("30") << 30 << 2.042;
    QTest::newRow("120") << 120 << 1.980;
}

void TestIntervals::studentQuantilesAreThoseOfTheTable()
{
    QFETCH(int, df);
    QFETCH(double, quantile);
    QVERIFY2(std::abs(studentQuantile(df) - quantile) < 1e-3, qPrintable(QString::number(studentQuantile(df))));
}

void TestIntervals::seedsCoverTheTruthAsOftenAsTheySay()
{
    Resampler source(11);
    int covered = 0;
    for (int run = 0; run < 1000; ++run) {
        const std::vector<double> three{normal(source), normal(source), normal(source)};
        covered += covers(seedInterval(three), 0) ? 1 : 0;
    }
    QVERIFY2(covered > 925 && covered < 975, qPrintable(QString::number(covered)));
}

void TestIntervals::mcnemarIsExact_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    QTest::addColumn<double>("p");
    QTest::newRow("no difference") << 0 << 0 << 1.0;
    QTest::newRow("balanced") << 5 << 5 << 1.0;
    QTest::newRow("five to none") << 5 << 0 << 0.0625;
    QTest::newRow("none to six") << 0 << 6 << 0.03125;
    QTest::newRow("one to nine") << 1 << 9 << 22.0 / 1024;      // 2 (1 + 10) / 2^10
    QTest::newRow("three to seven") << 3 << 7 << 352.0 / 1024;  // 2 (1 + 10 + 45 + 120) / 2^10
}

void TestIntervals::mcnemarIsExact()
{
    QFETCH(int, first);
    QFETCH(int, second);
    QFETCH(double, p);
    QVERIFY2(std::abs(mcnemarExact(first, second) - p) < 1e-12,
             qPrintable(QString::number(mcnemarExact(first, second))));
    QCOMPARE(mcnemarExact(first, second), mcnemarExact(second, first));
}

void TestIntervals::mcnemarOfThousandsIsFinite()
{
    const double p = mcnemarExact(4800, 5200);
    QVERIFY2(p > 5e-5 && p < 8e-5, qPrintable(QString::number(p)));  // normal with continuity: z = 3.99
}

void TestIntervals::pairsAreSubtractedBeforeTheyAreAveraged()
{
    const std::vector<double> first{1, 1, 0, 0, 1, 0};
    const std::vector<double> second{1, 0, 1, 1, 1, 0};
    const PairedDifference result = pairedDifference(first, second);
    QCOMPARE(result.onlyFirst, 1);
    QCOMPARE(result.onlySecond, 2);
    QCOMPARE(result.difference, 1.0 / 6);
    QCOMPARE(result.n, 6);
    QCOMPARE(*result.p, 1.0);
}

void TestIntervals::fewPairsAreJudgedByTheExactTest()
{
    std::vector<double> first(100, 0.0);
    std::vector<double> second(100, 0.0);
    std::fill(second.begin(), second.begin() + 5, 1.0);
    PairedDifference result = pairedDifference(first, second);
    QVERIFY(result.statistic.find("McNemar") != std::string::npos);
    QVERIFY(result.interval->low > 0);  // the bootstrap alone would call five pairs enough
    QVERIFY(!result.significant());     // p = 0.0625
    second[5] = 1;
    result = pairedDifference(first, second);
    QVERIFY(result.significant());  // p = 0.03125
}

void TestIntervals::manyPairsAreJudgedByTheInterval()
{
    std::vector<double> first(400, 0.0);
    std::vector<double> second(400, 0.0);
    std::fill(second.begin(), second.begin() + 40, 1.0);
    std::fill(first.begin() + 40, first.begin() + 60, 1.0);
    const PairedDifference result = pairedDifference(first, second);
    QVERIFY(result.statistic.find("paired bootstrap") != std::string::npos);
    QVERIFY(result.significant());
    // sd of the differences is sqrt(60 / 400 - 0.05^2)
    const double half = 1.96 * std::sqrt((0.15 - 0.0025) / 400);
    QVERIFY(std::abs(result.interval->low - (0.05 - half)) < 0.004);
}

void TestIntervals::softScoresHaveNoExactTest()
{
    const PairedDifference result = pairedDifference(std::vector{0.3, 0.6}, std::vector{0.6, 1.0});
    QVERIFY(!result.p);
    QVERIFY(std::abs(result.difference - 0.35) < 1e-12);
    QVERIFY(result.statistic.find("bootstrap") != std::string::npos);
}

void TestIntervals::onlySamplesThatBothAnsweredCount()
{
    const std::vector<Prediction> first{{1, 0, 0, 1, 1}, {2, 0, 0, 1, 1}, {3, 0, 0, 1, 0}};
    const std::vector<Prediction> second{{3, 0, 0, 1, 1}, {4, 0, 0, 1, 1}, {2, 0, 0, 1, 1}};
    const PairedDifference result = pairedDifference(first, second);
    QCOMPARE(result.n, 2);
    QCOMPARE(result.difference, 0.5);
}

void TestIntervals::noPairsSayNothing()
{
    const PairedDifference result = pairedDifference(std::span<const double>{}, std::span<const double>{});
    QCOMPARE(result.n, 0);
    QVERIFY(!result.interval);
    QVERIFY(!result.p);
    QVERIFY(!result.significant());
}

QTEST_GUILESS_MAIN(TestIntervals)
#include "tst_intervals.moc"
