#pragma once

#include <cstdint>
#include <vector>

namespace atlas::storage {

class Connection;

/// What the points of a series between two steps came to: its extremes where they are, so that no spike is lost.
struct SeriesBucket {
    std::int64_t bucket = 0;  ///< its first step divided by the steps it covers
    std::int64_t n = 0;       ///< points, gaps among them; 0 = empty
    bool numbers = false;     ///< any finite one; else the extremes mean nothing
    bool gap = false;         ///< any point that is no finite number
    std::int64_t lowStep = 0;
    double low = 0;
    std::int64_t highStep = 0;
    double high = 0;
    std::int64_t gapStep = 0;  ///< of the first one

    /// Takes what a later part of the bucket came to.
    void add(const SeriesBucket &later);
};

/// Series with fewer points than this have no buckets: their points are read as fast.
inline constexpr std::int64_t kLongSeries = 8192;

/// Level 1 covers 64 steps a bucket, each further level four times as many.
inline constexpr int kMostLevels = 24;
constexpr int bucketShift(int level)
{
    return 6 + 2 * (level - 1);
}

/// Buckets of a level from bucket `from` on, before bucket `to`, ascending.
std::vector<SeriesBucket> readBuckets(Connection &connection, std::int64_t series, int level, std::int64_t from,
                                      std::int64_t to);

/// Brings the buckets of a long series up to its points after some were written: those of steps `from` to `to`. A
/// bucket is stored when a later one has begun. Costs a sixtieth of the writing when points are appended.
void keepBuckets(Connection &connection, std::int64_t series, std::int64_t from, std::int64_t to,
                 std::int64_t lastStep);

/// Makes them for a series whose points were written before there were buckets. Cheap where there are some.
/// Returns whether there was something to make.
bool makeBuckets(Connection &connection, std::int64_t series);

}  // namespace atlas::storage
