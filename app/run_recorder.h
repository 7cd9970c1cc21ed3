#pragma once

#include "engine/api/engine.h"
#include "storage/project.h"

#include <chrono>
#include <functional>
#include <vector>

namespace atlas::app {

/// What else wants to hear of a run while it trains (the window, a terminal). Called on the engine's thread.
struct RunListener {
    std::function<void(double fraction, const Sentence &what)> progressed;
    std::function<void(const std::vector<std::pair<SeriesKey, SeriesPoint>> &)> pointsAdded;
    std::function<void(const DecisionRecord &)> decided;
    std::function<void(const AccuracyCell &)> evaluated;
    std::function<void(LogLevel, const std::string &)> logged;
    /// As TrainObserver::ask; without it nobody is there to be asked.
    std::function<std::optional<std::string>(const DecisionRecord &)> ask;
};

/// Writes what the engine reports into the project: points in batches, everything else at once, heartbeats every two
/// seconds, also while a person is asked. An error of the writer is thrown into the engine, which then stops; the run
/// can be resumed.
class RunRecorder final : public engine::TrainObserver {
public:
    RunRecorder(storage::Project &project, RunRecord run, RunListener listener);

    void progress(double fraction, const Sentence &what) override;
    void log(LogLevel level, const std::string &message) override;
    void point(const SeriesKey &series, const SeriesPoint &point) override;
    void decided(const DecisionRecord &decision) override;
    void effect(const AdapterEffect &effect) override;
    void evaluated(const AccuracyCell &cell, const std::vector<Prediction> &predictions) override;
    void learned(const TaskCost &cost) override;
    void checkpointed() override;
    std::optional<std::string> ask(const DecisionRecord &proposal) override;

    /// Writes what is still held back.
    void flush();

private:
    void heartbeat(const Sentence &what);

    storage::Project &m_project;
    RunRecord m_run;
    RunListener m_listener;
    std::vector<std::pair<SeriesKey, SeriesPoint>> m_points;
    double m_fraction = 0;  ///< told last
    std::chrono::steady_clock::time_point m_lastFlush;
    std::chrono::steady_clock::time_point m_lastHeartbeat;
};

}  // namespace atlas::app
