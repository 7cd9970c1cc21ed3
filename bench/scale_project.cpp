#include "bench/scale_project.h"

#include "storage/connection.h"
#include "storage/dataset_store.h"
#include "storage/project.h"
#include "storage/result_store.h"
#include "storage/run_notes.h"
#include "storage/run_store.h"
#include "storage/sample_store.h"
#include "storage/task_store.h"
#include "storage/versions/run_data.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iostream>
#include <random>
#include <vector>

namespace atlas::bench {
namespace {

constexpr std::array kTasks{"parts", "notes", "letters", kLongTask};
constexpr std::array kStrategies{"atlas", "shared", "independent", "head-only", "replay"};
constexpr std::array kMetrics{"task_loss", "validation", "ortho", "learning_rate", "samples_per_second"};
constexpr std::array kTags{"candidate", "baseline", "to-look-at", "old-data"};
constexpr int kRunsAtOnce = 200;
constexpr std::int64_t kPointsAtOnce = 200'000;
constexpr int kPoints = 20;  ///< of a usual series

using Points = std::vector<std::pair<SeriesKey, SeriesPoint>>;
using Random = std::mt19937_64;

double between(Random &random, double low, double high)
{
    return std::uniform_real_distribution<double>(low, high)(random);
}

void addTasks(storage::Project &project)
{
    project.writer().run([&](storage::Connection &connection) {
        storage::DatasetStore datasets(connection);
        storage::SampleStore samples(connection, project.assetFolder());
        storage::TaskStore tasks(connection, project.assetFolder());
        for (const char *name : kTasks) {
            const std::int64_t dataset = datasets.create(name, "text", false);
            for (int i = 0; i < 40; ++i) {
                Sample sample;
                sample.text = std::string(name) + " " + std::to_string(i);
                sample.labels = {{i % 2 == 0 ? "good" : "bad"}};
                samples.insert(dataset, sample, "bench");
            }
            tasks.add({.name = name, .dataset = name, .kind = {}, .metric = {}});
        }
        tasks.setSequence("all", {kTasks.begin(), kTasks.end()});
    });
}

RunSpec specOf(int run, const Scale &scale)
{
    RunSpec spec;
    spec.sequence = "all";
    spec.strategy = kStrategies[std::size_t(run / 5) % kStrategies.size()];
    spec.seed = std::uint64_t(run % 5 + 1);
    spec.backboneName = "mini";
    spec.backboneSha256 = std::string(64, 'b');
    spec.maxTrain = run / 25 % 3 == 0 ? 400 : 0;
    // Most settings are the same in nearly all runs, as they are where people change one thing after the other.
    for (int key = 0; key < scale.settings; ++key) {
        const int group = run / 5;
        const bool differs = key < 5 || group % (key + 3) == 0;
        spec.settings["setting_" + std::to_string(key)] = std::to_string(differs ? group % (key + 4) : key);
    }
    return spec;
}

void addResults(storage::Connection &connection, std::int64_t run, Random &random)
{
    storage::ResultStore store(connection);
    const double level = between(random, 0.6, 0.9);
    const double falls = between(random, 0, 0.03);
    for (int row = 0; row < int(kTasks.size()); ++row) {
        for (int column = 0; column <= row; ++column) {
            const double score = level + 0.02 * column - falls * (row - column);
            AccuracyCell cell;
            cell.afterTask = row;
            cell.evalTask = column;
            cell.scores = {{"accuracy", score}, {"f1_macro", score - 0.01}};
            cell.n = 200;
            cell.logitsSha256 = std::string(64, 'a');
            cell.secondsPerSample = 0.004;
            store.putCell(run, cell, {});
        }
        store.putDecision(run, {.task = row,
                                .policy = "automatic",
                                .stage1 = level - 0.05,
                                .gain = 0.05,
                                .se = 0.01,
                                .novelty = 0.4,
                                .decision = row == 0 ? "first" : "expand",
                                .sitesKept = 4,
                                .sites = 4,
                                .reason = "The gain is larger than chance explains."});
        store.putCost(run, {.task = row,
                            .trainSeconds = between(random, 20, 200),
                            .samplesPerSecond = 31.5,
                            .adapterParameters = 120'000,
                            .headParameters = 3'000,
                            .bytesAdded = 500'000 + std::int64_t(between(random, 0, 1e6)),
                            .peakMemoryBytes = 800'000'000,
                            .randomScore = 0.5});
    }
}

Points curves(const Scale &scale, Random &random)
{
    Points points;
    for (int i = 0; i < scale.seriesPerRun; ++i) {
        const std::string task = kTasks[std::size_t(i) % kTasks.size()];
        const SeriesKey key{kMetrics[std::size_t(i) / kTasks.size() % kMetrics.size()],
                            task + (i < int(kTasks.size() * kMetrics.size()) ? "/stage1" : "/stage2")};
        for (int step = 1; step <= kPoints; ++step) {
            points.emplace_back(key, SeriesPoint{10 * step, std::exp(-step / 7.0) + between(random, 0, 0.05)});
        }
    }
    return points;
}

void say(std::int64_t runId, storage::RunNotes &notes)
{
    const std::array run{runId};
    if (runId % 10 == 0) {
        notes.addTag(run, kTags[std::size_t(runId / 10) % kTags.size()]);
    }
    if (runId % 100 == 0) {
        notes.write(runId, "Looks better than the one before; ask for more data.", "bench");
    }
}

/// Loss of every step of a very long training: noise over a slow fall, and rare spikes.
void addLongSeries(storage::Project &project, std::int64_t run, std::int64_t count)
{
    Random random(11);
    const SeriesKey key{"task_loss", std::string(kLongTask) + "/stage2"};
    for (std::int64_t step = 1; step <= count;) {
        Points points;
        for (; step <= count && std::int64_t(points.size()) < kPointsAtOnce; ++step) {
            const double spike = random() % 500'000 == 0 ? 5 : 0;
            points.emplace_back(key, SeriesPoint{step, 0.2 + std::exp(-3.0 * double(step) / double(count)) + spike +
                                                           between(random, -0.1, 0.1)});
        }
        project.writer().run(
            [&](storage::Connection &connection) { storage::ResultStore(connection).addPoints(run, points); });
        std::cerr << '\r' << step - 1 << " points" << std::flush;
    }
    std::cerr << '\n';
}

}  // namespace

std::string makeScaleProject(const std::filesystem::path &folder, const Scale &scale)
{
    const auto project = storage::Project::create(folder);
    addTasks(*project);
    Random random(7);
    std::string longUuid;
    std::int64_t longRun = 0;
    std::vector<storage::DatasetReading> readings;
    for (int first = 0; first < scale.runs; first += kRunsAtOnce) {
        project->writer().run([&](storage::Connection &connection) {
            storage::RunStore runs(connection);
            storage::RunNotes notes(connection);
            for (int i = first; i < std::min(first + kRunsAtOnce, scale.runs); ++i) {
                const RunRecord run = runs.create(specOf(i, scale));
                if (readings.empty()) {
                    readings = storage::readRunData(connection, run.id);  // the data stays as it is
                }
                storage::recordRunData(connection, run.id, readings, "bench");
                runs.claim(run.uuid);
                addResults(connection, run.id, random);
                storage::ResultStore(connection).addPoints(run.id, curves(scale, random));
                say(run.id, notes);
                runs.setStatus(run.uuid, i % 50 == 17 ? RunStatus::Failed : RunStatus::Finished, {});
                if (i == scale.runs / 2) {
                    longUuid = run.uuid;
                    longRun = run.id;
                }
            }
        });
        std::cerr << '\r' << std::min(first + kRunsAtOnce, scale.runs) << " runs" << std::flush;
    }
    std::cerr << '\n';
    addLongSeries(*project, longRun, scale.longest);
    return longUuid;
}

}  // namespace atlas::bench
