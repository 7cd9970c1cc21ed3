#include "app/measure_output.h"

#include "app/figures.h"
#include "core/answer_measures.h"
#include "core/csv.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace atlas::app {
namespace {

using Json = nlohmann::ordered_json;

Json taskValues(const MeasureResult &result)
{
    Json list = Json::array();
    for (const TaskValue &task : result.tasks) {
        list.push_back(number(task.value));
    }
    return list;
}

/// Calls `visit` with each measure and its result, in the order of the registry.
void forEachMeasure(const MeasuredRun &run, const std::function<void(const Measure &, const MeasureResult &)> &visit)
{
    for (std::size_t i = 0; i < run.measures.size(); ++i) {
        visit(measures()[i], run.measures[i]);
    }
}

const char *betterName(Better better)
{
    static constexpr std::array kNames{"higher", "lower", "neither"};
    return kNames[static_cast<std::size_t>(better)];
}

std::string padded(std::string text, std::size_t width)
{
    text.resize(std::max(width, text.size()), ' ');
    return text;
}

std::string csvLine(const std::vector<std::string> &fields)
{
    std::string line;
    for (const std::string &field : fields) {
        line += (line.empty() ? "" : ",") + csvField(field);
    }
    return line + "\r\n";
}

}  // namespace

Json measureValues(const MeasuredRun &run)
{
    Json json;
    forEachMeasure(run, [&](const Measure &measure, const MeasureResult &result) {
        json[measure.name] = measure.perTask ? taskValues(result) : number(result.value);
    });
    json["formula_version"] = kFormulaVersion;
    return json;
}

Json measureDetails(const MeasuredRun &run)
{
    Json json;
    forEachMeasure(run, [&](const Measure &measure, const MeasureResult &result) {
        Json &entry = json[measure.name];
        entry = {{"title", measure.title},
                 {"formula", measure.formula},
                 {"unit", measureUnitName(measure.unit)},
                 {"better", betterName(measure.better)},
                 {"needs", Json::array()},
                 {"value", number(result.value)},
                 {"reason", result.reason.empty() ? Json(nullptr) : Json(result.reason)},
                 {"interval", interval(result.interval)},
                 {"seeds", interval(result.seeds)},
                 {"n", result.n > 0 ? Json(result.n) : Json(nullptr)}};
        for (const Requirement *need : measure.needs) {
            entry["needs"].push_back(need->name);
        }
        if (!result.tasks.empty()) {
            entry["tasks"] = taskValues(result);
        }
        if (!result.tasks.empty() && !result.tasks.front().classes.empty()) {
            for (const TaskValue &task : result.tasks) {
                Json &classes = entry["classes"].emplace_back(Json::array());
                for (const double value : task.classes) {
                    classes.push_back(number(value));
                }
            }
        }
        if (!result.table.empty()) {
            entry["table"] = result.table;
        }
    });
    return json;
}

Json confusions(const MeasuredRun &run)
{
    Json list = Json::array();
    for (std::size_t task = 0; task < run.input.answers.size(); ++task) {
        const std::vector<std::string> &classes = run.results().tasks[task].classes;
        list.push_back({{"classes", classes}, {"counts", confusionCounts(run.input.answers[task], classes.size())}});
    }
    return list;
}

std::string measureLines(const MeasuredRun &run, bool formulas)
{
    std::string text;
    forEachMeasure(run, [&](const Measure &measure, const MeasureResult &result) {
        constexpr std::size_t kTitle = 30;
        text += padded(measure.title, kTitle);
        if (result.value) {
            text += figureText(measure.unit, *result.value);
            if (result.interval) {
                text += "  [" + figureText(measure.unit, result.interval->low) + ", " +
                        figureText(measure.unit, result.interval->high) + "]";
            }
            if (result.n > 0) {
                text += "  n = " + std::to_string(result.n);
            }
            if (result.seeds) {
                text += "; " + std::to_string(result.seeds->n) + " seeds [" +
                        figureText(measure.unit, result.seeds->low) + ", " +
                        figureText(measure.unit, result.seeds->high) + "]";
            }
        } else {
            text += "not defined: " + result.reason;
        }
        text += "\n";
        if (formulas) {
            text += "    " + measure.formula + "\n";
        }
    });
    return text + "Intervals: 95 %, bootstrap over test samples; over seeds, t. Formulas: version " +
           std::to_string(kFormulaVersion) + (formulas ? ".\n" : " (--formulas prints them).\n");
}

std::string toCsv(const MeasuredRun &run)
{
    std::string text = csvLine({"measure", "title", "task", "value", "low", "high", "n", "unit", "statistic", "reason",
                                "formula", "formula_version"});
    forEachMeasure(run, [&](const Measure &measure, const MeasureResult &result) {
        const std::string unit = measureUnitName(measure.unit);
        const std::string version = std::to_string(kFormulaVersion);
        const auto bound = [&](double Interval::*of) {
            return result.interval ? exactDigits((*result.interval).*of) : std::string();
        };
        text += csvLine({measure.name, measure.title, "", exactDigits(result.value), bound(&Interval::low),
                         bound(&Interval::high), result.n > 0 ? std::to_string(result.n) : "", unit,
                         result.interval ? result.interval->statistic : "", result.reason, measure.formula, version});
        for (std::size_t task = 0; task < result.tasks.size(); ++task) {
            text +=
                csvLine({measure.name, measure.title, run.results().run.tasks[task],
                         exactDigits(result.tasks[task].value), "", "", "", unit, "", "", measure.formula, version});
        }
    });
    return text;
}

}  // namespace atlas::app
