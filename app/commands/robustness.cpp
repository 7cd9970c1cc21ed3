#include "app/commands/commands.h"
#include "app/commands/terminal_observer.h"
#include "app/commands/training.h"
#include "app/run_answers.h"
#include "core/csv.h"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace atlas::app {
namespace {

struct Options {
    std::filesystem::path project;
    std::string run;
    RobustnessPlan plan;
    bool csv = false;
};

nlohmann::ordered_json toJson(const RunRecord &run, const std::vector<TaskRobustness> &measured)
{
    nlohmann::ordered_json json{{"run", run.uuid}, {"curves", nlohmann::ordered_json::array()}};
    for (const TaskRobustness &task : measured) {
        for (const RobustnessCurve &curve : task.curves) {
            nlohmann::ordered_json one{{"task", task.task},
                                       {"perturbation", curve.perturbation},
                                       {"metric", curve.score},
                                       {"seed", curve.seed},
                                       {"holds_up_to", holdsUpTo(curve)}};
            for (const RobustnessPoint &point : curve.points) {
                one["points"].push_back({{"strength", point.strength},
                                         {"score", point.score},
                                         {"low", point.low},
                                         {"high", point.high},
                                         {"confidence", point.confidence},
                                         {"n", point.n}});
            }
            if (const auto &turned = curve.turned) {
                one["turned_first"] = {{"sample", turned->sample}, {"strength", turned->strength},
                                       {"before", turned->before}, {"confidence_before", turned->confidenceBefore},
                                       {"after", turned->after},   {"confidence_after", turned->confidenceAfter}};
            }
            json["curves"].push_back(std::move(one));
        }
    }
    return json;
}

std::string toCsv(const std::vector<TaskRobustness> &measured)
{
    std::string csv = "task,perturbation,strength,metric,score,low,high,confidence,n\r\n";
    for (const TaskRobustness &task : measured) {
        for (const RobustnessCurve &curve : task.curves) {
            for (const RobustnessPoint &point : curve.points) {
                csv += csvField(task.task) + "," + curve.perturbation + "," + exactDigits(point.strength) + "," +
                       curve.score + "," + exactDigits(point.score) + "," + exactDigits(point.low) + "," +
                       exactDigits(point.high) + "," + exactDigits(point.confidence) + "," + std::to_string(point.n) +
                       "\r\n";
            }
        }
    }
    return csv;
}

std::string toText(const std::vector<TaskRobustness> &measured, const std::vector<PerturbationInfo> &known)
{
    std::string text;
    char line[160];
    for (const TaskRobustness &task : measured) {
        text += task.task + "\n";
        for (const RobustnessCurve &curve : task.curves) {
            for (const PerturbationInfo &info : known) {
                if (info.name == curve.perturbation) {
                    text += "  " + info.title + ", " + info.unit + " (n = " + std::to_string(curve.points.front().n) +
                            ")\n";
                }
            }
            for (const RobustnessPoint &point : curve.points) {
                std::snprintf(line, sizeof line, "    %6g  %5.1f %%  (%.1f to %.1f %%)  confidence %5.1f %%\n",
                              point.strength, 100 * point.score, 100 * point.low, 100 * point.high,
                              100 * point.confidence);
                text += line;
            }
            std::snprintf(line, sizeof line, "    stays within %g points up to %g\n", 100 * kNoticeableFall,
                          holdsUpTo(curve));
            text += line;
        }
    }
    return text;
}

}  // namespace

void declareRobustness(CLI::App &app, CommandContext &context)
{
    auto options = std::make_shared<Options>();
    CLI::App &command = addCommand(
        app, context, "robustness", "Measure how a run's answers hold when samples get worse", [options, &context] {
            const auto project = openForWriting(options->project);
            const RunRecord run = findRun(*project, options->run);
            TerminalObserver observer;
            const std::vector<TaskRobustness> measured =
                measureRobustness(context.engine(), *project, run, options->plan, observer, context.stop());
            context.answer(toJson(run, measured),
                           options->csv ? toCsv(measured) : toText(measured, context.engine().info().perturbations));
        });
    command.add_option("PROJECT", options->project, "Project folder")->required();
    command.add_option("RUN", options->run, "Run: uuid, its start, name or number")->required();
    command.add_option("--task", options->plan.tasks, "Task to try, once for each; left out, all of the run")
        ->allow_extra_args(false);
    command
        .add_option("--perturbation", options->plan.perturbations,
                    "How samples get worse, by name; left out, every way that a task's samples allow")
        ->delimiter(',')
        ->allow_extra_args(false);
    command.add_option("--max-samples", options->plan.limit, "Test samples of each task at most; 0 = all")
        ->capture_default_str()
        ->check(CLI::NonNegativeNumber);
    command.add_option("--seed", options->plan.seed, "The same seed changes samples the same way")
        ->capture_default_str();
    command.add_flag("--csv", options->csv, "Print the points as CSV, with all digits")
        ->excludes(command.get_option("--json"));
}

}  // namespace atlas::app
