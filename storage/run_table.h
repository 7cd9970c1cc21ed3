#pragma once

#include "core/measures.h"
#include "core/run_table.h"

namespace atlas::storage {

class Connection;

/// All runs as the table of runs shows them, from their summaries: ten thousand in a fraction of a second.
/// Threads: the connection's.
RunTable readRunTable(Connection &connection);

/// The settings of runs, newest first as the rows of the table are. Asked for apart from these, which can be shown
/// before.
RunSettings readRunSettings(Connection &connection, std::span<const std::int64_t> runs);

/// What a run scored as it went on: R[i][j] by the metric of each task, as RunResults::matrix() gives it.
struct RunCurve {
    std::int64_t run = 0;
    std::vector<std::string> tasks;
    AccuracyMatrix matrix;
};

/// In the order of `runs`.
std::vector<RunCurve> readRunCurves(Connection &connection, std::span<const std::int64_t> runs);

/// A curve that several runs may have.
struct SeriesChoice {
    SeriesKey key;
    std::int64_t runs = 0;    ///< of those asked about, how many have it
    std::int64_t points = 0;  ///< of the longest
};

/// By metric and context.
std::vector<SeriesChoice> readSeriesChoices(Connection &connection, std::span<const std::int64_t> runs);

struct FoundSeries {
    std::int64_t id = 0;      ///< 0 = the run has none
    std::int64_t points = 0;  ///< it has
};

/// That curve of each run, in the order of `runs`.
std::vector<FoundSeries> findSeries(Connection &connection, std::span<const std::int64_t> runs, const SeriesKey &key);

}  // namespace atlas::storage
