#include "core/targets.h"

#include "core/comparison.h"
#include "core/error.h"
#include "core/registry.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "core/verdict.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace atlas {
namespace {

int placeOf(const RunResults &run, const std::string &task)
{
    const auto found = std::ranges::find(run.run.tasks, task);
    return found == run.run.tasks.end() ? -1 : static_cast<int>(found - run.run.tasks.begin());
}

Measured lacking(Lack lack, const std::string &task = {})
{
    return {.task = task, .lack = lack};
}

/// Every task has been learned and tested.
bool whole(const RunResults &run)
{
    return !run.run.tasks.empty() && run.learned() == static_cast<int>(run.run.tasks.size());
}

std::int64_t testSamples(const RunResults &run, int place)
{
    const AccuracyCell *cell = run.cell(run.learned() - 1, place);
    return cell != nullptr ? cell->n : 0;
}

Measured scoreOf(const ComparedRun &run, const JudgeContext & /*context*/, const std::string &task)
{
    const RunResults &results = run.input.run;
    const int place = placeOf(results, task);
    if (place < 0) {
        return lacking(Lack::NotInRun);
    }
    if (!whole(results)) {
        return lacking(Lack::NotMeasured);
    }
    GroupFigure figure = taskFigure({{&run}}, task);
    return {.value = figure.value, .interval = std::move(figure.interval), .n = testSamples(results, place)};
}

/// Score when it was learned less the score now; the interval is paired, sample by sample.
Measured dropOf(const ComparedRun &run, const JudgeContext & /*context*/, const std::string &task)
{
    const RunResults &results = run.input.run;
    const int place = placeOf(results, task);
    if (place < 0) {
        return lacking(Lack::NotInRun);
    }
    const std::optional<double> now = whole(results) ? results.score(results.learned() - 1, place) : std::nullopt;
    if (!now) {
        return lacking(Lack::NotMeasured);
    }
    const std::optional<double> learned = results.score(place, place);
    if (!learned) {
        return lacking(Lack::LearnedTogether);
    }
    Measured drop{.value = *learned - *now, .n = testSamples(results, place)};
    const auto at = static_cast<std::size_t>(place);
    if (at < run.input.samples.size() && place + 1 < results.learned()) {
        const auto &rows = run.input.samples[at].rows;
        if (!rows.empty() && !rows.front().empty() && rows.front().size() == rows.back().size()) {
            drop.interval = pairedDifference(rows.back(), rows.front()).interval;
        }
    }
    return drop;
}

Measured averageOf(const ComparedRun &run, const JudgeContext & /*context*/, const std::string & /*task*/)
{
    const RunResults &results = run.input.run;
    if (!whole(results)) {
        return lacking(Lack::NotMeasured);
    }
    Measured average{.value = averageAccuracy(results.matrix())};
    for (int place = 0; place < results.learned(); ++place) {
        average.n += testSamples(results, place);
    }
    const auto at = static_cast<std::size_t>(&measure("average_accuracy") - measures().data());
    if (at < run.measures.size()) {
        average.interval = run.measures[at].interval;
    }
    return average;
}

/// The drop of the task that lost most. Where one cannot be told, neither can the worst.
Measured worstDrop(const ComparedRun &run, const JudgeContext &context, const std::string & /*task*/)
{
    Measured worst = lacking(Lack::NotMeasured);
    for (const std::string &task : run.input.run.run.tasks) {
        Measured drop = dropOf(run, context, task);
        drop.task = task;
        if (!drop.value) {
            return drop;
        }
        if (!worst.value || *drop.value > *worst.value) {
            worst = std::move(drop);
        }
    }
    return worst;
}

/// What the task that loses most would lose against the version in production. Nothing is lost where none serves.
Measured productionDrop(const ComparedRun &run, const JudgeContext &context, const std::string & /*task*/)
{
    if (context.production == nullptr) {
        return {.value = 0};
    }
    if (!whole(run.input.run)) {
        return lacking(Lack::NotMeasured);
    }
    const std::vector<TaskChange> changes = changesAgainst(*context.production, run);
    if (changes.empty() || !changes.front().after) {
        return changes.empty() ? Measured{.value = 0} : lacking(Lack::DroppedTask, changes.front().task);
    }
    for (const TaskChange &change : changes) {
        if (!change.difference()) {
            return lacking(Lack::NotMeasured, change.task);
        }
    }
    const TaskChange &worst = changes.front();
    Measured drop{.value = -*worst.difference(), .task = worst.task};
    if (worst.paired) {
        drop.n = worst.paired->n;
        if (const auto &interval = worst.paired->interval) {
            drop.interval = Interval{
                .low = -interval->high, .high = -interval->low, .n = interval->n, .statistic = interval->statistic};
        }
    }
    return drop;
}

/// The sum over all tasks of one number of what they cost.
template <typename Number>
Measured costOf(const ComparedRun &run, Number TaskCost::*number)
{
    const RunResults &results = run.input.run;
    if (!whole(results) || results.costs.size() < results.run.tasks.size()) {
        return lacking(Lack::NotMeasured);
    }
    double sum = 0;
    for (const TaskCost &cost : results.costs) {
        sum += static_cast<double>(cost.*number);
    }
    return {.value = sum};
}

Measured bytesOf(const ComparedRun &run, const JudgeContext & /*context*/, const std::string & /*task*/)
{
    return costOf(run, &TaskCost::bytesAdded);
}

Measured secondsOf(const ComparedRun &run, const JudgeContext & /*context*/, const std::string & /*task*/)
{
    return costOf(run, &TaskCost::trainSeconds);
}

Measured moneyOf(const ComparedRun &run, const JudgeContext &context, const std::string & /*task*/)
{
    if (!context.machineRate) {
        return lacking(Lack::NoRate);
    }
    constexpr double kSecondsPerHour = 3600;
    Measured cost = costOf(run, &TaskCost::trainSeconds);
    if (cost.value) {
        *cost.value *= *context.machineRate / kSecondsPerHour;
    }
    return cost;
}

/// The mean time of the task that answers slowest.
Measured answerTime(const ComparedRun &run, const JudgeContext & /*context*/, const std::string & /*task*/)
{
    const RunResults &results = run.input.run;
    Measured slowest = lacking(Lack::NotMeasured);
    for (int place = 0; whole(results) && place < results.learned(); ++place) {
        const AccuracyCell *cell = results.cell(results.learned() - 1, place);
        if (cell == nullptr || !std::isfinite(cell->secondsPerSample) || cell->secondsPerSample <= 0) {
            return lacking(Lack::NotMeasured, results.run.tasks[static_cast<std::size_t>(place)]);
        }
        if (const double ms = 1000 * cell->secondsPerSample; !slowest.value || ms > *slowest.value) {
            slowest = {.value = ms, .n = cell->n, .task = results.run.tasks[static_cast<std::size_t>(place)]};
        }
    }
    return slowest;
}

const std::array<TargetKind, 9> &registry()
{
    static const std::array<TargetKind, 9> kinds{{
        {.name = "minimum",
         .title = QT_TRANSLATE_NOOP("Target", "Score at least"),
         .help = QT_TRANSLATE_NOOP("Target", "The task's own score on its test samples, after the last task was "
                                             "learned."),
         .perTask = true,
         .measure = scoreOf},
        {.name = "drop",
         .title = QT_TRANSLATE_NOOP("Target", "Drop at most"),
         .help = QT_TRANSLATE_NOOP("Target", "How much of its score the task may lose from when it was learned to the "
                                             "end."),
         .unit = MeasureUnit::Points,
         .better = Better::Lower,
         .perTask = true,
         .measure = dropOf},
        {.name = "average",
         .title = QT_TRANSLATE_NOOP("Target", "Average at least"),
         .help = QT_TRANSLATE_NOOP("Target", "The mean score of all tasks, after the last one was learned."),
         .measure = averageOf},
        {.name = "worst_drop",
         .title = QT_TRANSLATE_NOOP("Target", "Drop of any task at most"),
         .help = QT_TRANSLATE_NOOP("Target", "How much of its score the task that suffered most may lose."),
         .unit = MeasureUnit::Points,
         .better = Better::Lower,
         .measure = worstDrop},
        {.name = "production_drop",
         .title = QT_TRANSLATE_NOOP("Target", "Worse than in production by at most"),
         .help = QT_TRANSLATE_NOOP("Target", "How much any task may lose against the version that serves now. Nothing "
                                             "is lost while none serves."),
         .unit = MeasureUnit::Points,
         .better = Better::Lower,
         .measure = productionDrop},
        {.name = "bytes_added",
         .title = QT_TRANSLATE_NOOP("Target", "Size added at most"),
         .help = QT_TRANSLATE_NOOP("Target", "What the packages of all tasks take on disk. The backbone is shared and "
                                             "not counted."),
         .unit = MeasureUnit::Bytes,
         .better = Better::Lower,
         .measure = bytesOf},
        {.name = "train_seconds",
         .title = QT_TRANSLATE_NOOP("Target", "Training time at most"),
         .help = QT_TRANSLATE_NOOP("Target", "Of all tasks together, by the clock of the machine."),
         .unit = MeasureUnit::Seconds,
         .better = Better::Lower,
         .measure = secondsOf},
        {.name = "money",
         .title = QT_TRANSLATE_NOOP("Target", "Training cost at most"),
         .help = QT_TRANSLATE_NOOP("Target", "Training time times what an hour of the machine costs, which is typed "
                                             "among the figures of the return."),
         .money = true,
         .better = Better::Lower,
         .measure = moneyOf},
        {.name = "answer_ms",
         .title = QT_TRANSLATE_NOOP("Target", "Time for an answer at most"),
         .help = QT_TRANSLATE_NOOP("Target", "Mean time for one test sample, in batches, of the task that answers "
                                             "slowest."),
         .unit = MeasureUnit::Milliseconds,
         .better = Better::Lower,
         .measure = answerTime},
    }};
    return kinds;
}

}  // namespace

