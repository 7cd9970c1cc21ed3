#include "core/error.h"
#include "engine/insight/diverse_order.h"
#include "engine/insight/neighbours.h"
#include "engine/insight/outliers.h"
#include "engine/insight/projection.h"
#include "engine/insight/standard_rows.h"
#include "tests/engine/insight/insight_samples.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace atlas;
using namespace atlas::engine;
using namespace atlas::test;

namespace {

const Step kQuiet = [](double) {};

/// Stops at the first call.
void stopAtOnce(double)
{
    throw Error(ErrorCode::Cancelled, "stopped");
}

}  // namespace

class TestDatasetShape : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void columnsAreStandardisedAndConstantOnesLeftOut();
    void neighboursAreThoseOfAFullSearch();
    void fewSamplesHaveFewNeighbours();
    void whatLiesFarIsLonely();
    void amongAlikeNobodyIsLonely();
    void theMapKeepsNeighboursTogether();
    void theMapIsTheSameForTheSameSeed();
    void whatIsFurthestComesFirst();
    void withoutLabelsAllIsCoveredSoon();
    void theRestFollowsAsGiven();
    void eachMayBeStopped();
};

void TestDatasetShape::columnsAreStandardisedAndConstantOnesLeftOut()
{
    at::Tensor rows = clusters(3, 20) * 5 + 100;
    rows.select(1, 4).fill_(0.1);
    const at::Tensor standard = standardRows(rows);
    QCOMPARE(standard.size(1), 11);
    QVERIFY(torch::allclose(standard.mean(0), torch::zeros({11}), 0, 1e-4));
    QVERIFY(torch::allclose(standard.square().mean(0), torch::ones({11}), 1e-3, 1e-3));
    QVERIFY(torch::equal(standardRows(torch::full({3, 5}, 0.3)), torch::zeros({3, 1})));
    QVERIFY(torch::equal(unitRows(torch::zeros({2, 3})), torch::zeros({2, 3})));
}

void TestDatasetShape::neighboursAreThoseOfAFullSearch()
{
    const at::Tensor unit = unitRows(standardRows(clusters(5, 120)));  // more than one block
    const Neighbours found = nearestOf(unit, 10, kQuiet);
    at::Tensor all = 1 - unit.matmul(unit.t());
    all.fill_diagonal_(9);
    const auto [distances, places] = all.topk(10, 1, false);
    QVERIFY(torch::allclose(found.distances, distances, 1e-4, 1e-5));
    QVERIFY(found.places.eq(places).to(torch::kFloat).mean().item<double>() > 0.99);  // rounding may swap equals
}

void TestDatasetShape::fewSamplesHaveFewNeighbours()
{
    QCOMPARE(nearestOf(unitRows(clusters(3, 1)), 10, kQuiet).places.size(1), 2);
    const Neighbours none = nearestOf(unitRows(clusters(1, 1)), 10, kQuiet);
    QCOMPARE(none.places.size(1), 0);
    const std::vector<Outlyingness> outliers = outliersAmong(none.distances);
    QCOMPARE(outliers.size(), std::size_t{1});
    QVERIFY(outliers[0].ratio == 1 && !outliers[0].lonely);
    QCOMPARE(neighbourMap(torch::zeros({1, 2}), none, 1, kQuiet).size(0), 1);
}

void TestDatasetShape::whatLiesFarIsLonely()
{
    at::Tensor rows = clusters(4, 50);
    rows[77] = -torch::ones({12});
    const std::vector<Outlyingness> outliers = outliersAmong(nearestOf(unitRows(rows), 10, kQuiet).distances);
    QVERIFY(outliers[77].lonely);
    QVERIFY(std::ranges::count_if(outliers, &Outlyingness::lonely) <= 2);  // chance makes some a little lonely
    QVERIFY(outliers[77].ratio > 5);
}

void TestDatasetShape::amongAlikeNobodyIsLonely()
{
    const at::Tensor distances = torch::linspace(0.50, 0.55, 200).unsqueeze(1).repeat({1, 10});
    const std::vector<Outlyingness> even = outliersAmong(distances);
    QVERIFY(std::ranges::none_of(even, &Outlyingness::lonely));
    const std::vector<Outlyingness> copies = outliersAmong(torch::zeros({20, 10}));
    QVERIFY(std::ranges::all_of(copies, [](const Outlyingness &one) { return one.ratio == 1 && !one.lonely; }));
}

