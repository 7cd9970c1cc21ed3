#include "storage/series_window.h"

#include "storage/query.h"
#include "storage/series_buckets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace atlas::storage {
namespace {

/// Gathers what is drawn of a range, from the widest buckets that lie whole in it and finer ones at its ends.
class Reader {
public:
    Reader(Connection &connection, std::int64_t series) : m_connection(connection), m_series(series) {}

    /// Steps from `from` on, before `end`, in buckets of at most this level.
    void read(int level, std::int64_t from, std::int64_t end)
    {
        if (from >= end) {
            return;
        }
        if (level == 0) {
            readPoints(from, end);
            return;
        }
        const int shift = bucketShift(level);
        const std::int64_t first = (from + (std::int64_t{1} << shift) - 1) >> shift;
        const std::int64_t last = end >> shift;
        if (first >= last) {
            read(level - 1, from, end);
            return;
        }
        read(level - 1, from, first << shift);
        std::int64_t reached = first << shift;
        for (const SeriesBucket &bucket : readBuckets(m_connection, m_series, level, first, last)) {
            add(bucket);
            reached = (bucket.bucket + 1) << shift;
        }
        read(level - 1, reached, end);  // the end of the range, and what has no bucket of this level yet
    }

    /// The one point that the query names, as it is; its step, or nothing.
    std::optional<std::int64_t> readOne(const char *sql, std::int64_t step)
    {
        Query query(m_connection, sql);
        if (!query.bind(m_series, step).step()) {
            return std::nullopt;
        }
        add(query.integer(0), query.real(1));
        return m_points.back().step;
    }

    std::vector<SeriesPoint> take() { return std::move(m_points); }

private:
    void readPoints(std::int64_t from, std::int64_t end)
    {
        Query query(m_connection,
                    "SELECT step, value FROM point WHERE series_id = ? AND step >= ? AND step < ? ORDER BY step");
        query.bind(m_series, from, end);
        while (query.step()) {
            add(query.integer(0), query.real(1));
        }
    }

    void add(std::int64_t step, double value)
    {
        m_points.push_back({step, std::isfinite(value) ? value : std::numeric_limits<double>::quiet_NaN()});
    }

    void add(const SeriesBucket &bucket)
    {
        std::array<SeriesPoint, 3> points;
        std::size_t count = 0;
        if (bucket.numbers) {
            points[count++] = {bucket.lowStep, bucket.low};
            if (bucket.highStep != bucket.lowStep) {
                points[count++] = {bucket.highStep, bucket.high};
            }
        }
        if (bucket.gap) {
            points[count++] = {bucket.gapStep, std::numeric_limits<double>::quiet_NaN()};
        }
        std::sort(points.begin(), points.begin() + std::ptrdiff_t(count),
                  [](const SeriesPoint &a, const SeriesPoint &b) { return a.step < b.step; });
        m_points.insert(m_points.end(), points.begin(), points.begin() + std::ptrdiff_t(count));
    }

    Connection &m_connection;
    std::int64_t m_series;
    std::vector<SeriesPoint> m_points;
};

/// The widest level whose buckets fit into those of the picture.
int levelFor(std::int64_t steps, int buckets)
{
    int level = 0;
    while (level < kMostLevels && (std::int64_t{1} << bucketShift(level + 1)) <= steps / buckets) {
        ++level;
    }
    return level;
}

}  // namespace

std::vector<SeriesPoint> readSeriesWindow(Connection &connection, std::int64_t series, std::int64_t fromStep,
                                          std::int64_t toStep, int buckets)
{
    constexpr char kBefore[] =
        "SELECT step, value FROM point WHERE series_id = ? AND step < ? ORDER BY step DESC LIMIT 1";
    constexpr char kFrom[] = "SELECT step, value FROM point WHERE series_id = ? AND step >= ? ORDER BY step LIMIT 1";
    Query summary(connection, "SELECT last_step FROM series WHERE id = ?");
    summary.bind(series).first();
    const std::int64_t to = std::min(toStep, summary.integer(0));
    Reader reader(connection, series);
    reader.readOne(kBefore, fromStep);
    // The first point of the range as it is: a curve is said to have begun with it.
    const std::optional<std::int64_t> first = reader.readOne(kFrom, fromStep);
    if (first && *first < to) {
        reader.read(levelFor(to - *first, std::max(buckets, 1)), *first + 1, to + 1);
    }
    if (first && *first <= to) {
        reader.readOne(kFrom, to + 1);
    }
    return reader.take();
}

std::vector<SeriesPoint> readSeriesPage(Connection &connection, std::int64_t series, std::int64_t afterStep, int most)
{
    Query query(connection, "SELECT step, value FROM point WHERE series_id = ? AND step > ? ORDER BY step LIMIT ?");
    query.bind(series, afterStep, most);
    std::vector<SeriesPoint> points;
    while (query.step()) {
        points.push_back({query.integer(0), query.real(1)});
    }
    return points;
}

}  // namespace atlas::storage
