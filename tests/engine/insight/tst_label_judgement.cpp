#include "core/error.h"
#include "engine/insight/confident_learning.h"
#include "engine/insight/copies.h"
#include "engine/insight/folds.h"
#include "engine/insight/out_of_fold.h"
#include "engine/insight/standard_rows.h"
#include "tests/engine/insight/insight_samples.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

using namespace atlas;
using namespace atlas::engine;
using namespace atlas::test;

namespace {

/// Samples with labels, and what is told of them.
struct Labelled {
    at::Tensor rows;
    CarriedClasses carried;
    std::int64_t classes = 4;
    bool multiLabel = false;
    std::vector<std::int64_t> sets{};
    std::uint64_t seed = 1;

    std::optional<OutOfFold> answers() const
    {
        return outOfFold({.rows = rows,
                          .carried = carried,
                          .sets = sets.empty() ? m_alone = alone(carried.size()) : sets,
                          .classes = classes,
                          .multiLabel = multiLabel,
                          .seed = seed},
                         [](double) {});
    }

    std::vector<LabelVerdict> verdicts() const
    {
        const std::optional<OutOfFold> told = answers();
        return confidentLearning(told->probabilities, carried, told->judged, multiLabel);
    }

    mutable std::vector<std::int64_t> m_alone{};
};

Labelled separable(int each = 30)
{
    return {.rows = standardRows(clusters(4, each, 0.2)), .carried = oneEach(4, each)};
}

std::set<std::size_t> suspiciousOf(const std::vector<LabelVerdict> &verdicts)
{
    std::set<std::size_t> places;
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        if (verdicts[i].suspicious) {
            places.insert(i);
        }
    }
    return places;
}

}  // namespace

class TestLabelJudgement : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void turnedLabelsAreFound();
    void whatLiesBetweenClassesIsNotAccused();
    void aRareClassIsNotAccusedAsAWhole();
    void aMissingAndAWrongOneOfSeveralAreFound();
    void aWrongLabelIsNotSavedByItsCopy();
    void copiesAndGroupsBelongTogether();
    void foldsAreStratifiedAndKeepSetsTogether();
    void aSubsetKeepsRareClasses();
    void theSameSeedTellsTheSame();
    void theUnlabelledAreAnsweredByAll();
    void ofTooFewNothingIsTold_data();
    void ofTooFewNothingIsTold();
    void aClassOfOneIsSuggestedButNotJudged();
    void aStepMayStopIt();
};

void TestLabelJudgement::turnedLabelsAreFound()
{
    Labelled data = separable(60);
    const std::set<std::size_t> turned{0, 61, 93, 130, 200, 239};
    for (const std::size_t i : turned) {
        data.carried[i] = {(data.carried[i].front() + 1) % 4};
    }
    const std::vector<LabelVerdict> verdicts = data.verdicts();
    QCOMPARE(suspiciousOf(verdicts), turned);
    std::vector<double> probable;
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        if (!turned.contains(i)) {
            probable.push_back(verdicts[i].given);
        }
    }
    for (const std::size_t i : turned) {
        QVERIFY(verdicts[i].given < std::ranges::min(probable));  // so they head a list that is sorted by it
    }
}

void TestLabelJudgement::whatLiesBetweenClassesIsNotAccused()
{
    // Forty samples as the classifier likes them; one that it finds as much one class as another, one clearly wrong.
    at::Tensor probabilities = torch::full({42, 2}, 0.05);
    CarriedClasses carried(42);
    for (int i = 0; i < 40; ++i) {
        carried[static_cast<std::size_t>(i)] = {i % 2};
        probabilities[i][i % 2] = 0.95;
    }
    probabilities[40] = torch::tensor({0.35, 0.65});
    probabilities[41] = torch::tensor({0.01, 0.99});
    carried[40] = carried[41] = {0};
    const auto verdicts = confidentLearning(probabilities, carried, std::vector<bool>(42, true), false);
    QCOMPARE(suspiciousOf(verdicts), (std::set<std::size_t>{41}));
    QCOMPARE(float(verdicts[40].given), 0.35F);
}

