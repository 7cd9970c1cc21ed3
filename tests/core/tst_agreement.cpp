#include "core/agreement.h"

#include <QtTest>

#include <cmath>

using namespace atlas;
using Pairs = std::vector<std::pair<Judgement, Judgement>>;

class TestAgreement : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void kappaOfTheTextbook();
    void kappaErrorIsThatOfItsDerivatives();
    void kappaNeedsTwoClasses();
    void kappaBelowChanceIsNegative();
    void alphaOfKrippendorffsExample();
    void alphaOfTwoPeopleWithoutGaps();
    void alphaNeedsTwoValuesAndTwoPeople();
    void setsThatOverlapAreHalfWayApart();
    void alphaOfSetsCountsPartialAgreement();
    void bandsAreNamedByConvention_data();
    void bandsAreNamedByConvention();
    void aTableTellsWhoAndWhat();
    void leftOutClassesAreConfusedWithNone();
};

namespace {

/// A table of counts, both with classes 0 .. size-1, as pairs of judgements.
Pairs pairsOf(const std::vector<std::vector<int>> &counts)
{
    Pairs pairs;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        for (std::size_t j = 0; j < counts[i].size(); ++j) {
            pairs.insert(pairs.end(), std::size_t(counts[i][j]), {{int(i)}, {int(j)}});
        }
    }
    return pairs;
}

/// kappa of a table of shares that need not sum to 1.
double kappaOf(const std::vector<std::vector<double>> &shares)
{
    double sum = 0;
    double equal = 0;
    std::vector<double> rows(shares.size());
    std::vector<double> columns(shares.size());
    for (std::size_t i = 0; i < shares.size(); ++i) {
        for (std::size_t j = 0; j < shares.size(); ++j) {
            sum += shares[i][j];
            rows[i] += shares[i][j];
            columns[j] += shares[i][j];
        }
        equal += shares[i][i];
    }
    double expected = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        expected += rows[i] * columns[i] / (sum * sum);
    }
    return (equal / sum - expected) / (1 - expected);
}

/// Rows are people, 0 = missing.
JudgementTable tableOf(const std::vector<std::vector<int>> &people)
{
    JudgementTable table{people.size(), {}};
    for (std::size_t unit = 0; unit < people.front().size(); ++unit) {
        auto &row = table.units.emplace_back();
        for (const std::vector<int> &person : people) {
            row.push_back(person[unit] == 0 ? Judgement() : Judgement{person[unit]});
        }
    }
    return table;
}

bool near(double a, double b, double tolerance)
{
    return std::abs(a - b) < tolerance;
}

}  // namespace

void TestAgreement::kappaOfTheTextbook()
{
    const auto kappa = cohenKappa(pairsOf({{20, 5}, {10, 15}}));
    QVERIFY(kappa);
    QVERIFY(near(kappa->value, 0.4, 1e-12));
    QVERIFY(near(kappa->observed, 0.7, 1e-12));
    QVERIFY(near(kappa->expected, 0.5, 1e-12));
    QCOMPARE(kappa->n, 50);
    QVERIFY(kappa->low < 0.16 && kappa->low > 0.14);
    QVERIFY(kappa->high < 0.66 && kappa->high > 0.64);
}

void TestAgreement::kappaErrorIsThatOfItsDerivatives()
{
    // The delta method: var = (sum_c p_c g_c^2 - (sum_c p_c g_c)^2) / n, g_c the derivative by cell c.
    const std::vector<std::vector<int>> counts{{44, 5, 1}, {7, 20, 3}, {9, 5, 6}};
    std::vector<std::vector<double>> shares;
    for (const auto &row : counts) {
        auto &line = shares.emplace_back();
        for (const int one : row) {
            line.push_back(one / 100.0);
        }
    }
    constexpr double kStep = 1e-6;
    double squares = 0;
    double mean = 0;
    for (auto &row : shares) {
        for (double &cell : row) {
            const double share = cell;
            cell = share + kStep;
            const double above = kappaOf(shares);
            cell = share - kStep;
            const double slope = (above - kappaOf(shares)) / (2 * kStep);
            cell = share;
            squares += share * slope * slope;
            mean += share * slope;
        }
    }
    const auto kappa = cohenKappa(pairsOf(counts));
    QVERIFY(near(kappa->value, kappaOf(shares), 1e-12));
    QVERIFY(near(kappa->standardError, std::sqrt((squares - mean * mean) / 100), 1e-7));
}

void TestAgreement::kappaNeedsTwoClasses()
{
    QVERIFY(!cohenKappa({}));
    QVERIFY(!cohenKappa(pairsOf({{12}})));
    const auto perfect = cohenKappa(pairsOf({{3, 0}, {0, 4}}));
    QVERIFY(near(perfect->value, 1, 1e-12));
    QVERIFY(near(perfect->standardError, 0, 1e-9));
    const auto never = cohenKappa(pairsOf({{0, 5}, {0, 0}}));  // each has one class, not the same
    QVERIFY(near(never->value, 0, 1e-12));
}

void TestAgreement::kappaBelowChanceIsNegative()
{
    const auto kappa = cohenKappa(pairsOf({{0, 5}, {5, 0}}));
    QVERIFY(near(kappa->value, -1, 1e-12));
    QVERIFY(kappa->low >= -1);
}

