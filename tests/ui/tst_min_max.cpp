#include "widgets/charts/min_max.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace atlas::widgets;

namespace {

std::vector<QPointF> noisyCurve(std::size_t n, unsigned seed, double gapShare = 0)
{
    std::mt19937 random(seed);
    std::normal_distribution<double> y;
    std::exponential_distribution<double> stride;
    std::uniform_real_distribution<double> coin;
    std::vector<QPointF> points;
    double x = 0;
    for (std::size_t i = 0; i < n; ++i) {
        x += stride(random);
        points.emplace_back(x, coin(random) < gapShare ? std::nan("") : y(random));
    }
    return points;
}

}  // namespace

class TestMinMax : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryPointOfAShortCurve();
    void neverLosesTheExtremesOfAColumn_data();
    void neverLosesTheExtremesOfAColumn();
    void keepsOneSpikeAmongAMillion();
    void keepsANeighbourOnEitherSide();
    void keepsGaps();
    void takesWhatIsEmptyOrFlat();
};

void TestMinMax::keepsEveryPointOfAShortCurve()
{
    const auto points = noisyCurve(300, 1);
    const auto kept = minMaxIndices(points, points.front().x(), points.back().x(), 100);
    QCOMPARE(kept.size(), points.size());
}

void TestMinMax::neverLosesTheExtremesOfAColumn_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<int>("columns");
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    for (unsigned seed = 1; seed <= 20; ++seed) {
        const int columns = 3 + static_cast<int>(seed * 37 % 400);
        QTest::addRow("seed %u, %d columns", seed, columns)
            << seed << columns << (seed % 3 == 0 ? 0.2 : 0.0) << (seed % 2 == 0 ? 0.7 : 1.0);
    }
}

void TestMinMax::neverLosesTheExtremesOfAColumn()
{
    QFETCH(unsigned, seed);
    QFETCH(int, columns);
    QFETCH(double, from);
    QFETCH(double, to);
    const auto points = noisyCurve(20000, seed);
    const double left = from * points.back().x();
    const double right = to * points.back().x();
    const auto kept = minMaxIndices(points, left, right, columns);

    QVERIFY(std::is_sorted(kept.begin(), kept.end()));
    QVERIFY(std::adjacent_find(kept.begin(), kept.end()) == kept.end());
    QVERIFY(kept.size() <= 4 * static_cast<std::size_t>(columns) + 2);

    struct Extremes {
        double low = std::numeric_limits<double>::infinity();
        double high = -std::numeric_limits<double>::infinity();
        void add(double y)
        {
            low = std::min(low, y);
            high = std::max(high, y);
        }
    };
    std::vector<Extremes> all(static_cast<std::size_t>(columns));
    std::vector<Extremes> drawn(static_cast<std::size_t>(columns));
    const auto columnOf = [&](const QPointF &p) {
        return static_cast<std::size_t>(
            std::min(static_cast<int>((p.x() - left) * (columns / (right - left))), columns - 1));
    };
    for (const QPointF &point : points) {
        if (point.x() >= left && point.x() <= right) {
            all[columnOf(point)].add(point.y());
        }
    }
    for (const std::size_t i : kept) {
        if (points[i].x() >= left && points[i].x() <= right) {
            drawn[columnOf(points[i])].add(points[i].y());
        }
    }
    for (std::size_t c = 0; c < all.size(); ++c) {
        QCOMPARE(drawn[c].low, all[c].low);
        QCOMPARE(drawn[c].high, all[c].high);
    }
}

void TestMinMax::keepsOneSpikeAmongAMillion()
{
    std::vector<QPointF> points;
    for (int i = 0; i < 1'000'000; ++i) {
        points.emplace_back(i, 0.25);
    }
    points[654'321].setY(9);
    const auto kept = minMaxIndices(points, 0, 999'999, 800);
    QVERIFY(kept.size() < 4000);
    QVERIFY(std::find(kept.begin(), kept.end(), 654'321U) != kept.end());
}

void TestMinMax::keepsANeighbourOnEitherSide()
{
    const auto points = noisyCurve(10000, 5);
    const auto kept = minMaxIndices(points, points[4000].x(), points[6000].x(), 50);
    QCOMPARE(kept.front(), std::size_t{3999});
    QCOMPARE(kept.back(), std::size_t{6001});
}

void TestMinMax::keepsGaps()
{
    auto points = noisyCurve(10000, 7);
    for (std::size_t i = 2000; i < 8000; ++i) {
        points[i].setY(std::nan(""));
    }
    const auto kept = minMaxIndices(points, points.front().x(), points.back().x(), 100);
    QCOMPARE(std::count_if(kept.begin(), kept.end(), [&](std::size_t i) { return std::isnan(points[i].y()); }), 1);
}

void TestMinMax::takesWhatIsEmptyOrFlat()
{
    QVERIFY(minMaxIndices({}, 0, 1, 10).empty());
    const std::vector<QPointF> one{{1, 1}};
    QCOMPARE(minMaxIndices(one, 1, 1, 10).size(), std::size_t{1});
}

QTEST_APPLESS_MAIN(TestMinMax)
#include "tst_min_max.moc"
