#include "core/interference.h"

#include <QTest>

using namespace atlas;

namespace {

/// `right` of 300 samples, the first ones.
std::vector<double> scores(int right)
{
    std::vector<double> all(300, 0.0);
    std::fill_n(all.begin(), right, 1.0);
    return all;
}

}  // namespace

class InterferenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theStepThatCostIsNamed();
    void whatChanceExplainsIsNoInterference();
    void tasksThatNeverChangeHaveNone();
    void rowsThatWereNotMeasuredAreLeftOut();
};

void InterferenceTest::theStepThatCostIsNamed()
{
    MeasureInput input;
    input.samples = {{.rows = {scores(280), scores(279), scores(150)}, .single = {}, .joint = {}},
                     {.rows = {scores(100), scores(160)}, .single = {}, .joint = {}},
                     {.rows = {scores(200)}, .single = {}, .joint = {}}};
    const std::vector<Interference> found = interferences(input);
    QCOMPARE(found.size(), std::size_t{2});
    QCOMPARE(found[0].step, 2);  // the third task cost the first one nearly half
    QCOMPARE(found[0].task, 0);
    QCOMPARE(found[0].difference.difference, -129.0 / 300);
    QVERIFY(found[0].difference.interval->high < 0);
    QCOMPARE(found[1].step, 2);  // and helped the second
    QCOMPARE(found[1].task, 1);
    QVERIFY(found[1].difference.difference > 0);
}

void InterferenceTest::whatChanceExplainsIsNoInterference()
{
    // 21 samples become wrong and 20 become right.
    std::vector<double> after = scores(280);
    std::fill_n(after.begin(), 21, 0.0);
    std::fill_n(after.begin() + 280, 20, 1.0);
    MeasureInput input;
    input.samples = {{.rows = {scores(280), after}, .single = {}, .joint = {}}};
    QVERIFY(interferences(input).empty());
}

void InterferenceTest::tasksThatNeverChangeHaveNone()
{
    MeasureInput input;
    input.samples = {{.rows = {scores(250), scores(250), scores(250)}, .single = {}, .joint = {}}};
    QVERIFY(interferences(input).empty());
}

void InterferenceTest::rowsThatWereNotMeasuredAreLeftOut()
{
    MeasureInput input;
    input.samples = {{.rows = {{}, scores(250)}, .single = {}, .joint = {}}};
    QVERIFY(interferences(input).empty());
}

QTEST_GUILESS_MAIN(InterferenceTest)
#include "tst_interference.moc"
