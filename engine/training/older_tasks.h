#pragma once

#include "engine/training/prepared_task.h"

#include <string>
#include <vector>

namespace atlas::engine {

/// Watches what becomes of older tasks while a new one is learned, where learning it can change them: at most 100
/// validation samples of each, drawn by the run's seed, are judged with the model as it is between two epochs.
/// Requires: everything referred to outlives it.
class OlderTasks {
public:
    /// Nothing is watched where older tasks cannot change, where there are none, and in tasks without validation.
    /// Errors: BadInput (a sample that cannot be read), Cancelled.
    OlderTasks(const RunContext &context, RunModel &model, const TaskModel &newest);

    /// Tells the observer the score of each: series "validation", "<context>/<older task>".  Errors: Cancelled.
    void judge(const std::string &context, std::int64_t step) const;

private:
    struct Watched {
        int task = 0;
        Classifier classifier;
        LabelledSplit split;
    };

    const RunContext &m_context;
    RunModel &m_model;
    const TaskModel &m_newest;
    std::vector<Watched> m_watched;
};

}  // namespace atlas::engine
