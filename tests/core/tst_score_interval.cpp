#include "core/score_interval.h"

#include <QTest>

#include <cmath>

using namespace atlas;

class TestScoreInterval : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ofAMeanItIsThatOfTheMean();
    void scoresThatAreNoMeanHaveOne();
    void oneSampleSaysNothing();

private:
    static Judged judged(int right, int wrong);
};

Judged TestScoreInterval::judged(int right, int wrong)
{
    Judged judged;
    judged.classes = 2;
    for (int i = 0; i < right + wrong; ++i) {
        const int truth = i % 2;
        judged.predicted.push_back(i < right ? truth : 1 - truth);
        judged.truth.push_back(truth == 0 ? std::vector<double>{1, 0} : std::vector<double>{0, 1});
    }
    return judged;
}

void TestScoreInterval::ofAMeanItIsThatOfTheMean()
{
    const std::optional<Interval> interval = scoreInterval(score("accuracy"), judged(80, 20), {.resamples = 2000});
    QVERIFY(interval.has_value());
    // 1.96 sqrt(0.8 0.2 / 100) = 0.0784
    QVERIFY(std::abs(interval->low - (0.8 - 0.0784)) < 0.012);
    QVERIFY(std::abs(interval->high - (0.8 + 0.0784)) < 0.012);
    QCOMPARE(interval->n, std::int64_t{100});
    const std::optional<Interval> again = scoreInterval(score("accuracy"), judged(80, 20), {.resamples = 2000});
    QCOMPARE(again->low, interval->low);
}

void TestScoreInterval::scoresThatAreNoMeanHaveOne()
{
    const Judged samples = judged(70, 30);
    const std::optional<Interval> interval = scoreInterval(score("f1_macro"), samples);
    const double value = score("f1_macro").compute(samples);
    QVERIFY(interval->low < value && value < interval->high);
    QVERIFY(interval->high - interval->low < 0.25);
    QCOMPARE(scoreInterval(score("accuracy"), judged(50, 0))->low, 1.0);
}

void TestScoreInterval::oneSampleSaysNothing()
{
    QVERIFY(!scoreInterval(score("accuracy"), judged(1, 0)));
}

QTEST_GUILESS_MAIN(TestScoreInterval)
#include "tst_score_interval.moc"