const char *lackName(Lack lack) noexcept
{
    switch (lack) {
    case Lack::None: break;
    case Lack::NotFinished: return "not_finished";
    case Lack::NothingAsked: return "nothing_asked";
    case Lack::NotInRun: return "not_in_run";
    case Lack::NotMeasured: return "not_measured";
    case Lack::LearnedTogether: return "learned_together";
    case Lack::NoRate: return "no_rate";
    case Lack::DroppedTask: return "dropped_task";
    }
    return "";
}

std::span<const TargetKind> targetKinds()
{
    return registry();
}

const TargetKind &targetKind(const std::string &name)
{
    return findNamed(targetKinds(), name, say(QT_TRANSLATE_NOOP("Sentence", "target")));
}

const Target *findTarget(const Targets &targets, const std::string &kind, const std::string &task)
{
    const auto found =
        std::ranges::find_if(targets, [&](const Target &target) { return target.kind == kind && target.task == task; });
    return found == targets.end() ? nullptr : &*found;
}

void setTarget(Targets &targets, const std::string &kind, const std::string &task, std::optional<double> asked)
{
    const TargetKind &known = targetKind(kind);
    if (known.perTask == task.empty()) {
        throw Error(
            ErrorCode::Usage,
            known.perTask
                ? say(QT_TRANSLATE_NOOP("Sentence", "The target \"%1\" is asked of one task, and none was named."),
                      kind)
                : say(QT_TRANSLATE_NOOP("Sentence", "The target \"%1\" is asked of the whole model, not of \"%2\"."),
                      kind, task),
            known.perTask ? say(QT_TRANSLATE_NOOP("Sentence", "Name a task."))
                          : say(QT_TRANSLATE_NOOP("Sentence", "Leave the task out.")));
    }
    const bool share = !known.money && (known.unit == MeasureUnit::Share || known.unit == MeasureUnit::Points);
    if (asked && (!std::isfinite(*asked) || *asked < 0 || (share && *asked > 1))) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence", "The target \"%1\" cannot be %2."), kind, *asked),
                    share ? say(QT_TRANSLATE_NOOP("Sentence", "Give a number from 0 to 1."))
                          : say(QT_TRANSLATE_NOOP("Sentence", "Give a number of 0 or more.")));
    }
    const auto same = [&](const Target &target) { return target.kind == kind && target.task == task; };
    const auto found = std::ranges::find_if(targets, same);
    if (!asked) {
        std::erase_if(targets, same);
    } else if (found != targets.end()) {
        found->asked = *asked;
    } else {
        targets.push_back({kind, task, *asked});
    }
}

Targets targetsFrom(const ComparedRun &run, double points)
{
    // Rounded down to a tenth of a point: what is shown is what is asked.
    const auto rounded = [points](double score) {
        constexpr double kTenths = 1000;
        constexpr double kSlack = 1e-9;
        return std::max(0.0, std::floor((score - points) * kTenths + kSlack) / kTenths);
    };
    Targets targets;
    for (const std::string &task : run.input.run.run.tasks) {
        if (const auto score = scoreOf(run, {}, task).value) {
            targets.push_back({"minimum", task, rounded(*score)});
        }
    }
    if (const auto average = averageOf(run, {}, {}).value) {
        targets.push_back({"average", "", rounded(*average)});
    }
    return targets;
}

}  // namespace atlas
