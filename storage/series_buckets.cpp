#include "storage/series_buckets.h"

#include "storage/query.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace atlas::storage {
namespace {

constexpr std::int64_t kFirstBucket = 0;  ///< steps are never negative

SeriesBucket ofPoint(std::int64_t step, double value, int shift)
{
    SeriesBucket bucket{.bucket = step >> shift, .n = 1};
    if (std::isfinite(value)) {
        bucket.numbers = true;
        bucket.lowStep = bucket.highStep = step;
        bucket.low = bucket.high = value;
    } else {
        bucket.gap = true;
        bucket.gapStep = step;
    }
    return bucket;
}

void store(Connection &connection, std::int64_t series, int level, const SeriesBucket &bucket)
{
    const auto present = [](bool there, auto value) { return there ? std::optional(value) : std::nullopt; };
    Query(connection, "INSERT OR REPLACE INTO series_bucket (series_id, level, bucket, n, low_step, low, high_step, "
                      "high, gap_step) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(series, level, bucket.bucket, bucket.n, present(bucket.numbers, bucket.lowStep),
              present(bucket.numbers, bucket.low), present(bucket.numbers, bucket.highStep),
              present(bucket.numbers, bucket.high), present(bucket.gap, bucket.gapStep))
        .run();
}

/// Makes the buckets from `from` on, before `to`, anew from the level below, which is the points' own for level 1.
void makeLevel(Connection &connection, std::int64_t series, int level, std::int64_t from, std::int64_t to)
{
    const int shift = bucketShift(level);
    SeriesBucket current;
    const auto take = [&](SeriesBucket part) {
        if (current.n > 0 && current.bucket != part.bucket) {
            store(connection, series, level, current);
            current = {};
        }
        if (current.n == 0) {
            current = part;
        } else {
            current.add(part);
        }
    };
    if (level == 1) {
        Query points(connection,
                     "SELECT step, value FROM point WHERE series_id = ? AND step >= ? AND step < ? ORDER BY step");
        points.bind(series, from << shift, to << shift);
        while (points.step()) {
            take(ofPoint(points.integer(0), points.real(1), shift));
        }
    } else {
        const int narrower = shift - bucketShift(level - 1);
        for (SeriesBucket &part : readBuckets(connection, series, level - 1, from << narrower, to << narrower)) {
            part.bucket >>= narrower;
            take(part);
        }
    }
    if (current.n > 0) {
        store(connection, series, level, current);
    }
}

bool anyBucket(Connection &connection, std::int64_t series)
{
    return Query(connection, "SELECT 1 FROM series_bucket WHERE series_id = ? AND level = 1 LIMIT 1")
        .bind(series)
        .step();
}

}  // namespace

void SeriesBucket::add(const SeriesBucket &later)
{
    n += later.n;
    if (later.numbers && (!numbers || later.low < low)) {
        low = later.low;
        lowStep = later.lowStep;
    }
    if (later.numbers && (!numbers || later.high > high)) {
        high = later.high;
        highStep = later.highStep;
    }
    numbers = numbers || later.numbers;
    if (later.gap && !gap) {
        gap = true;
        gapStep = later.gapStep;
    }
}

std::vector<SeriesBucket> readBuckets(Connection &connection, std::int64_t series, int level, std::int64_t from,
                                      std::int64_t to)
{
    Query query(connection, "SELECT bucket, n, low_step, low, high_step, high, gap_step FROM series_bucket "
                            "WHERE series_id = ? AND level = ? AND bucket >= ? AND bucket < ? ORDER BY bucket");
    query.bind(series, level, from, to);
    std::vector<SeriesBucket> buckets;
    while (query.step()) {
        SeriesBucket bucket{.bucket = query.integer(0), .n = query.integer(1)};
        bucket.numbers = !query.isNull(2);
        if (bucket.numbers) {
            bucket.lowStep = query.integer(2);
            bucket.low = query.real(3);
            bucket.highStep = query.integer(4);
            bucket.high = query.real(5);
        }
        bucket.gap = !query.isNull(6);
        if (bucket.gap) {
            bucket.gapStep = query.integer(6);
        }
        buckets.push_back(bucket);
    }
    return buckets;
}

void keepBuckets(Connection &connection, std::int64_t series, std::int64_t from, std::int64_t to, std::int64_t lastStep)
{
    for (int level = 1; level <= kMostLevels; ++level) {
        const int shift = bucketShift(level);
        const std::int64_t first = from >> shift;
        const std::int64_t end = std::min((to >> shift) + 1, lastStep >> shift);  // the last one is not complete yet
        if (first >= end) {
            return;  // all in the last one, and so at every level above
        }
        makeLevel(connection, series, level, first, end);
    }
}

bool makeBuckets(Connection &connection, std::int64_t series)
{
    Query summary(connection, "SELECT point_count, last_step FROM series WHERE id = ?");
    summary.bind(series).first();
    if (summary.integer(0) < kLongSeries || anyBucket(connection, series)) {
        return false;
    }
    keepBuckets(connection, series, kFirstBucket, summary.integer(1), summary.integer(1));
    return true;
}

}  // namespace atlas::storage