void TestDatasetShape::theMapKeepsNeighboursTogether()
{
    const at::Tensor rows = standardRows(clusters(8, 40));
    const at::Tensor start = principalMap(rows, 1);
    QVERIFY(std::abs(start.select(1, 0).square().mean().item<double>() - 1) < 1e-3);
    const at::Tensor map = neighbourMap(start, nearestOf(unitRows(rows), 10, kQuiet), 1, kQuiet);
    QVERIFY(map.isfinite().all().item<bool>());
    const auto purity = [](const at::Tensor &places) {
        at::Tensor distances = torch::cdist(places, places);
        distances.fill_diagonal_(1e9);
        const at::Tensor nearest = std::get<1>(distances.topk(10, 1, false));
        const at::Tensor own = torch::arange(320).unsqueeze(1).div(40, "floor");
        return nearest.div(40, "floor").eq(own).to(torch::kFloat).mean().item<double>();
    };
    // Two directions cannot tell eight classes apart.
    QVERIFY2(purity(start) < 0.8 && purity(map) > 0.97, qPrintable(QString::number(purity(start))));
}

void TestDatasetShape::theMapIsTheSameForTheSameSeed()
{
    const at::Tensor rows = standardRows(clusters(4, 20));
    const Neighbours neighbours = nearestOf(unitRows(rows), 10, kQuiet);
    const auto map = [&](std::uint64_t seed) {
        return neighbourMap(principalMap(rows, seed), neighbours, seed, kQuiet);
    };
    QVERIFY(torch::equal(map(3), map(3)));
    QVERIFY(!torch::equal(map(3), map(4)));
}

void TestDatasetShape::whatIsFurthestComesFirst()
{
    // On a circle, by degrees: 0 is labelled.
    const at::Tensor angles = torch::tensor({0., 10., 170., 90., 260.}, torch::kFloat) * M_PI / 180;
    const at::Tensor unit = torch::stack({angles.cos(), angles.sin()}, 1);
    QCOMPARE(diverseOrder(unit, {0}, {1, 2, 3, 4}, kQuiet), (std::vector<std::int64_t>{2, 4, 3, 1}));
}

void TestDatasetShape::withoutLabelsAllIsCoveredSoon()
{
    const at::Tensor unit = unitRows(standardRows(clusters(6, 30, 0.1)));
    std::vector<std::int64_t> all = alone(180);
    const std::vector<std::int64_t> order = diverseOrder(unit, {}, all, kQuiet);
    std::set<std::int64_t> classes;
    for (std::size_t i = 0; i < 7; ++i) {
        classes.insert(order[i] / 30);
    }
    QCOMPARE(classes.size(), std::size_t{6});
    QCOMPARE(diverseOrder(unit, {}, all, kQuiet), order);
    std::vector<std::int64_t> sorted = order;
    std::ranges::sort(sorted);
    QCOMPARE(sorted, all);
}

void TestDatasetShape::theRestFollowsAsGiven()
{
    const at::Tensor unit = unitRows(standardRows(clusters(4, 10)));
    const std::vector<std::int64_t> given{9, 30, 2, 25, 17, 4};
    const std::vector<std::int64_t> order = diverseOrder(unit, {0}, given, kQuiet, 2);
    std::vector<std::int64_t> rest = given;
    std::erase_if(rest, [&](std::int64_t i) { return i == order[0] || i == order[1]; });
    QCOMPARE(std::vector<std::int64_t>(order.begin() + 2, order.end()), rest);
}

void TestDatasetShape::eachMayBeStopped()
{
    const at::Tensor rows = clusters(4, 10);
    const at::Tensor unit = unitRows(rows);
    QVERIFY_EXCEPTION_THROWN(nearestOf(unit, 10, stopAtOnce), Error);
    QVERIFY_EXCEPTION_THROWN(diverseOrder(unit, {0}, {1, 2}, stopAtOnce), Error);
    QVERIFY_EXCEPTION_THROWN(neighbourMap(principalMap(rows, 1), nearestOf(unit, 10, kQuiet), 1, stopAtOnce), Error);
}

QTEST_GUILESS_MAIN(TestDatasetShape)
#include "tst_dataset_shape.moc"
