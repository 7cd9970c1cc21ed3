#include "storage/result_store.h"

#include "storage/query.h"
#include "storage/series_buckets.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace atlas::storage {
namespace {

std::int64_t seriesId(Connection &connection, std::int64_t run, const SeriesKey &key)
{
    constexpr char kFind[] = "SELECT s.id FROM series s JOIN metric m ON m.id = s.metric_id "
                             "WHERE s.run_id = ? AND m.key = ? AND s.context = ?";
    if (Query query(connection, kFind); query.bind(run, key.metric, key.context).step()) {
        return query.integer(0);
    }
    Query(connection, "INSERT INTO metric (key) VALUES (?) ON CONFLICT DO NOTHING").bind(key.metric).run();
    Query insert(connection, "INSERT INTO series (run_id, metric_id, context) "
                             "VALUES (?, (SELECT id FROM metric WHERE key = ?), ?) RETURNING id");
    insert.bind(run, key.metric, key.context).first();
    return insert.integer(0);
}

/// What a series row says of its points, kept by appending.
struct Summary {
    std::int64_t count = 0;
    std::int64_t lastStep = -1;
    std::optional<double> last;
    std::optional<double> minimum;
    std::optional<double> maximum;

    void append(const SeriesPoint &point)
    {
        ++count;
        lastStep = point.step;
        last = std::isnan(point.value) ? std::nullopt : std::optional(point.value);
        if (last) {
            minimum = minimum ? std::min(*minimum, *last) : *last;
            maximum = maximum ? std::max(*maximum, *last) : *last;
        }
    }
};

Summary readSummary(Connection &connection, std::int64_t series)
{
    Query query(connection, "SELECT point_count, last_step, last, minimum, maximum FROM series WHERE id = ?");
    query.bind(series).first();
    return {query.integer(0), query.integer(1), query.optionalReal(2), query.optionalReal(3), query.optionalReal(4)};
}

/// From all points: after earlier steps were written again (a resumed run).
Summary countSummary(Connection &connection, std::int64_t series)
{
    Query query(connection, "SELECT step, value FROM point WHERE series_id = ? ORDER BY step");
    query.bind(series);
    Summary summary;
    while (query.step()) {
        summary.append({query.integer(0), query.real(1)});
    }
    return summary;
}

void writeSummary(Connection &connection, std::int64_t series, const Summary &summary)
{
    Query(connection,
          "UPDATE series SET point_count = ?, last_step = ?, last = ?, minimum = ?, maximum = ? WHERE id = ?")
        .bind(summary.count, summary.lastStep, summary.last, summary.minimum, summary.maximum, series)
        .run();
}

void addToSeries(Connection &connection, std::int64_t series, const std::vector<SeriesPoint> &points)
{
    Summary summary = readSummary(connection, series);
    const std::int64_t lastBefore = summary.lastStep;
    bool appended = true;
    Query insert(connection, "INSERT INTO point (series_id, step, value, flag) VALUES (?, ?, ?, ?) "
                             "ON CONFLICT DO UPDATE SET value = excluded.value, flag = excluded.flag");
    for (const SeriesPoint &point : points) {
        insert.bind(series, point.step, point.value, std::isnan(point.value) ? 1 : 0).run();
        appended = appended && point.step > summary.lastStep;
        if (appended) {
            summary.append(point);
        }
    }
    summary = appended ? summary : countSummary(connection, series);
    writeSummary(connection, series, summary);
    if (summary.count >= kLongSeries && !makeBuckets(connection, series)) {
        keepBuckets(connection, series, std::min(points.front().step, lastBefore), points.back().step,
                    summary.lastStep);
    }
}

}  // namespace

void ResultStore::addPoints(std::int64_t run, const std::vector<std::pair<SeriesKey, SeriesPoint>> &points)
{
    // Points of a series stand together in the file: written together, they cost a third less.
    std::map<SeriesKey, std::vector<SeriesPoint>> bySeries;
    for (const auto &[key, point] : points) {
        bySeries[key].push_back(point);
    }
    for (auto &[key, list] : bySeries) {
        std::ranges::stable_sort(list, {}, &SeriesPoint::step);
        addToSeries(m_connection, seriesId(m_connection, run, key), list);
    }
}

std::vector<Series> ResultStore::series(std::int64_t run)
{
    Query query(m_connection, "SELECT s.id, m.key, s.context, s.point_count, s.last_step, s.last, s.minimum, s.maximum "
                              "FROM series s JOIN metric m ON m.id = s.metric_id WHERE s.run_id = ? ORDER BY s.id");
    query.bind(run);
    std::vector<Series> list;
    while (query.step()) {
        list.push_back({query.integer(0),
                        {query.text(1), query.text(2)},
                        query.integer(3),
                        query.integer(4),
                        query.real(5),
                        query.real(6),
                        query.real(7)});
    }
    return list;
}

std::vector<SeriesPoint> ResultStore::points(std::int64_t series, std::int64_t afterStep)
{
    Query query(m_connection, "SELECT step, value FROM point WHERE series_id = ? AND step > ? ORDER BY step");
    query.bind(series, afterStep);
    std::vector<SeriesPoint> points;
    while (query.step()) {
        points.push_back({query.integer(0), query.real(1)});
    }
    return points;
}

}  // namespace atlas::storage