void TestLabelJudgement::aRareClassIsNotAccusedAsAWhole()
{
    // Class 1 is never recognised: all its labels are improbable alike, which says nothing of any of them.
    at::Tensor probabilities = torch::tensor({0.97, 0.03}).repeat({100, 1});
    CarriedClasses carried(100, {0});
    for (std::size_t i = 0; i < 3; ++i) {
        carried[i] = {1};
    }
    QVERIFY(suspiciousOf(confidentLearning(probabilities, carried, std::vector<bool>(100, true), false)).empty());
}

void TestLabelJudgement::aMissingAndAWrongOneOfSeveralAreFound()
{
    Labelled data = separable();
    data.multiLabel = true;
    for (std::size_t i = 0; i < data.carried.size(); ++i) {
        if (data.carried[i].front() < 2) {
            data.carried[i].push_back(2);  // classes 0 and 1 always go with 2
        }
    }
    data.carried[5] = {0};      // 2 is missing
    data.carried[95] = {2, 3};  // 2 is wrong
    const std::vector<LabelVerdict> verdicts = data.verdicts();
    QCOMPARE(suspiciousOf(verdicts), (std::set<std::size_t>{5, 95}));
    QVERIFY(verdicts[95].given < 0.2);  // the least probable of its labels
    QVERIFY(verdicts[5].given > 0.5);
}

void TestLabelJudgement::aWrongLabelIsNotSavedByItsCopy()
{
    Labelled data = separable();
    data.rows[1].copy_(data.rows[0]);
    data.carried[0] = data.carried[1] = {3};
    data.sets = copySets(data.rows, {});
    QCOMPARE(data.sets[1], 0);
    QCOMPARE(data.answers()->folds[0], data.answers()->folds[1]);
    QCOMPARE(suspiciousOf(data.verdicts()), (std::set<std::size_t>{0, 1}));
}

void TestLabelJudgement::copiesAndGroupsBelongTogether()
{
    at::Tensor rows = clusters(4, 10);
    rows[17].copy_(rows[3]);
    rows[38].copy_(rows[3] * (1 + 1e-6));
    std::vector<std::string> groups(40);
    groups[5] = groups[38] = "film";
    const std::vector<std::int64_t> sets = copySets(rows, groups);
    for (std::size_t i = 0; i < sets.size(); ++i) {
        const bool joined = i == 3 || i == 5 || i == 17 || i == 38;
        QCOMPARE(sets[i], joined ? 3 : static_cast<std::int64_t>(i));
    }
}

void TestLabelJudgement::foldsAreStratifiedAndKeepSetsTogether()
{
    const CarriedClasses carried = oneEach(3, 25);
    std::vector<std::int64_t> sets = alone(75);
    for (std::size_t i = 30; i < 35; ++i) {
        sets[i] = 30;
    }
    const std::vector<int> folds = stratifiedFolds(carried, sets, {25, 25, 25}, 1);
    std::array<std::array<int, kInsightFolds>, 3> counts{};
    for (std::size_t i = 0; i < folds.size(); ++i) {
        ++counts[i / 25][static_cast<std::size_t>(folds[i])];
    }
    for (const auto &perFold : counts) {
        QVERIFY(std::ranges::all_of(perFold, [](int count) { return count == 5; }));
    }
    QVERIFY(std::all_of(folds.begin() + 30, folds.begin() + 35, [&](int fold) { return fold == folds[30]; }));
    QVERIFY(folds != stratifiedFolds(carried, sets, {25, 25, 25}, 2));
    QCOMPARE(stratifiedFolds({{0}, {}}, {0, 1}, {1}, 1), (std::vector<int>{0, -1}));
}

