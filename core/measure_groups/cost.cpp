#include "core/measure_groups/groups.h"
#include "core/translatable.h"

#include <algorithm>

namespace atlas::measure_groups {
namespace {

/// One number of each learned task's cost, joined by `join` over the tasks.
template <typename Number, typename Join>
auto ofCosts(Number TaskCost::*number, Join join)
{
    return [number, join](const MeasureContext &context) {
        MeasureResult result;
        double all = 0;
        for (const TaskCost &cost : context.input().run.costs) {
            const auto value = static_cast<double>(cost.*number);
            result.tasks.push_back({value, {}});
            all = join(all, value);
        }
        result.value = all;
        return result;
    };
}

double sum(double a, double b)
{
    return a + b;
}

double most(double a, double b)
{
    return std::max(a, b);
}

MeasureResult samplesPerSecond(const MeasureContext &context)
{
    MeasureResult result;
    double samples = 0;
    double seconds = 0;
    for (const TaskCost &cost : context.input().run.costs) {
        result.tasks.push_back({cost.samplesPerSecond, {}});
        samples += cost.samplesPerSecond * cost.trainSeconds;
        seconds += cost.trainSeconds;
    }
    if (seconds > 0) {
        result.value = samples / seconds;
    }
    return result;
}

MeasureResult evaluationTime(const MeasureContext &context)
{
    double seconds = 0;
    double samples = 0;
    for (const AccuracyCell &cell : context.input().run.cells) {
        if (cell.afterTask < 0) {
            continue;  // before learning: not an evaluation of this run
        }
        seconds += cell.secondsPerSample * static_cast<double>(cell.n);
        samples += static_cast<double>(cell.n);
    }
    MeasureResult result;
    result.n = static_cast<std::int64_t>(samples);
    if (samples > 0) {
        result.value = 1000 * seconds / samples;
    }
    return result;
}

}  // namespace

std::vector<Measure> cost()
{
    return {
        {.name = "adapter_parameters",
         .title = QT_TRANSLATE_NOOP("Measure", "Adapter parameters"),
         .formula = "sum_i adapters and gates of task i",
         .help = QT_TRANSLATE_NOOP("Measure", "Numbers that the tasks added to the network, without their heads."),
         .unit = MeasureUnit::Parameters,
         .better = Better::Lower,
         .needs = {&kCosts},
         .compute = ofCosts(&TaskCost::adapterParameters, sum)},
        {.name = "head_parameters",
         .title = QT_TRANSLATE_NOOP("Measure", "Head parameters"),
         .formula = "sum_i head of task i",
         .help = QT_TRANSLATE_NOOP("Measure", "Numbers in the tasks' heads, which every strategy needs."),
         .unit = MeasureUnit::Parameters,
         .better = Better::Lower,
         .needs = {&kCosts},
         .compute = ofCosts(&TaskCost::headParameters, sum)},
        {.name = "bytes_added",
         .title = QT_TRANSLATE_NOOP("Measure", "Size added"),
         .formula = "sum_i size of task i's package",
         .help = QT_TRANSLATE_NOOP("Measure", "What the tasks' packages take on disk. The backbone is shared and not "
                                              "counted."),
         .unit = MeasureUnit::Bytes,
         .better = Better::Lower,
         .needs = {&kCosts},
         .compute = ofCosts(&TaskCost::bytesAdded, sum)},
        {.name = "train_seconds",
         .title = QT_TRANSLATE_NOOP("Measure", "Training time"),
         .formula = "sum_i training of task i, with validation within it",
         .help = QT_TRANSLATE_NOOP("Measure", "Of the clock of the machine it was trained on."),
         .unit = MeasureUnit::Seconds,
         .better = Better::Lower,
         .needs = {&kCosts},
         .compute = ofCosts(&TaskCost::trainSeconds, sum)},
        {.name = "samples_per_second",
         .title = QT_TRANSLATE_NOOP("Measure", "Training speed"),
         .formula = "sum_i samples of task i / sum_i seconds of task i",
         .help = QT_TRANSLATE_NOOP("Measure", "Training samples a second, each task weighted by its time."),
         .unit = MeasureUnit::PerSecond,
         .needs = {&kCosts},
         .compute = samplesPerSecond,
         .undefined = QT_TRANSLATE_NOOP("Measure", "No training time was measured.")},
        {.name = "peak_memory_bytes",
         .title = QT_TRANSLATE_NOOP("Measure", "Peak memory"),
         .formula = "max_i memory while task i was learned",
         .help = QT_TRANSLATE_NOOP("Measure", "The most memory the process held while a task was being learned."),
         .unit = MeasureUnit::Bytes,
         .better = Better::Lower,
         .needs = {&kCosts},
         .compute = ofCosts(&TaskCost::peakMemoryBytes, most)},
        {.name = "evaluate_ms_per_sample",
         .title = QT_TRANSLATE_NOOP("Measure", "Time for an answer"),
         .formula = "1000 sum_cells seconds / sum_cells n",
         .help = QT_TRANSLATE_NOOP("Measure", "Milliseconds of an evaluation for one test sample, in batches."),
         .unit = MeasureUnit::Milliseconds,
         .better = Better::Lower,
         .needs = {&kLearnedOne},
         .compute = evaluationTime},
    };
}

}  // namespace atlas::measure_groups
