#include "app/results.h"

#include "app/compare.h"
#include "app/decision_text.h"
#include "app/measure_output.h"
#include "app/version_output.h"
#include "core/decision_answer.h"
#include "core/decision_json.h"
#include "core/run_origin.h"
#include "storage/connection.h"
#include "storage/measure_input.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace atlas::app {
namespace {

using Json = nlohmann::ordered_json;

Json optionalNumber(const std::optional<double> &value)
{
    return value ? Json(*value) : Json(nullptr);
}

/// One value per task from the last row's cells; null where a task was not evaluated.
template <typename Value>
Json lastRow(const RunResults &results, Value value)
{
    Json row = Json::array();
    const int learned = results.learned();
    for (int task = 0; task < learned; ++task) {
        row.push_back(value(*results.cell(learned - 1, task)));
    }
    return row;
}

/// The run that this one goes on from, and what that one's older version of the task answers on the same test samples.
Json originOf(const RunResults &results)
{
    const RunOrigin &origin = results.run.spec.origin;
    if (origin.run.empty()) {
        return nullptr;
    }
    return {{"run", origin.run},
            {"how", origin.how},
            {"tasks_taken_over", origin.learned},
            {"replaced", origin.replaced >= 0 ? Json(origin.replaced) : Json(nullptr)},
            {"before",
             optionalNumber(results.score(kBeforeLearning, learnedPlace(results.run.spec, results.run.tasks.size())))}};
}

std::vector<double> randomScores(const RunResults &results)
{
    std::vector<double> random;
    for (const TaskCost &cost : results.costs) {
        random.push_back(cost.randomScore);
    }
    return random;
}

Json decisions(const RunResults &results)
{
    Json list = Json::array();
    for (const DecisionRecord &decision : results.decisions) {
        Json json{{"task", results.tasks.at(static_cast<std::size_t>(decision.task)).name},
                  {"policy", decision.policy},
                  {"stage1", decision.stage1},
                  {"gain", optionalNumber(decision.gain)},
                  {"se", optionalNumber(decision.se)},
                  {"novelty", optionalNumber(decision.novelty)},
                  {"decision", decision.decision},
                  {"sites_kept", decision.sitesKept},
                  {"sites", decision.sites},
                  {"reason", decision.reason},
                  {"overridden", isOverridden(decision)}};
        json.update(decisionInputs(decision));
        list.push_back(std::move(json));
    }
    return list;
}

Json effects(const RunResults &results)
{
    const auto name = [&](int task) { return results.tasks.at(static_cast<std::size_t>(task)).name; };
    Json list = Json::array();
    for (const AdapterEffect &effect : results.effects) {
        list.push_back({{"task", name(effect.task)},
                        {"adapter", name(effect.adapter)},
                        {"layers", {effect.firstLayer, effect.lastLayer}},
                        {"loss_increase", effect.effect},
                        {"se", effect.se},
                        {"n", effect.n}});
    }
    return list;
}

Json cost(const RunResults &results)
{
    Json json{{"train_seconds", Json::array()},    {"samples_per_second", Json::array()},
              {"parameters_added", Json::array()}, {"adapter_parameters", Json::array()},
              {"head_parameters", Json::array()},  {"bytes_added", Json::array()}};
    std::int64_t peak = 0;
    for (const TaskCost &task : results.costs) {
        json["train_seconds"].push_back(task.trainSeconds);
        json["samples_per_second"].push_back(task.samplesPerSecond);
        json["parameters_added"].push_back(task.adapterParameters + task.headParameters);
        json["adapter_parameters"].push_back(task.adapterParameters);
        json["head_parameters"].push_back(task.headParameters);
        json["bytes_added"].push_back(task.bytesAdded);
        peak = std::max(peak, task.peakMemoryBytes);
    }
    double seconds = 0;
    double samples = 0;
    for (const AccuracyCell &cell : results.cells) {
        if (cell.afterTask < 0) {
            continue;
        }
        seconds += cell.secondsPerSample * static_cast<double>(cell.n);
        samples += static_cast<double>(cell.n);
    }
    json["peak_memory_bytes"] = peak;
    json["evaluate_ms_per_sample"] = samples > 0 ? Json(1000 * seconds / samples) : Json(nullptr);
    return json;
}

Json interferenceOf(const MeasuredRun &run)
{
    const std::vector<std::string> &tasks = run.results().run.tasks;
    Json list = Json::array();
    for (const Interference &found : run.interferences) {
        Json json{{"step", tasks.at(static_cast<std::size_t>(found.step))},
                  {"task", tasks.at(static_cast<std::size_t>(found.task))}};
        json.update(toJson(found.difference));
        list.push_back(std::move(json));
    }
    return list;
}

/// A line per step that changed an older task, the greatest losses first.
std::string interferenceLines(const MeasuredRun &run)
{
    const std::vector<std::string> &tasks = run.results().run.tasks;
    std::string text;
    for (const Interference &found : run.interferences) {
        text += "Learning " + tasks.at(static_cast<std::size_t>(found.step)) + " made " +
                tasks.at(static_cast<std::size_t>(found.task)) + " " + inWords(found.difference) + ".\n";
    }
    return text.empty() ? text : text + "\n";
}

std::string percent(double share)
{
    char text[16];
    std::snprintf(text, sizeof text, "%6.1f", 100 * share);
    return text;
}

}  // namespace

