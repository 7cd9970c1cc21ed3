#include "core/error.h"
#include "engine/insight/confident_learning.h"
#include "engine/insight/copies.h"
#include "engine/insight/diverse_order.h"
#include "engine/insight/folds.h"
#include "engine/insight/neighbours.h"
#include "engine/insight/out_of_fold.h"
#include "engine/insight/outliers.h"
#include "engine/insight/standard_rows.h"

#include <torch/torch.h>

#include <QTest>

#include <numeric>
#include <set>

using namespace atlas;
using namespace atlas::engine;

/// What is told of labels and samples, on features that were made up.
class TestJudgingLabels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void copiesShareAFold();
    void plantedWrongLabelsAreFound();
    void aCopyDoesNotVouchForItself();
    void tooFewLabelsTellNothing();
    void severalLabelsAreJudgedEachAlone();
    void aStrayIsLonely();
    void theOrderCoversTheDataAndIsFoundAgain();
    void stepEndsTheWork();
};

namespace {

constexpr int kPerClass = 40;
constexpr int kClasses = 3;
constexpr int kWidth = 8;

void noStep(double) {}

/// Clouds of `kPerClass` samples around `kClasses` corners.
at::Tensor clouds()
{
    const at::Generator generator = at::detail::createCPUGenerator(7);
    at::Tensor rows = 0.4 * torch::randn({kClasses * kPerClass, kWidth}, generator);
    for (int i = 0; i < kClasses; ++i) {
        rows.slice(0, i * kPerClass, (i + 1) * kPerClass).select(1, i) += 3;
    }
    return rows;
}

CarriedClasses trueClasses()
{
    CarriedClasses carried;
    for (int i = 0; i < kClasses * kPerClass; ++i) {
        carried.push_back({i / kPerClass});
    }
    return carried;
}

std::vector<LabelVerdict> verdicts(const at::Tensor &rows, const CarriedClasses &carried, bool multiLabel = false,
                                   int classes = kClasses)
{
    const at::Tensor standard = standardRows(rows);
    const std::vector<std::int64_t> sets = copySets(rows, std::vector<std::string>(carried.size()));
    const auto answer = outOfFold({standard, carried, sets, classes, multiLabel, 1}, noStep);
    return answer ? confidentLearning(answer->probabilities, carried, answer->judged, multiLabel)
                  : std::vector<LabelVerdict>();
}

}  // namespace

void TestJudgingLabels::copiesShareAFold()
{
    at::Tensor rows = clouds();
    rows[5] = rows[80];  // of another class even
    const auto sets = copySets(rows, std::vector<std::string>(std::size_t(rows.size(0))));
    QCOMPARE(sets[80], 5);
    const CarriedClasses carried = trueClasses();
    const auto folds = stratifiedFolds(carried, sets, countsOf(carried, kClasses), 3);
    QCOMPARE(folds[5], folds[80]);
    for (int fold = 0; fold < kInsightFolds; ++fold) {
        const auto count = std::ranges::count(folds, fold);
        QVERIFY(std::abs(count - kClasses * kPerClass / kInsightFolds) <= 2);
    }
    QCOMPARE(folds, stratifiedFolds(carried, sets, countsOf(carried, kClasses), 3));
}

void TestJudgingLabels::plantedWrongLabelsAreFound()
{
    CarriedClasses carried = trueClasses();
    const std::set<int> wrong{3, 50, 51, 100};
    for (const int i : wrong) {
        carried[std::size_t(i)] = {(i / kPerClass + 1) % kClasses};
    }
    const auto found = verdicts(clouds(), carried);
    for (int i = 0; i < kClasses * kPerClass; ++i) {
        QCOMPARE(found[std::size_t(i)].suspicious, wrong.contains(i));
    }
}

void TestJudgingLabels::aCopyDoesNotVouchForItself()
{
    at::Tensor rows = clouds();
    CarriedClasses carried = trueClasses();
    rows[4] = rows[3];
    carried[3] = carried[4] = {2};
    const auto found = verdicts(rows, carried);
    QVERIFY(found[3].suspicious);
    QVERIFY(found[4].suspicious);
}

void TestJudgingLabels::tooFewLabelsTellNothing()
{
    CarriedClasses carried(std::size_t(kClasses * kPerClass));
    QVERIFY(verdicts(clouds(), carried).empty());
    for (std::size_t i = 0; i < 20; ++i) {
        carried[i] = {0};  // many, but of one class
    }
    QVERIFY(verdicts(clouds(), carried).empty());
}

void TestJudgingLabels::severalLabelsAreJudgedEachAlone()
{
    CarriedClasses carried = trueClasses();
    carried[10] = {0, 2};  // 2 is not to be seen in it
    const auto found = verdicts(clouds(), carried, true);
    QVERIFY(found[10].suspicious);
    QCOMPARE(std::ranges::count_if(found, [](const LabelVerdict &one) { return one.suspicious; }), 1);
}

void TestJudgingLabels::aStrayIsLonely()
{
    at::Tensor rows = clouds();
    rows[7] = 0;
    rows[7][kWidth - 1] = 5;  // where nobody else is
    const Neighbours neighbours = nearestOf(unitRows(rows), 10, noStep);
    const auto found = outliersAmong(neighbours.distances);
    QVERIFY(found[7].lonely);
    QVERIFY(found[7].ratio > 3);
    QCOMPARE(std::ranges::count_if(found, [](const Outlyingness &one) { return one.lonely; }), 1);
}

void TestJudgingLabels::theOrderCoversTheDataAndIsFoundAgain()
{
    std::vector<std::int64_t> unlabelled(std::size_t(kClasses * kPerClass));
    std::iota(unlabelled.begin(), unlabelled.end(), 0);
    const at::Tensor unit = unitRows(clouds());
    const auto order = diverseOrder(unit, {}, unlabelled, noStep);
    std::set<std::int64_t> first;
    for (int i = 0; i < kClasses; ++i) {
        first.insert(order[std::size_t(i)] / kPerClass);
    }
    QCOMPARE(int(first.size()), kClasses);  // one of each cloud before a second of any
    QCOMPARE(order, diverseOrder(unit, {}, unlabelled, noStep));
    QVERIFY(std::ranges::is_permutation(order, unlabelled));
    // With one cloud labelled the first two come from the others.
    std::vector<std::int64_t> labelled(unlabelled.begin(), unlabelled.begin() + kPerClass);
    std::vector<std::int64_t> rest(unlabelled.begin() + kPerClass, unlabelled.end());
    const auto next = diverseOrder(unit, labelled, rest, noStep);
    QVERIFY(next[0] / kPerClass != next[1] / kPerClass);
}

void TestJudgingLabels::stepEndsTheWork()
{
    const at::Tensor rows = clouds();
    const CarriedClasses carried = trueClasses();
    const auto sets = copySets(rows, std::vector<std::string>(carried.size()));
    int calls = 0;
    const auto stop = [&calls](double) {
        if (++calls > 3) {
            throw atlas::Error(ErrorCode::Cancelled, "stopped");
        }
    };
    QVERIFY_EXCEPTION_THROWN(outOfFold({standardRows(rows), carried, sets, kClasses, false, 1}, stop), atlas::Error);
    QCOMPARE(calls, 4);
}

QTEST_APPLESS_MAIN(TestJudgingLabels)
#include "tst_judging_labels.moc"
