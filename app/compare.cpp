#include "app/compare.h"

#include "app/figures.h"
#include "app/results.h"
#include "core/comma_list.h"
#include "core/csv.h"
#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>

namespace atlas::app {
namespace {

using Json = nlohmann::ordered_json;

/// The measures of the registry that a comparison shows, in its order.
constexpr const char *kShown[] = {"average_accuracy", "forgetting_from_first", "adapter_parameters", "head_parameters",
                                  "train_seconds"};

/// A line of the comparison: a measure, or the final score on a task.
struct Line {
    std::string name;
    std::string title;
    std::string task;
    MeasureUnit unit = MeasureUnit::Share;
    std::vector<GroupFigure> figures;  ///< per group
};

std::vector<Line> linesOf(const Comparison &comparison)
{
    std::vector<Line> lines;
    for (const char *name : kShown) {
        const Measure &shown = measure(name);
        Line line{.name = shown.name, .title = shown.title, .task = {}, .unit = shown.unit, .figures = {}};
        for (const RunGroup &group : comparison.groups) {
            line.figures.push_back(figureOf(group, shown));
        }
        const bool scores = lines.empty();
        lines.push_back(std::move(line));
        if (!scores) {
            continue;
        }
        std::vector<std::string> tasks;
        for (const RunGroup &group : comparison.groups) {
            for (const std::string &task : group.first().tasks) {
                if (std::ranges::find(tasks, task) == tasks.end()) {
                    tasks.push_back(task);
                }
            }
        }
        for (const std::string &task : tasks) {
            Line own{.name = "score", .title = "  " + task, .task = task, .unit = MeasureUnit::Share, .figures = {}};
            for (const RunGroup &group : comparison.groups) {
                own.figures.push_back(taskFigure(group, task));
            }
            lines.push_back(std::move(own));
        }
    }
    return lines;
}

/// "A", "B", ...
std::string letterOf(std::size_t group)
{
    return group < 26 ? std::string(1, static_cast<char>('A' + group)) : std::to_string(group + 1);
}

std::string seedsOf(const RunGroup &group)
{
    return commaList(group.runs, [](const ComparedRun *run) { return std::to_string(run->input.run.run.spec.seed); });
}

std::string readable(const Line &line, const GroupFigure &figure)
{
    if (!figure.value) {
        return "-";
    }
    std::string text = figureText(line.unit, *figure.value);
    if (figure.sd) {
        return text + " +- " + figureText(line.unit, *figure.sd) + " (n = " + std::to_string(figure.n) + ")";
    }
    if (figure.interval) {
        text += " [" + figureText(line.unit, figure.interval->low) + ", " +
                figureText(line.unit, figure.interval->high) + "]";
    }
    return text;
}

std::string verdict(const GroupDifference &difference)
{
    PairedDifference average = difference.average;
    std::string text = inWords(average);
    if (difference.seeds && average.significant() && !difference.significant()) {
        text += "; over " + std::to_string(difference.seeds->n) + " seeds it could be chance";
    }
    return text;
}

}  // namespace

Comparison compareRuns(const storage::Project &project, const std::vector<RunRecord> &runs)
{
    std::set<std::string> uuids;
    for (const RunRecord &run : runs) {
        if (!uuids.insert(run.uuid).second) {
            throw Error(ErrorCode::Usage, say(QT_TRANSLATE_NOOP("Sentence", "The run %1 was named twice."), run.name),
                        say(QT_TRANSLATE_NOOP("Sentence", "Name each run once.")));
        }
    }
    if (runs.size() < 2) {
        throw Error(ErrorCode::Usage, say(QT_TRANSLATE_NOOP("Sentence", "It takes two runs to compare.")),
                    say(QT_TRANSLATE_NOOP("Sentence", "Name another one; see: atlas runs PROJECT")));
    }
    Comparison comparison;
    for (const RunRecord &run : runs) {
        MeasuredRun measured = measureRun(project, run);
        comparison.runs.push_back({std::move(measured.input), std::move(measured.measures)});
    }
    comparison.groups = groupBySeed(comparison.runs);
    for (std::size_t i = 1; i < comparison.groups.size(); ++i) {
        comparison.differences.push_back(differenceOf(comparison.groups.front(), comparison.groups[i]));
    }
    return comparison;
}

std::string inWords(const PairedDifference &difference)
{
    if (difference.difference == 0 && difference.onlyFirst == 0 && difference.onlySecond == 0) {
        return "no difference";
    }
    char text[128];
    constexpr double kShown = 0.0005;  // of which a tenth of a point would be shown
    std::snprintf(text, sizeof text, "%s by %.1f points", difference.difference < 0 ? "worse" : "better",
                  100 * std::abs(difference.difference));
    std::string words = std::abs(difference.difference) < kShown ? "no difference on average" : text;
    if (difference.interval) {
        std::snprintf(text, sizeof text, " [%.1f, %.1f]", 100 * difference.interval->low,
                      100 * difference.interval->high);
        words += text;
    }
    return words + (difference.significant() ? "" : "; could be chance");
}

Json toJson(const PairedDifference &difference)
{
    return {{"value", difference.difference},
            {"interval", interval(difference.interval)},
            {"n", difference.n},
            {"only_first", difference.onlyFirst},
            {"only_second", difference.onlySecond},
            {"p", number(difference.p)},
            {"statistic", difference.statistic},
            {"significant", difference.significant()},
            {"words", inWords(difference)}};
}

Json toJson(const Comparison &comparison)
{
    Json json{{"groups", Json::array()},
              {"settings", Json::object()},
              {"figures", Json::array()},
              {"differences", Json::array()}};
    for (std::size_t i = 0; i < comparison.groups.size(); ++i) {
        const RunGroup &group = comparison.groups[i];
        Json runs = Json::array();
        for (const ComparedRun *run : group.runs) {
            const RunRecord &own = run->input.run.run;
            runs.push_back({{"run", own.uuid},
                            {"name", own.name},
                            {"seed", own.spec.seed},
                            {"status", runStatusName(own.status)}});
        }
        json["groups"].push_back({{"group", letterOf(i)},
                                  {"strategy", group.first().spec.strategy},
                                  {"tasks", group.first().tasks},
                                  {"runs", std::move(runs)}});
    }
    for (const auto &[key, values] : differingSettings(comparison.groups)) {
        json["settings"][key] = values;
    }
    for (const Line &line : linesOf(comparison)) {
        Json entry{{"figure", line.name},
                   {"task", line.task.empty() ? Json(nullptr) : Json(line.task)},
                   {"unit", measureUnitName(line.unit)},
                   {"groups", Json::array()}};
        for (const GroupFigure &figure : line.figures) {
            entry["groups"].push_back({{"value", number(figure.value)},
                                       {"sd", number(figure.sd)},
                                       {"interval", interval(figure.interval)},
                                       {"n", figure.n}});
        }
        json["figures"].push_back(std::move(entry));
    }
    for (std::size_t i = 0; i < comparison.differences.size(); ++i) {
        const GroupDifference &difference = comparison.differences[i];
        Json entry{{"group", letterOf(i + 1)},
                   {"from", letterOf(0)},
                   {"average", toJson(difference.average)},
                   {"seeds", interval(difference.seeds)},
                   {"significant", difference.significant()},
                   {"words", verdict(difference)},
                   {"tasks", Json::object()}};
        for (std::size_t task = 0; task < difference.tasks.size(); ++task) {
            entry["tasks"][difference.tasks[task]] = toJson(difference.byTask[task]);
        }
        json["differences"].push_back(std::move(entry));
    }
    return json;
}

std::string toText(const Comparison &comparison)
{
    std::vector<std::vector<std::string>> heads{{"", "strategy", "runs", "seeds"}};
    std::vector<std::string> letters{""};
    for (std::size_t i = 0; i < comparison.groups.size(); ++i) {
        const RunGroup &group = comparison.groups[i];
        std::string names;
        for (const ComparedRun *run : group.runs) {
            const RunRecord &own = run->input.run.run;
            names += (names.empty() ? "" : ", ") + own.name +
                     (own.status == RunStatus::Finished ? "" : std::string(" (") + runStatusName(own.status) + ")");
        }
        heads.push_back({letterOf(i), group.first().spec.strategy, names, seedsOf(group)});
        letters.push_back(letterOf(i));
    }
    std::string text = alignedTable(heads);
    std::vector<std::vector<std::string>> settings{letters};
    for (const auto &[key, values] : differingSettings(comparison.groups)) {
        settings.push_back({key});
        for (const std::string &value : values) {
            settings.back().push_back(value.empty() ? "-" : value);
        }
    }
    text += settings.size() > 1 ? "\nDiffering settings\n" + alignedTable(settings) : "\nThe settings are the same.\n";
    std::vector<std::vector<std::string>> figures{letters};
    for (const Line &line : linesOf(comparison)) {
        figures.push_back({line.title});
        for (const GroupFigure &figure : line.figures) {
            figures.back().push_back(readable(line, figure));
        }
    }
    text += "\n" + alignedTable(figures);
    for (std::size_t i = 0; i < comparison.differences.size(); ++i) {
        const GroupDifference &difference = comparison.differences[i];
        text += "\n" + letterOf(i + 1) + " against " + letterOf(0) + ": ";
        if (difference.tasks.empty()) {
            text += "no task that both have answered\n";
            continue;
        }
        text += verdict(difference) + "\n";
        std::vector<std::vector<std::string>> tasks;
        for (std::size_t task = 0; task < difference.tasks.size(); ++task) {
            tasks.push_back({"  " + difference.tasks[task], inWords(difference.byTask[task])});
        }
        text += alignedTable(tasks);
    }
    return text +
           "\nIntervals: 95 %; over test samples by bootstrap, over seeds by t. Differences are paired sample by "
           "sample.\n";
}

std::string toCsv(const Comparison &comparison)
{
    const auto line = [](const std::vector<std::string> &fields) {
        std::string text;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            text += (i > 0 ? "," : "") + csvField(fields[i]);
        }
        return text + "\r\n";
    };
    const auto bound = [](const std::optional<Interval> &of, double Interval::*side) {
        return of ? exactDigits((*of).*side) : std::string();
    };
    std::string text = line({"group", "strategy", "seeds", "figure", "task", "value", "sd", "low", "high", "n", "unit",
                             "significant", "words"});
    const auto name = [&](std::size_t i) {
        const RunGroup &group = comparison.groups[i];
        return std::vector<std::string>{letterOf(i), group.first().spec.strategy, seedsOf(group)};
    };
    const auto row = [&](std::size_t group, const std::vector<std::string> &rest) {
        std::vector<std::string> fields = name(group);
        fields.insert(fields.end(), rest.begin(), rest.end());
        text += line(fields);
    };
    for (const Line &own : linesOf(comparison)) {
        for (std::size_t i = 0; i < own.figures.size(); ++i) {
            const GroupFigure &figure = own.figures[i];
            row(i, {own.name, own.task, exactDigits(figure.value), exactDigits(figure.sd),
                    bound(figure.interval, &Interval::low), bound(figure.interval, &Interval::high),
                    std::to_string(figure.n), measureUnitName(own.unit), "", ""});
        }
    }
    const auto difference = [&](std::size_t group, const std::string &task, const PairedDifference &of,
                                bool significant, const std::string &words) {
        row(group, {"difference", task, exactDigits(of.difference), "", bound(of.interval, &Interval::low),
                    bound(of.interval, &Interval::high), std::to_string(of.n), measureUnitName(MeasureUnit::Points),
                    significant ? "true" : "false", words});
    };
    for (std::size_t i = 0; i < comparison.differences.size(); ++i) {
        const GroupDifference &of = comparison.differences[i];
        difference(i + 1, "", of.average, of.significant(), verdict(of));
        for (std::size_t task = 0; task < of.tasks.size(); ++task) {
            difference(i + 1, of.tasks[task], of.byTask[task], of.byTask[task].significant(), inWords(of.byTask[task]));
        }
    }
    return text;
}

}  // namespace atlas::app
