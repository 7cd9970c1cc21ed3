#pragma once

#include "storage/versions/data_versions.h"

namespace atlas::storage {

/// What a run is about to learn from: datasets as they were when its samples were read.
struct DatasetReading {
    std::int64_t dataset = 0;
    DataState state;
};

/// The datasets of a run's tasks as this connection sees them. For a reader inside the transaction in which the samples
/// themselves are read, so that the two are of one moment.
std::vector<DatasetReading> readRunData(Connection &connection, std::int64_t run);

/// Names what the run learns from: versions of these states, made where there is none yet. Again for a run that goes
/// on.  Requires: a writer's job.
void recordRunData(Connection &connection, std::int64_t run, const std::vector<DatasetReading> &readings,
                   const std::string &actor);

/// The versions that the run learned from, in the order of its tasks; none for one that has not begun, or that began
/// before there were versions.
std::vector<DataVersionRef> runData(Connection &connection, std::int64_t run);

/// The same in words for each task, by its name: "parts v3".
std::map<std::string, std::string> runDataTitles(Connection &connection, std::int64_t run);

}  // namespace atlas::storage
