#pragma once

#include "core/answer_changes.h"
#include "core/run_results.h"
#include "core/sample.h"
#include "storage/project.h"

#include <nlohmann/json.hpp>

#include <map>

namespace atlas::app {

/// The test samples behind one cell of a run's matrix, as they are answered there and as they were when their task was
/// learned.
struct CellAnswers {
    Task task;
    std::string run;    ///< uuid
    std::string after;  ///< name of the task that was learned last
    std::vector<AnsweredSample> samples;
    std::map<std::int64_t, Sample> held;  ///< by id; without those that are gone
};

struct CellQuestion {
    std::string task;          ///< whose test samples
    std::string after;         ///< empty = the last task learned
    bool changedOnly = false;  ///< only samples that were lost or found since the task was learned
};

/// Errors: Usage, naming the tasks there are; NotFound where the cell was not measured; those of the stores.
CellAnswers readCellAnswers(const storage::Project &project, const RunRecord &run, const CellQuestion &question);

nlohmann::ordered_json toJson(const CellAnswers &answers);
std::string toText(const CellAnswers &answers);

}  // namespace atlas::app
