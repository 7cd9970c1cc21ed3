#pragma once

#include "core/run_record.h"
#include "sample_project.h"

#include <string>
#include <vector>

namespace atlas::test {

/// A project with tasks, a sequence "pilot" over all of them, and runs over it: one that is finished with an accuracy
/// matrix, and, when asked for, one of a rival, one that was interrupted and one that waits.
class TrainedProject {
public:
    /// R[i][j] of the finished run; its size is the number of tasks ("parts", "notes", ...), at most 8.
    explicit TrainedProject(const std::vector<std::vector<double>> &matrix);

    widgets::Session &session() { return *m_session; }
    /// Ends the session, so that a window can open the folder that is returned.
    QString close();
    /// Hands the session over, to a window: nothing of the project can be changed through this object afterwards.
    std::unique_ptr<widgets::Session> takeSession() { return std::move(m_session); }
    const std::vector<std::string> &tasks() const { return m_tasks; }
    RunRecord finished() const { return m_finished; }

    /// Another finished run of the strategy with every cell lower by `by`.
    RunRecord addRival(const std::string &strategy, double by);
    RunRecord addRun(const std::string &strategy, RunStatus status, double progress);
    void addCurves(const RunRecord &run);
    /// What each adapter does for each task, over all six layers and over three groups of them: every task misses the
    /// adapter of the task before it (0.31 nats), and is a little better without the first (-0.04).
    void addEffects(const RunRecord &run);
    /// Validation of older tasks while later ones are learned: a dip of 20 points for the task just before, less for
    /// those before that, which closes again.
    void addWatched(const RunRecord &run);

    /// Eight tasks that forget a little, as pictures show them.
    static std::vector<std::vector<double>> eightTasks();

private:
    void addTasks(std::size_t count);
    RunRecord train(const std::string &strategy, const std::vector<std::vector<double>> &matrix);

    SampleProject m_samples;
    std::unique_ptr<widgets::Session> m_session;
    std::vector<std::string> m_tasks;
    std::vector<std::vector<double>> m_matrix;
    RunRecord m_finished;
};

}  // namespace atlas::test
