#pragma once

#include "core/run_record.h"
#include "widgets/sequence/task_facts.h"

#include <map>

namespace atlas::widgets {

/// What learning cost in runs that are finished, by strategy: from it the next ones are estimated.
struct PastCost {
    double secondsPerSample = 0;  ///< training seconds over training samples of a task
    double bytesPerTask = 0;
};

/// Means over the finished runs of each strategy.  Threads: a reader thread.
std::map<std::string, PastCost> readPastCosts(storage::Connection &connection, const std::filesystem::path &assets);

/// Name and value of what is known about a sequence: samples, classes, kinds, and an estimate for each strategy that
/// has been run in this project.
std::vector<std::pair<QString, QString>> sequenceFacts(const std::vector<TaskFacts> &tasks,
                                                       const std::map<std::string, PastCost> &past);

}  // namespace atlas::widgets
