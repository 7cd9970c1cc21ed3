#include "trained_project.h"

#include "storage/connection.h"
#include "storage/result_store.h"
#include "storage/run_store.h"
#include "storage/task_store.h"
#include "support/decision_samples.h"

#include <cmath>

namespace atlas::test {

namespace {

const std::vector<std::string> kNames{"parts",  "notes",      "clothing", "questions",
                                      "boards", "statements", "domains",  "goals"};
constexpr int kSamples = 40;
constexpr int kTestSamples = 200;  ///< of each cell: what the fixture says was judged

std::vector<Sample> labelledTexts(const std::string &dataset)
{
    std::vector<Sample> samples;
    for (int i = 0; i < kSamples; ++i) {
        Sample sample;
        sample.text = dataset + " text " + std::to_string(i);
        sample.split = i % 4 == 0 ? Split::Test : i % 4 == 1 ? Split::Validation : Split::Train;
        sample.labels = {{i % 8 < 4 ? "good" : i % 8 < 7 ? "scratch" : "dent", 1.0}};
        samples.push_back(std::move(sample));
    }
    return samples;
}

/// The first task has nothing to reuse, of the others every third reuses.
DecisionRecord decisionOf(int row, double score)
{
    if (row == 0) {
        DecisionRecord first;
        first.policy = "automatic";
        first.decision = "first";
        first.sites = first.sitesKept = 12;
        first.reason = "The first task has nothing to reuse.";
        return first;
    }
    DecisionRecord decision = wholeDecision();
    decision.task = row;
    decision.stage1 = score - 0.03;
    if (row % 3 == 2) {
        decision.decision = decision.verdict = "reuse";
        decision.gain = 0.004;
        decision.sitesKept = 0;
        decision.pruningIncrease.reset();
        decision.reason = "The gain on validation is surely not worth an adapter.";
    }
    return decision;
}

/// Predictions over three classes with as many right as the score says; the samples that are lost when it falls come
/// first.
std::vector<Prediction> predictionsFor(double score)
{
    std::vector<Prediction> out;
    for (int i = 0; i < kTestSamples; ++i) {
        const int expected = i % 3;
        const bool right = i >= kTestSamples - int(std::lround(score * kTestSamples));
        out.push_back({.sampleId = i + 1,
                       .predicted = right ? expected : (expected + 1) % 3,
                       .expected = expected,
                       .confidence = right ? 0.9 : 0.5,
                       .score = right ? 1.0 : 0.0});
    }
    return out;
}

}  // namespace

TrainedProject::TrainedProject(const std::vector<std::vector<double>> &matrix) : m_matrix(matrix)
{
    for (std::size_t i = 0; i < matrix.size(); ++i) {
        m_samples.addSamples(kNames[i], "text", labelledTexts(kNames[i]), {"good", "scratch", "dent"});
    }
    m_session = m_samples.session();
    addTasks(matrix.size());
    m_finished = train("atlas", matrix);
}

QString TrainedProject::close()
{
    m_session.reset();
    return m_samples.folder();
}

void TrainedProject::addTasks(std::size_t count)
{
    m_tasks.assign(kNames.begin(), kNames.begin() + std::ptrdiff_t(count));
    storage::Project &project = m_session->project();
    project.writer().run([&](storage::Connection &connection) {
        storage::TaskStore store(connection, project.assetFolder());
        for (const std::string &name : m_tasks) {
            store.add({.name = name, .dataset = name, .kind = {}, .metric = {}});
        }
        store.setSequence("pilot", m_tasks);
        return 0;
    });
}

RunRecord TrainedProject::addRun(const std::string &strategy, RunStatus status, double progress)
{
    return m_session->project().writer().run([&](storage::Connection &connection) {
        RunSpec spec;
        spec.sequence = "pilot";
        spec.strategy = strategy;
        spec.backboneName = "mini";
        spec.maxTrain = 400;
        storage::RunStore store(connection);
        const RunRecord run = store.create(spec);
        if (status != RunStatus::Queued) {
            store.claim(run.uuid);
            store.heartbeat(run.uuid, progress, "stage 2 of " + m_tasks.back());
            store.setStatus(run.uuid, status, {});
        }
        return *store.find(run.uuid);
    });
}

RunRecord TrainedProject::train(const std::string &strategy, const std::vector<std::vector<double>> &matrix)
{
    const RunRecord run = addRun(strategy, RunStatus::Finished, 1);
    m_session->project().writer().run([&](storage::Connection &connection) {
        storage::ResultStore store(connection);
        for (int row = 0; row < int(matrix.size()); ++row) {
            for (int column = 0; column <= row; ++column) {
                const double score = matrix[std::size_t(row)][std::size_t(column)];
                AccuracyCell cell;
                cell.afterTask = row;
                cell.evalTask = column;
                cell.scores = {{"accuracy", score}, {"f1_macro", score - 0.01}};
                cell.n = kTestSamples;
                cell.logitsSha256 = std::string(64, 'a');
                cell.secondsPerSample = 0.004;
                store.putCell(run.id, cell, predictionsFor(score));
            }
            store.putDecision(run.id, decisionOf(row, matrix[std::size_t(row)][std::size_t(row)]));
            store.putCost(run.id, {.task = row,
                                   .trainSeconds = 100.0 + row,
                                   .samplesPerSecond = 31.5,
                                   .adapterParameters = 120'000,
                                   .headParameters = 3'000,
                                   .bytesAdded = 500'000,
                                   .peakMemoryBytes = 800'000'000,
                                   .randomScore = 1.0 / 3});
        }
        return 0;
    });
    return run;
}

RunRecord TrainedProject::addRival(const std::string &strategy, double by)
{
    std::vector<std::vector<double>> lower = m_matrix;
    for (auto &row : lower) {
        for (double &score : row) {
            score -= by;
        }
    }
    return train(strategy, lower);
}

void TrainedProject::addCurves(const RunRecord &run)
{
    m_session->project().writer().run([&](storage::Connection &connection) {
        std::vector<std::pair<SeriesKey, SeriesPoint>> points;
        for (std::size_t task = 0; task < m_tasks.size(); ++task) {
            for (const std::string stage : {"stage1", "stage2"}) {
                if (task == 0 && stage == "stage1") {
                    continue;
                }
                const std::string context = m_tasks[task] + "/" + stage;
                for (int step = 1; step <= 400; ++step) {
                    const double fall = 1.4 * std::exp(-step / 90.0);
                    points.push_back({{"task_loss", context}, {step, 0.25 + fall + 0.08 * std::sin(step * 1.7)}});
                    points.push_back({{"ortho", context}, {step, 0.05 + 0.2 * std::exp(-step / 40.0)}});
                    if (step % 40 == 0) {
                        const double rise = 0.85 - 0.35 * std::exp(-step / 100.0);
                        points.push_back({{"validation", context}, {step, stage == "stage1" ? rise - 0.06 : rise}});
                        for (std::size_t old = 0; old < task; ++old) {
                            points.push_back({{"gate", context + "/" + m_tasks[old]},
                                              {step, 0.5 / double(task) + 0.1 * std::sin(double(old) + step / 200.0)}});
                        }
                    }
                }
            }
        }
        storage::ResultStore(connection).addPoints(run.id, points);
        return 0;
    });
}

void TrainedProject::addEffects(const RunRecord &run)
{
    constexpr int kLayers = 6;
    m_session->project().writer().run([&](storage::Connection &connection) {
        storage::ResultStore store(connection);
        for (int task = 1; task < int(m_tasks.size()); ++task) {
            for (int adapter = 0; adapter <= task; ++adapter) {
                // Its own adapter counts most; of the older ones the one before it, and the first is in the way.
                const double effect = adapter == task ? 0.6 : adapter == task - 1 ? 0.31 : adapter == 0 ? -0.04 : 0.01;
                const auto put = [&](int first, int last, double share) {
                    store.putEffect(run.id, {.task = task,
                                             .adapter = adapter,
                                             .firstLayer = first,
                                             .lastLayer = last,
                                             .effect = share * effect,
                                             .se = 0.015,
                                             .n = 80});
                };
                put(0, kLayers - 1, 1);
                put(0, 1, 0.1);
                put(2, 3, 0.2);
                put(4, 5, 0.7);
            }
        }
        return 0;
    });
}

void TrainedProject::addWatched(const RunRecord &run)
{
    m_session->project().writer().run([&](storage::Connection &connection) {
        std::vector<std::pair<SeriesKey, SeriesPoint>> points;
        for (std::size_t task = 1; task < m_tasks.size(); ++task) {
            for (std::size_t old = 0; old < task; ++old) {
                for (int step = 0; step <= 400; step += 40) {
                    const double dip = 0.2 * std::exp(-std::pow((step - 80) / 60.0, 2)) / double(task - old);
                    points.push_back({{"validation", m_tasks[task] + "/stage2/" + m_tasks[old]},
                                      {step, m_matrix[task - 1][old] - dip}});
                }
            }
        }
        storage::ResultStore(connection).addPoints(run.id, points);
        return 0;
    });
}

std::vector<std::vector<double>> TrainedProject::eightTasks()
{
    const std::vector<double> learned{0.912, 0.843, 0.876, 0.664, 0.948, 0.581, 0.897, 0.623};
    const std::vector<double> loss{0.004, 0.001, 0.009, 0.0, 0.002, 0.006, 0.0, 0.0};
    std::vector<std::vector<double>> matrix;
    for (std::size_t row = 0; row < learned.size(); ++row) {
        std::vector<double> scores;
        for (std::size_t task = 0; task <= row; ++task) {
            scores.push_back(learned[task] - loss[task] * double(row - task));
        }
        matrix.push_back(std::move(scores));
    }
    return matrix;
}

}  // namespace atlas::test