void TestLabelJudgement::aSubsetKeepsRareClasses()
{
    CarriedClasses carried(1000, {0});
    for (std::size_t i = 0; i < 12; ++i) {
        carried[i * 80] = {1};
    }
    const std::vector<std::int64_t> subset = stratifiedSubset(carried, std::vector<int>(1000, 0), {988, 12}, 100, 1);
    const auto rare = std::ranges::count_if(
        subset, [&](std::int64_t i) { return carried[static_cast<std::size_t>(i)].front() == 1; });
    QCOMPARE(rare, 10);
    QCOMPARE(subset.size(), std::size_t{108});
    QVERIFY(std::ranges::is_sorted(subset));
}

void TestLabelJudgement::theSameSeedTellsTheSame()
{
    Labelled data = separable();
    data.carried[7] = {};
    const std::optional<OutOfFold> one = data.answers();
    const std::optional<OutOfFold> two = data.answers();
    QVERIFY(torch::equal(one->probabilities, two->probabilities));
    QCOMPARE(one->folds, two->folds);
    data.seed = 2;
    QVERIFY(one->folds != data.answers()->folds);
}

void TestLabelJudgement::theUnlabelledAreAnsweredByAll()
{
    Labelled data = separable();
    for (std::size_t i = 0; i < data.carried.size(); i += 2) {
        data.carried[i].clear();
    }
    const std::optional<OutOfFold> told = data.answers();
    const at::Tensor best = told->probabilities.argmax(1);
    for (std::int64_t i = 0; i < 120; ++i) {
        QCOMPARE(best[i].item<std::int64_t>(), i / 30);
        QCOMPARE(told->judged[static_cast<std::size_t>(i)], i % 2 == 1);
        QCOMPARE(told->folds[static_cast<std::size_t>(i)] < 0, i % 2 == 0);
    }
    QVERIFY(torch::allclose(told->probabilities.sum(1), torch::ones({120}), 1e-4, 1e-4));
    QVERIFY(std::isnan(data.verdicts()[0].given) && !data.verdicts()[0].suspicious);
}

void TestLabelJudgement::ofTooFewNothingIsTold_data()
{
    QTest::addColumn<int>("labelled");
    QTest::addColumn<int>("each");
    QTest::addColumn<bool>("told");
    QTest::newRow("nine of four classes") << 9 << 3 << false;
    QTest::newRow("ten of four classes") << 10 << 3 << true;
    QTest::newRow("thirty of one class") << 30 << 30 << false;
}

void TestLabelJudgement::ofTooFewNothingIsTold()
{
    QFETCH(int, labelled);
    QFETCH(int, each);
    QFETCH(bool, told);
    Labelled data = separable(30);
    for (std::size_t i = 0; i < data.carried.size(); ++i) {
        const bool keeps =
            static_cast<int>(i % 30) < each && static_cast<int>(i / 30) * each + static_cast<int>(i % 30) < labelled;
        if (!keeps) {
            data.carried[i].clear();
        }
    }
    QCOMPARE(data.answers().has_value(), told);
}

void TestLabelJudgement::aClassOfOneIsSuggestedButNotJudged()
{
    Labelled data = separable();
    for (std::size_t i = 91; i < 120; ++i) {
        data.carried[i].clear();
    }
    const std::optional<OutOfFold> told = data.answers();
    QVERIFY(!told->judged[90] && told->judged[0]);
    // Four of five classifiers know it.
    QVERIFY(told->probabilities.narrow(0, 91, 29).select(1, 3).mean().item<double>() > 0.1);
    QVERIFY(!data.verdicts()[90].suspicious);
}

void TestLabelJudgement::aStepMayStopIt()
{
    const Labelled data = separable();
    const std::vector<std::int64_t> sets = alone(data.carried.size());
    int left = 10;
    QVERIFY_EXCEPTION_THROWN(outOfFold({.rows = data.rows, .carried = data.carried, .sets = sets, .classes = 4},
                                       [&](double) {
                                           if (--left == 0) {
                                               throw Error(ErrorCode::Cancelled, "stopped");
                                           }
                                       }),
                             Error);
    QCOMPARE(left, 0);
}

QTEST_GUILESS_MAIN(TestLabelJudgement)
#include "tst_label_judgement.moc"
