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
    void paintsTheSamePicture_data();
    void paintsTheSamePicture();
    void hidesNoSpikeBehindWhatCannotBeDrawn();
    void takesWhatIsEmptyOrFlat();
    void aLogarithmicAxisKeepsItsEarlySteps();
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

void TestMinMax::paintsTheSamePicture_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<bool>("logarithmic");
    QTest::addColumn<double>("gaps");
    for (unsigned seed = 1; seed <= 24; ++seed) {
        QTest::addRow("%u", seed) << seed << (seed % 2 == 0) << (seed % 3 == 0 ? 0.001 : seed % 3 == 1 ? 0.2 : 0.0);
    }
}

/// The proof for what is seen: every pixel that all points together light up is lit by those that are kept, and no
/// other one, on either scale and with gaps.
void TestMinMax::paintsTheSamePicture()
{
    QFETCH(unsigned, seed);
    QFETCH(bool, logarithmic);
    QFETCH(double, gaps);
    constexpr int kColumns = 120;
    constexpr int kRows = 90;
    auto points = noisyCurve(12'000, seed, gaps);
    for (QPointF &point : points) {
        point.setY(std::exp(2 * point.y()));  // spikes over a smooth ground, all above 0
    }
    const double left = seed % 4 == 0 ? points[2000].x() : points.front().x();
    const double right = seed % 4 == 0 ? points[9000].x() : points.back().x();
    const auto yOf = [&](double y) { return logarithmic ? std::log10(y) : y; };
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const QPointF &point : points) {
        if (std::isfinite(point.y())) {
            low = std::min(low, yOf(point.y()));
            high = std::max(high, yOf(point.y()));
        }
    }
    // A column is lit from the lowest to the highest place at which the line is in it.
    using Lit = std::vector<std::pair<int, int>>;
    const auto paint = [&](const std::vector<QPointF> &line) {
        Lit lit(kColumns, {kRows, -1});
        const auto light = [&](double x, double y) {
            const int column = std::clamp(int((x - left) / (right - left) * kColumns), 0, kColumns - 1);
            const int row = int((y - low) / (high - low) * (kRows - 1) + 0.5);
            auto &[first, last] = lit[std::size_t(column)];
            first = std::min(first, row);
            last = std::max(last, row);
        };
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (!std::isfinite(line[i].y())) {
                continue;
            }
            if (line[i].x() >= left && line[i].x() <= right) {
                light(line[i].x(), yOf(line[i].y()));
            }
            if (i + 1 == line.size() || !std::isfinite(line[i + 1].y())) {
                continue;
            }
            // Where the line to the next point crosses from one column into the next.
            const double step = (right - left) / kColumns;
            for (int edge = 0; edge <= kColumns; ++edge) {
                const double x = left + edge * step;
                if (line[i].x() < x && x < line[i + 1].x()) {
                    const double share = (x - line[i].x()) / (line[i + 1].x() - line[i].x());
                    const double y = yOf(line[i].y()) + share * (yOf(line[i + 1].y()) - yOf(line[i].y()));
                    light(std::max(left, x - step / 1e6), y);
                    light(std::min(right, x + step / 1e6), y);
                }
            }
        }
        return lit;
    };
    std::vector<QPointF> kept;
    for (const std::size_t i : minMaxIndices(points, left, right, kColumns)) {
        kept.push_back(points[i]);
    }
    QVERIFY(gaps > 0.1 || kept.size() < points.size() / 2);
    const Lit all = paint(points);
    const Lit drawn = paint(kept);
    for (std::size_t column = 0; column < kColumns; ++column) {
        QCOMPARE(drawn[column], all[column]);
    }
}

void TestMinMax::hidesNoSpikeBehindWhatCannotBeDrawn()
{
    std::vector<QPointF> points;
    for (int i = 0; i < 100'000; ++i) {
        points.emplace_back(i, 0.25);
    }
    const double infinity = std::numeric_limits<double>::infinity();
    points[50'000].setY(infinity);
    points[50'001].setY(9);
    points[50'002].setY(-9);
    points[50'003].setY(-infinity);
    const auto kept = minMaxIndices(points, 0, 99'999, 100);
    for (const std::size_t index : {50'000U, 50'001U, 50'002U, 50'003U}) {
        QVERIFY(std::find(kept.begin(), kept.end(), index) != kept.end());
    }
}

void TestMinMax::takesWhatIsEmptyOrFlat()
{
    QVERIFY(minMaxIndices({}, 0, 1, 10).empty());
    const std::vector<QPointF> one{{1, 1}};
    QCOMPARE(minMaxIndices(one, 1, 1, 10).size(), std::size_t{1});
}

void TestMinMax::aLogarithmicAxisKeepsItsEarlySteps()
{
    std::vector<QPointF> points;
    for (int i = 0; i < 1'000'000; ++i) {
        points.emplace_back(i, i == 7 || i == 900'000 ? 9 : 0.25 + (i % 5) * 0.01);
    }
    constexpr int kColumns = 240;  // 40 to each power of ten
    const auto kept = minMaxIndices(points, 1, 999'999, kColumns, true);
    QVERIFY(kept.size() <= 4 * kColumns + 2);
    for (const std::size_t step : {1U, 2U, 3U, 7U, 8U, 900'000U}) {
        QVERIFY2(std::ranges::find(kept, step) != kept.end(), qPrintable(QString::number(step)));
    }
    const auto even = minMaxIndices(points, 1, 999'999, kColumns);
    const auto early = [](const std::vector<std::size_t> &indices) {
        return std::ranges::count_if(indices, [](std::size_t step) { return step < 1000; });
    };
    QVERIFY(early(kept) > 10 * early(even));
}

QTEST_APPLESS_MAIN(TestMinMax)
#include "tst_min_max.moc"
