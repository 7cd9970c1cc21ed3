#pragma once

#include "engine/training/evaluator.h"
#include "engine/training/run_context.h"

#include <map>
#include <memory>
#include <optional>

namespace atlas::engine {

/// Evaluates learned tasks on their test splits: one cell R[i][j] at a time. The test split serves nothing else.
class TaskEvaluator {
public:
    explicit TaskEvaluator(const RunContext &context) : m_context(context) {}

    /// Makes the test split ready, so that an unreadable picture is found before the task trains.
    /// Errors: BadInput, Cancelled.
    void prepare(int task);

    /// Judges `evalTask` with what the run knows after `afterTask`, writes its logits beside the models and reports
    /// the cell, and what its confidences are off by before and after calibration (series "calibration_error",
    /// "<task>/raw" and "<task>/calibrated", step = `afterTask`).  Errors: Cancelled within one micro-batch, DiskFull,
    /// Io.
    void evaluateCell(RunModel &model, int afterTask, int evalTask);

    double randomScore(int task);

    /// Share of a task's test samples that the router gives to their task, once the last task is learned; nullopt
    /// before, or where there is nothing to choose from.
    std::optional<double> routerAccuracy(const RunModel &model, int afterTask, int evalTask);

private:
    struct TestSplit {
        std::unique_ptr<PreparedSplit> split;
        Targets targets;
    };

    TestSplit &test(int task);

    const RunContext &m_context;
    std::map<int, TestSplit> m_splits;
};

}  // namespace atlas::engine