void TestAgreement::alphaOfKrippendorffsExample()
{
    // Krippendorff 2011, section C: four observers, twelve units, missing values.
    const JudgementTable table = tableOf({{1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0},
                                          {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3},
                                          {0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0},
                                          {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0}});
    QVERIFY(near(*krippendorffAlpha(table), 0.743, 5e-4));
}

void TestAgreement::alphaOfTwoPeopleWithoutGaps()
{
    // Krippendorff 2011, section A: binary data, two observers, ten units.
    const JudgementTable table = tableOf({{1, 2, 1, 1, 1, 1, 1, 1, 2, 1}, {2, 2, 2, 1, 1, 2, 1, 1, 1, 1}});
    QVERIFY(near(*krippendorffAlpha(table), 0.095, 5e-4));
}

void TestAgreement::alphaNeedsTwoValuesAndTwoPeople()
{
    QVERIFY(!krippendorffAlpha({}));
    QVERIFY(!krippendorffAlpha(tableOf({{1, 1, 1}, {1, 1, 1}})));
    QVERIFY(!krippendorffAlpha(tableOf({{1, 2, 0}, {0, 0, 1}})));
    QVERIFY(near(*krippendorffAlpha(tableOf({{1, 2}, {1, 2}})), 1, 1e-12));
}

void TestAgreement::setsThatOverlapAreHalfWayApart()
{
    QCOMPARE(masiDistance({1, 2}, {1, 2}), 0.0);
    QCOMPARE(masiDistance({1}, {2}), 1.0);
    QVERIFY(near(masiDistance({1, 2}, {1, 2, 3, 4}), 1 - 1.0 / 2 * 2 / 3, 1e-12));
    QVERIFY(near(masiDistance({1, 2}, {2, 3}), 1 - 1.0 / 3 * 1 / 3, 1e-12));
}

void TestAgreement::alphaOfSetsCountsPartialAgreement()
{
    const JudgementTable partly{2, {{{1}, {1}}, {{2}, {2}}, {{1, 2}, {1}}}};
    const JudgementTable never{2, {{{1}, {1}}, {{2}, {2}}, {{3}, {1}}}};
    // By hand: values 1, 1, 2, 2, 12, 1; D_o = 2 * 2/3 / 6; D_e = 2 (3*2*1 + 3*1*2/3 + 2*1*2/3) / 30.
    const double expected = 2 * (6 + 2 + 4.0 / 3) / 30;
    QVERIFY(near(*krippendorffAlpha(partly), 1 - (4.0 / 3 / 6) / expected, 1e-12));
    QVERIFY(*krippendorffAlpha(partly) > *krippendorffAlpha(never));
}

void TestAgreement::bandsAreNamedByConvention_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("name");
    QTest::newRow("below chance") << -0.1 << "poor";
    QTest::newRow("chance") << 0.0 << "slight";
    QTest::newRow("two fifths") << 0.1 + 0.3 << "fair";
    QTest::newRow("half") << 0.5 << "moderate";
    QTest::newRow("Krippendorff's example") << 0.743 << "substantial";
    QTest::newRow("one") << 1.0 << "almost perfect";
}

void TestAgreement::bandsAreNamedByConvention()
{
    QFETCH(double, value);
    QFETCH(QString, name);
    QCOMPARE(QString::fromLatin1(agreementBand(value)), name);
}

void TestAgreement::aTableTellsWhoAndWhat()
{
    const Agreement agreement = agreementOf(tableOf({{1, 1, 2, 2, 0, 3}, {1, 2, 2, 1, 1, 0}, {0, 0, 2, 3, 0, 0}}));
    QCOMPARE(agreement.units, 4);  // the last two were judged once
    QCOMPARE(agreement.disagreed, (std::vector<std::size_t>{1, 3}));
    QVERIFY(near(*agreement.agreed, 4.0 / 8, 1e-12));  // 1 + 0 + 3 + 0 of 1 + 1 + 3 + 3
    QCOMPARE(agreement.pairs.size(), 3U);
    QCOMPARE(agreement.pairs[0].both, 4);  // first and second
    QCOMPARE(agreement.pairs[0].second, 1U);
    QCOMPARE(agreement.pairs[0].agreed, 0.5);
    QCOMPARE(agreement.confused.front().a, 1);
    QCOMPARE(agreement.confused.front().b, 2);
    QCOMPARE(agreement.confused.front().count, 2);
    const Agreement nothing = agreementOf({2, {{{1}, {}}}});
    QCOMPARE(nothing.units, 0);
    QVERIFY(!nothing.agreed && !nothing.alpha && nothing.pairs.empty());
}

void TestAgreement::leftOutClassesAreConfusedWithNone()
{
    const Agreement agreement = agreementOf({2, {{{1, 2}, {1}}, {{1}, {1, 2}}, {{1, 3}, {1, 2}}}});
    QCOMPARE(agreement.confused.size(), 2U);
    QCOMPARE(agreement.confused[0].a, 2);
    QCOMPARE(agreement.confused[0].b, -1);
    QCOMPARE(agreement.confused[0].count, 2);
    QCOMPARE(agreement.confused[1].a, 2);
    QCOMPARE(agreement.confused[1].b, 3);
}

QTEST_APPLESS_MAIN(TestAgreement)
#include "tst_agreement.moc"
