#pragma once

#include "core/intervals.h"
#include "core/score_table.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace atlas {

/// What a figure is counted in.
enum class MeasureUnit {
    Share,        ///< 0..1, shown as %
    Points,       ///< difference of two shares, shown as percentage points
    Percent,      ///< of a reference, already times 100
    Ratio,        ///< of two figures, 1 = equal
    Parameters,   ///< numbers that training may change
    Bytes,        ///< of disk or memory
    Seconds,      ///< of the clock
    PerSecond,    ///< samples a second
    Milliseconds  ///< for one sample
};

const char *measureUnitName(MeasureUnit unit) noexcept;  ///< "share", "points", "percent", ...

enum class Better { Higher, Lower, Neither };

class MeasureContext;

/// What must be there before a measure can be computed, and what to say while it is not.
struct Requirement {
    const char *name;    ///< what is needed: "a joint run"; English, translatable in context "Measure"
    const char *reason;  ///< why there is no figure and what would give one; the same
    bool (*met)(const MeasureContext &context);
};

/// What a measure says of one task.
struct TaskValue {
    std::optional<double> value;
    std::vector<double> classes;  ///< one figure per class, where the measure has such
};

/// A figure, or why there is none.
struct MeasureResult {
    std::optional<double> value = {};
    std::string reason = {};                ///< set when there is no value; translatable in context "Measure"
    std::optional<Interval> interval = {};  ///< over samples
    std::optional<Interval> seeds = {};     ///< over the seeds this run was repeated with
    std::int64_t n = 0;                     ///< what the value stands on: test samples; 0 = not a figure of samples
    std::vector<TaskValue> tasks = {};      ///< per task, where the measure is one of tasks
    std::vector<std::vector<double>> table = {};  ///< rows, where the measure is a curve: (share of the labels, score)
};

/// A measure as the registry describes it. Either of the score table (then its intervals follow by themselves) or of
/// anything else (compute).
struct Measure {
    std::string name = {};     ///< "average_accuracy", stable: the key in JSON
    std::string title = {};    ///< English, translatable in `context`
    std::string formula = {};  ///< the same in every language
    std::string help = {};     ///< in words, likewise
    MeasureUnit unit = MeasureUnit::Share;
    Better better = Better::Higher;
    std::vector<const Requirement *> needs = {};
    bool perTask = false;  ///< the list over tasks is the figure, the value its mean

    std::function<std::optional<double>(const ScoreTable &)> value = {};  ///< without it: the mean over `tasks`
    std::function<std::vector<std::optional<double>>(const ScoreTable &)> tasks = {};
    std::function<MeasureResult(const MeasureContext &)> compute = {};
    const char *context = "Measure";  ///< of title and help
    const char *undefined = "";       ///< the reason when all is there and the figure still has no meaning
};

/// What all measures of a run share: tables are made once.
class MeasureContext {
public:
    explicit MeasureContext(const MeasureInput &input);

    const MeasureInput &input() const { return m_input; }
    const ScoreTable &table() const { return m_table; }
    const std::vector<ScoreTable> &resampled() const { return m_resampled; }
    const std::vector<ScoreTable> &seeds() const { return m_seeds; }  ///< this run's first; empty when it is alone

private:
    const MeasureInput &m_input;
    ScoreTable m_table;
    std::vector<ScoreTable> m_resampled;
    std::vector<ScoreTable> m_seeds;
};

/// The registry, in the order of lists and exports: core/measure_groups/groups.h.
std::span<const Measure> measures();

/// Errors: Usage, naming the measures there are.
const Measure &measure(const std::string &name);

/// One result for each measure of the registry. Up to a second for large test splits: never on the GUI thread.
std::vector<MeasureResult> computeMeasures(const MeasureInput &input);

}  // namespace atlas
