#pragma once

#include "engine/api/engine.h"
#include "tests/support/shared_data.h"

#include <QTemporaryDir>

#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace atlas::test {

/// Keeps everything that training tells, and asks it to stop where a test says so.
class RecordingObserver final : public engine::TrainObserver {
public:
    void progress(double fraction, const Sentence &what) override;
    void log(LogLevel level, const std::string &message) override;
    void point(const SeriesKey &series, const SeriesPoint &point) override;
    void decided(const DecisionRecord &decision) override;
    void effect(const AdapterEffect &effect) override { effects.push_back(effect); }
    void evaluated(const AccuracyCell &cell, const std::vector<Prediction> &predictions) override;
    void learned(const TaskCost &cost) override { costs.push_back(cost); }
    void checkpointed() override { ++checkpoints; }
    std::optional<std::string> ask(const DecisionRecord &proposal) override
    {
        proposals.push_back(proposal);
        return answer;
    }

    /// Stops once the metric was reported in the context at this step or later.
    void stopAt(const std::string &metric, const std::string &context, std::int64_t step);
    std::stop_token token() const { return m_stop.get_token(); }

    std::vector<double> values(const std::string &metric, const std::string &context) const;

    std::map<SeriesKey, std::vector<SeriesPoint>> series;
    std::map<std::pair<int, int>, AccuracyCell> cells;
    std::map<std::pair<int, int>, std::vector<Prediction>> predictions;
    std::vector<DecisionRecord> decisions;  ///< of each task what was told last
    std::vector<DecisionRecord> proposals;  ///< about which somebody was asked
    std::vector<TaskCost> costs;
    std::vector<AdapterEffect> effects;
    std::vector<std::string> logs;
    std::vector<double> fractions;
    int checkpoints = 0;
    std::optional<std::string> answer;

private:
    std::stop_source m_stop;
    SeriesKey m_stopSeries;
    std::int64_t m_stopStep = -1;
};

/// A temporary folder with a copy of the tiny ViLT, pictures made from a seed, and tasks of every kind over them.
class TrainingFixture {
public:
    TrainingFixture();

    std::filesystem::path folder() const { return m_dir.path().toStdString(); }
    std::filesystem::path backbone() const { return folder() / "backbone"; }

    /// A request in fp32 on one thread for a new model folder, two epochs unless set otherwise.
    engine::TrainRequest request(const std::string &run, std::vector<TaskData> tasks,
                                 const std::string &strategy = "atlas") const;

    TaskData imageTask(const std::string &name = "colours", int samples = 24) const;
    TaskData textTask(const std::string &name = "animals", int samples = 24) const;
    TaskData questionTask() const;
    TaskData pairTask() const;
    TaskData choiceTask() const;
    TaskData multiLabelTask() const;
    TaskData softTask() const;

private:
    AssetRef picture(int index, bool red) const;
    static TaskData split(Task task, std::vector<Sample> samples);

    QTemporaryDir m_dir;
};

/// SHA-256 of every task package of the run, by task.
std::map<std::string, std::string> packageHashes(const engine::TrainRequest &request);

}  // namespace atlas::test
