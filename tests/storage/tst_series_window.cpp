#include "project_fixture.h"

#include "storage/query.h"
#include "storage/result_store.h"
#include "storage/run_store.h"
#include "storage/series_buckets.h"
#include "storage/series_window.h"
#include "storage/task_store.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <limits>
#include <map>
#include <random>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::ProjectFixture;

using Points = std::vector<SeriesPoint>;

/// Windows on long series against a plain search through all of their points.
class TestSeriesWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void shortSeriesComeWhole();
    void noSpikeIsLost_data();
    void noSpikeIsLost();
    void writingAnewChangesWhatIsDrawn();
    void seriesFromBeforeTheBucketsGetThem();
    void gapsStayGaps();
    void takesWhatIsEmptyOrOutside();
    void pagesGiveEveryPoint();
    void readsFewRowsOfAMillion();
    void keepingBucketsIsCheap();

private:
    std::int64_t add(const Points &points, std::size_t piece);
    Points window(std::int64_t series, std::int64_t from, std::int64_t to, int buckets);
    Points all(std::int64_t series);
    std::int64_t bucketRows();
    /// Compares one window with the points themselves.
    void check(std::int64_t series, const Points &raw, std::int64_t from, std::int64_t to, int buckets);

    std::unique_ptr<ProjectFixture> m_fixture;
    std::unique_ptr<Connection> m_reader;
    std::int64_t m_run = 0;
};

namespace {

const SeriesKey kKey{"loss", "a/stage1"};

double processorMs()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return 1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
}

struct Shape {
    std::size_t n = 0;
    std::int64_t stride = 1;  ///< steps between points, at most
    double gapShare = 0;
    double spikeShare = 0;
};

Points curve(const Shape &shape, unsigned seed)
{
    std::mt19937_64 random(seed);
    std::normal_distribution<double> noise;
    std::uniform_real_distribution<double> coin;
    std::uniform_int_distribution<std::int64_t> stride(1, shape.stride);
    Points points;
    std::int64_t step = 0;
    for (std::size_t i = 0; i < shape.n; ++i) {
        step += stride(random);
        double value = noise(random);
        if (coin(random) < shape.spikeShare) {
            value *= 1e6;
        }
        if (coin(random) < shape.gapShare) {
            value = coin(random) < 0.2 ? std::numeric_limits<double>::infinity() : std::nan("");
        }
        points.push_back({step, value});
    }
    return points;
}

struct Extremes {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    bool gap = false;

    void add(double value)
    {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        } else {
            gap = true;
        }
    }
    bool operator==(const Extremes &) const = default;
};

using Grouped = std::map<std::int64_t, Extremes>;

/// By aligned groups of `width` steps, of the points inside.
Grouped grouped(const Points &points, std::int64_t from, std::int64_t to, std::int64_t width)
{
    Grouped groups;
    for (const SeriesPoint &point : points) {
        if (point.step >= from && point.step <= to) {
            groups[point.step / width].add(point.value);
        }
    }
    return groups;
}

}  // namespace

void TestSeriesWindow::init()
{
    m_fixture = std::make_unique<ProjectFixture>();
    m_fixture->addTask("a");
    m_run = m_fixture->project().writer().run([](Connection &connection) {
        TaskStore(connection, {}).setSequence("s", {"a"});
        RunSpec spec;
        spec.sequence = "s";
        spec.strategy = "atlas";
        return RunStore(connection).create(spec).id;
    });
    m_reader = m_fixture->project().connect();
}

std::int64_t TestSeriesWindow::add(const Points &points, std::size_t piece)
{
    for (std::size_t first = 0; first < points.size(); first += piece) {
        std::vector<std::pair<SeriesKey, SeriesPoint>> list;
        for (std::size_t i = first; i < std::min(first + piece, points.size()); ++i) {
            list.emplace_back(kKey, points[i]);
        }
        m_fixture->project().writer().run(
            [&](Connection &connection) { ResultStore(connection).addPoints(m_run, list); });
    }
    return ResultStore(*m_reader).series(m_run).at(0).id;
}

Points TestSeriesWindow::window(std::int64_t series, std::int64_t from, std::int64_t to, int buckets)
{
    return readSeriesWindow(*m_reader, series, from, to, buckets);
}

Points TestSeriesWindow::all(std::int64_t series)
{
    return ResultStore(*m_reader).points(series);
}

std::int64_t TestSeriesWindow::bucketRows()
{
    return m_reader->integer("SELECT count(*) FROM series_bucket");
}

