#pragma once

#include "core/task.h"
#include "engine/api/engine.h"

#include <stop_token>

namespace atlas::app {

/// Samples of a CSV file, read as an import would read it, but unlabelled and stored nowhere. Rows that lack what the
/// task needs are an error, since an answer would be missing in the output.
/// Errors: BadInput (file, line and reason of each bad row, at most 20), NotFound, Cancelled.
std::vector<Sample> readBatch(const std::filesystem::path &file, const Task &task, std::stop_token stop);

/// The same for samples whose tasks are to be found out: rows need only hold something, and pictures, texts and options
/// are taken as they come.  Errors: as readBatch().
std::vector<Sample> readBatch(const std::filesystem::path &file, std::stop_token stop);

/// row,task,percentile,answer,confidence: of rows whose task was found out; the percentile is empty where only one task
/// takes the row. RFC 4180, C locale.
std::string routedAnswersAsCsv(const std::vector<Task> &tasks, const std::vector<Sample> &samples,
                               const std::vector<engine::Answer> &answers);

/// row,answer,confidence and one probability column per class, RFC 4180, C locale.
std::string answersAsCsv(const Task &task, const std::vector<Sample> &samples,
                         const std::vector<engine::Answer> &answers);

std::string className(const Task &task, int index);
double confidence(const engine::Answer &answer);

}  // namespace atlas::app
