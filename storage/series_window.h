#pragma once

#include "core/run_record.h"

#include <cstdint>
#include <vector>

namespace atlas::storage {

class Connection;

/// The points of a series from one step to another (both included), reduced for a picture that is `buckets` wide:
/// aligned groups of steps, none wider than a bucket, each by its lowest and its highest point, so no spike is ever
/// lost, and by the first of its gaps. Points, not made-up ones, ascending by step; with the neighbour on either side
/// of the range, so that lines run out of the picture, and every point where there are few. An infinite value comes
/// back as a gap (NaN): neither can be drawn.
/// Reads some rows a bucket, however long the series is, once the series has its own (storage/series_buckets.h), and
/// every point in the range before that.
std::vector<SeriesPoint> readSeriesWindow(Connection &connection, std::int64_t series, std::int64_t fromStep,
                                          std::int64_t toStep, int buckets);

/// A page of a series' points: at most `most` after a step, ascending. NaN survives.
std::vector<SeriesPoint> readSeriesPage(Connection &connection, std::int64_t series, std::int64_t afterStep, int most);

}  // namespace atlas::storage