void TestSeriesWindow::check(std::int64_t series, const Points &raw, std::int64_t from, std::int64_t to, int buckets)
{
    const Points drawn = window(series, from, to, buckets);
    QVERIFY(std::ranges::is_sorted(drawn, {}, &SeriesPoint::step));
    QVERIFY(std::ranges::adjacent_find(drawn, {}, &SeriesPoint::step) == drawn.end());
    const auto byStep = [](const SeriesPoint &point) { return point.step; };
    for (const SeriesPoint &point : drawn) {
        const auto found = std::ranges::lower_bound(raw, point.step, {}, byStep);
        QVERIFY(found != raw.end() && found->step == point.step);  // none is made up
        QVERIFY(std::isnan(point.value) ? !std::isfinite(found->value) : point.value == found->value);
    }
    // The widest aligned group of steps that may have been reduced to its extremes.
    const auto begin = std::ranges::lower_bound(raw, from, {}, byStep);
    const std::int64_t steps = std::min(to, raw.back().step) - (begin == raw.end() ? to : begin->step);
    std::int64_t width = 1;
    for (int level = 1; level < kMostLevels && (std::int64_t{1} << bucketShift(level)) <= steps / buckets; ++level) {
        width = std::int64_t{1} << bucketShift(level);
    }
    const auto inside = [&](std::int64_t step) { return step >= from && step <= to; };
    QVERIFY(grouped(drawn, from, to, width) == grouped(raw, from, to, width));
    const auto after = std::ranges::upper_bound(raw, to, {}, byStep);
    QCOMPARE(!drawn.empty() && drawn.front().step < from, begin != raw.begin());
    if (begin != after) {
        QVERIFY(std::ranges::find(drawn, begin->step, byStep) != drawn.end());
        QVERIFY(std::ranges::find(drawn, std::prev(after)->step, byStep) != drawn.end() || to < raw.back().step);
    }
    QCOMPARE(!drawn.empty() && drawn.back().step > to, after != raw.end());
    QVERIFY(std::ranges::count_if(drawn, [&](const SeriesPoint &p) { return !inside(p.step); }) <= 2);
    if (bucketRows() > 0) {  // bounded by the picture, not by the series: some points a bucket, and each level's ends
        QVERIFY(drawn.size() <= std::size_t(64 * 4 * buckets + 1000));
    }
}

void TestSeriesWindow::shortSeriesComeWhole()
{
    const Points points = curve({.n = 500, .stride = 3}, 1);
    const auto series = add(points, 500);
    QCOMPARE(bucketRows(), 0);
    QCOMPARE(window(series, 0, points.back().step, 100).size(), points.size());
}

void TestSeriesWindow::noSpikeIsLost_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<int>("n");
    QTest::addColumn<int>("stride");
    QTest::addColumn<double>("gaps");
    QTest::addColumn<int>("piece");
    for (unsigned seed = 1; seed <= 10; ++seed) {
        QTest::addRow("%u", seed) << seed << int(9000 + 7001 * seed) << int(seed % 3 == 0 ? 700 : seed % 3)
                                  << (seed % 2 == 0 ? 0.3 : 0.0) << int(seed % 4 == 0 ? 60000 : 37 + 211 * seed);
    }
}

void TestSeriesWindow::noSpikeIsLost()
{
    QFETCH(unsigned, seed);
    QFETCH(int, n);
    QFETCH(int, stride);
    QFETCH(double, gaps);
    QFETCH(int, piece);
    const Shape shape{.n = std::size_t(n), .stride = std::max(stride, 1), .gapShare = gaps, .spikeShare = 0.001};
    const Points raw = curve(shape, seed);
    const auto series = add(raw, std::size_t(piece));
    QVERIFY(bucketRows() > 0);
    check(series, raw, 0, raw.back().step, 1);
    std::mt19937_64 random(seed);
    std::uniform_int_distribution<std::int64_t> anywhere(-100, raw.back().step + 100);
    std::uniform_int_distribution<int> width(1, 2000);
    for (int i = 0; i < 40; ++i) {
        std::int64_t from = anywhere(random);
        std::int64_t to = anywhere(random);
        if (from > to) {
            std::swap(from, to);
        }
        if (to >= raw.front().step && from <= raw.back().step) {
            check(series, raw, from, to, width(random));
        }
    }
}