MeasuredRun measureRun(const storage::Project &project, const RunRecord &run)
{
    const auto connection = project.connect();
    MeasuredRun measured{storage::readMeasureInput(*connection, project.assetFolder(), run), {}, {}};
    measured.measures = computeMeasures(measured.input);
    measured.interferences = interferences(measured.input);
    return measured;
}

Json toJson(const MeasuredRun &run)
{
    const RunResults &results = run.results();
    Json json;
    json["run"] = results.run.uuid;
    json["name"] = results.run.name;
    json["status"] = runStatusName(results.run.status);
    json["strategy"] = results.run.spec.strategy;
    json["seed"] = results.run.spec.seed;
    json["sequence"] = results.run.spec.sequence;
    json["settings"] = results.run.spec.settings;
    json["origin"] = originOf(results);
    json["backbone"] = {{"name", results.run.spec.backboneName}, {"sha256", results.run.spec.backboneSha256}};
    json["tasks"] = results.run.tasks;
    json["data"] = toJson(results.data);
    Json metrics = Json::array();
    for (const Task &task : results.tasks) {
        metrics.push_back(task.metric);
    }
    json["metric"] = metrics;
    json["matrix"] = results.matrix();
    json["n_test"] = lastRow(results, [](const AccuracyCell &cell) { return cell.n; });
    json["random"] = randomScores(results);
    json["router_accuracy"] = lastRow(results, [](const AccuracyCell &cell) {
        const auto found = cell.scores.find(kRouterAccuracy);
        return found == cell.scores.end() ? Json(nullptr) : Json(found->second);
    });
    json["measures"] = measureValues(run);
    json["measure_details"] = measureDetails(run);
    json["confusion"] = confusions(run);
    json["decisions"] = decisions(results);
    json["adapter_effects"] = effects(results);
    json["interference"] = interferenceOf(run);
    json["cost"] = cost(results);
    Json hashes = Json::array();
    for (int after = 0; after < results.learned(); ++after) {
        Json row = Json::array();
        for (int task = 0; task <= after; ++task) {
            const AccuracyCell *cell = results.cell(after, task);
            row.push_back(cell != nullptr ? Json(cell->logitsSha256) : Json(nullptr));
        }
        hashes.push_back(row);
    }
    json["logits_sha256"] = hashes;
    return json;
}

std::string toText(const MeasuredRun &run, const TextOptions &options)
{
    const RunResults &results = run.results();
    const AccuracyMatrix matrix = results.matrix();
    std::size_t width = 12;
    for (const std::string &task : results.run.tasks) {
        width = std::max(width, task.size() + 2);
    }
    const auto padded = [width](std::string text) {
        text.resize(std::max(width, text.size()), ' ');
        return text;
    };
    std::string text = results.run.name + ": " + results.run.spec.strategy + ", seed " +
                       std::to_string(results.run.spec.seed) + ", " + runStatusName(results.run.status) + "\n" +
                       (results.data.empty() ? "" : "Data: " + versionTitles(results.data) + "\n") + "\n" +
                       padded("after \\ on");
    for (std::size_t j = 0; j < matrix.size(); ++j) {
        text += std::string(j < 9 ? "      " : "     ") + std::to_string(j + 1);
    }
    text += "\n";
    for (std::size_t i = 0; i < matrix.size(); ++i) {
        text += padded(std::to_string(i + 1) + " " + results.run.tasks[i]);
        for (const double value : matrix[i]) {
            text += " " + (std::isnan(value) ? std::string("     -") : percent(value));
        }
        text += "\n";
    }
    if (!results.decisions.empty()) {
        text += "\n";
    }
    for (const DecisionRecord &decision : results.decisions) {
        const std::string &task = results.tasks.at(static_cast<std::size_t>(decision.task)).name;
        text += decisionLines(decision, task);
        text += options.decisions ? factLines(decision, "    ") + "\n" : "";
    }
    return text + "\n" + interferenceLines(run) + measureLines(run, options.formulas);
}

}  // namespace atlas::app