void TestSeriesWindow::writingAnewChangesWhatIsDrawn()
{
    Points raw = curve({.n = 30'000, .gapShare = 0.01}, 3);
    const auto series = add(raw, 1000);
    // A run that goes on from a checkpoint writes from there on anew, in its own pieces, and further than before.
    Points again = curve({.n = 45'000, .spikeShare = 0.001}, 4);
    again.erase(again.begin(), again.begin() + 17'123);
    for (std::size_t first = 0; first < again.size(); first += 2777) {
        const Points piece(again.begin() + std::ptrdiff_t(first),
                           again.begin() + std::ptrdiff_t(std::min(first + 2777, again.size())));
        add(piece, piece.size());
        std::map<std::int64_t, double> merged;
        for (const SeriesPoint &point : raw) {
            merged[point.step] = point.value;
        }
        for (const SeriesPoint &point : piece) {
            merged[point.step] = point.value;
        }
        raw.clear();
        for (const auto &[step, value] : merged) {
            raw.push_back({step, value});
        }
        check(series, raw, 0, raw.back().step, 50);
        check(series, raw, 16'000, 40'000, 7);
    }
}

void TestSeriesWindow::seriesFromBeforeTheBucketsGetThem()
{
    const Points raw = curve({.n = 20'000, .spikeShare = 0.01}, 5);
    const auto series = add(raw, 20'000);
    const auto made = bucketRows();
    const Points drawn = window(series, 0, raw.back().step, 10);
    m_fixture->project().writer().run([](Connection &connection) { connection.execute("DELETE FROM series_bucket"); });
    check(series, raw, 0, raw.back().step, 10);  // read from the points
    const auto make = [&] {
        return m_fixture->project().writer().run(
            [&](Connection &connection) { return makeBuckets(connection, series); });
    };
    QVERIFY(make());
    QVERIFY(!make());
    QCOMPARE(bucketRows(), made);
    QCOMPARE(window(series, 0, raw.back().step, 10).size(), drawn.size());
}

void TestSeriesWindow::gapsStayGaps()
{
    Points raw = curve({.n = 50'000}, 6);
    for (std::size_t i = 20'000; i < 30'000; ++i) {
        raw[i].value = std::nan("");
    }
    const auto series = add(raw, 5000);
    const Points drawn = window(series, 0, raw.back().step, 20);
    for (const SeriesPoint &point : drawn) {
        const bool gap = point.step >= raw[20'000].step && point.step < raw[30'000].step;
        QCOMPARE(std::isnan(point.value), gap);
    }
    QVERIFY(std::ranges::any_of(drawn, [](const SeriesPoint &p) { return std::isnan(p.value); }));
}

void TestSeriesWindow::takesWhatIsEmptyOrOutside()
{
    const Points raw = curve({.n = 10'000}, 7);
    const auto series = add(raw, 10'000);
    const Points right = window(series, raw.back().step + 10, raw.back().step + 20, 100);
    QCOMPARE(right.size(), 1U);
    QCOMPARE(right[0].step, raw.back().step);
    QCOMPARE(window(series, -50, -10, 100).size(), 1U);
    QCOMPARE(window(series, std::numeric_limits<std::int64_t>::min() / 2, std::numeric_limits<std::int64_t>::max() / 2,
                    1'000'000)
                 .size(),
             raw.size());
}

void TestSeriesWindow::pagesGiveEveryPoint()
{
    const Points raw = curve({.n = 10'000, .gapShare = 0.1}, 8);
    const auto series = add(raw, 10'000);
    Points read;
    for (;;) {
        const Points page = readSeriesPage(*m_reader, series, read.empty() ? -1 : read.back().step, 999);
        if (page.empty()) {
            break;
        }
        read.insert(read.end(), page.begin(), page.end());
    }
    QCOMPARE(read.size(), raw.size());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        QCOMPARE(read[i].step, raw[i].step);
        QVERIFY(read[i].value == raw[i].value || (std::isnan(read[i].value) && std::isnan(raw[i].value)));
    }
}

void TestSeriesWindow::readsFewRowsOfAMillion()
{
    const Points raw = curve({.n = 1'000'000, .spikeShare = 1e-5}, 9);
    const auto series = add(raw, 250'000);
    QVERIFY(bucketRows() < 1'000'000 / 45);
    const double start = processorMs();
    const Points drawn = window(series, 0, raw.back().step, 1200);
    qInfo("window of 1 000 000 points: %.2f ms, %zu points", processorMs() - start, drawn.size());
    QVERIFY(drawn.size() <= 4 * 2 * 1200U + 1000);
    check(series, raw, 0, raw.back().step, 1200);
    check(series, raw, 123'456, 654'321, 1200);
}

void TestSeriesWindow::keepingBucketsIsCheap()
{
    // As a run writes them: thirty points of twenty series a second, each series long already.
    constexpr int kSeries = 20;
    const auto key = [](int i) { return SeriesKey{"gate", "a/stage1/" + std::to_string(i)}; };
    std::vector<std::pair<SeriesKey, SeriesPoint>> list;
    for (int i = 0; i < kSeries; ++i) {
        for (int step = 0; step < kLongSeries; ++step) {
            list.emplace_back(key(i), SeriesPoint{step, 0.5});
        }
    }
    const auto write = [&] {
        m_fixture->project().writer().run(
            [&](Connection &connection) { ResultStore(connection).addPoints(m_run, list); });
    };
    write();
    double spent = 0;
    double kept = 0;
    for (int second = 0; second < 50; ++second) {
        list.clear();
        for (int i = 0; i < kSeries; ++i) {
            for (int point = 0; point < 30; ++point) {
                list.emplace_back(key(i), SeriesPoint{kLongSeries + 30 * second + point, 0.25});
            }
        }
        const double start = processorMs();
        write();
        spent += processorMs() - start;
        const auto last = kLongSeries + 30 * second + 29;
        const double again = processorMs();
        m_fixture->project().writer().run([&](Connection &connection) {
            for (const Series &series : ResultStore(connection).series(m_run)) {
                keepBuckets(connection, series.id, last - 30, last, last);
            }
        });
        kept += processorMs() - again;
    }
    qInfo("a second of 20 long series: %.2f ms, of it at most %.2f ms for the buckets", spent / 50, kept / 50);
    QVERIFY(kept < 0.5 * spent);
}

QTEST_APPLESS_MAIN(TestSeriesWindow)
#include "tst_series_window.moc"
