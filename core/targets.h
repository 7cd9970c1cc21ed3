#pragma once

#include "core/intervals.h"
#include "core/measure.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace atlas {

struct ComparedRun;

/// One thing that is asked of a model before it may serve.
struct Target {
    std::string kind;  ///< name of a TargetKind
    std::string task;  ///< empty where the kind is one of the whole model
    double asked = 0;  ///< in the unit of its kind; shares and drops in [0, 1]

    bool operator==(const Target &) const = default;
};

/// Everything that is asked; what is not in the list is not asked.
using Targets = std::vector<Target>;

/// Why there is no figure, or no verdict.
enum class Lack {
    None,
    NotFinished,      ///< the run is queued, being trained, or ended early
    NothingAsked,     ///< there is no target
    NotInRun,         ///< the run did not learn the task
    NotMeasured,      ///< the run is to measure it and has not
    LearnedTogether,  ///< no score from the moment the task was learned: all tasks were learned at once
    NoRate,           ///< what an hour of the machine costs was not given
    DroppedTask       ///< the version in production knows a task that this run did not learn
};

const char *lackName(Lack lack) noexcept;  ///< "not_finished", ...; "" for None

/// A figure that a target is held against, or why there is none.
struct Measured {
    std::optional<double> value = {};
    std::optional<Interval> interval = {};  ///< over test samples, 95 %
    std::int64_t n = 0;                     ///< test samples; 0 = not a figure of samples
    std::string task = {};                  ///< whose figure it is, where the worst of all is asked
    Lack lack = Lack::None;
};

/// What a run is judged with besides itself.
struct JudgeContext {
    const ComparedRun *production = nullptr;  ///< the run that serves now; null = none
    std::optional<double> machineRate = {};   ///< money for an hour of training, as typed
};

/// Something that can be asked. Texts are English, translatable in context "Target".
struct TargetKind {
    std::string name;   ///< "minimum", stable: the key in the database and in JSON
    std::string title;  ///< "Score at least"
    std::string help;
    MeasureUnit unit = MeasureUnit::Share;
    bool money = false;  ///< counted in money; `unit` says nothing then
    Better better = Better::Higher;
    bool perTask = false;  ///< asked of one task
    Measured (*measure)(const ComparedRun &run, const JudgeContext &context, const std::string &task) = nullptr;
};

/// The registry: minimum, drop (per task); average, worst_drop, production_drop, bytes_added, train_seconds, money,
/// answer_ms. In the order of lists.
std::span<const TargetKind> targetKinds();

/// Errors: Usage, naming the kinds there are.
const TargetKind &targetKind(const std::string &name);

/// The one of that kind and task.
const Target *findTarget(const Targets &targets, const std::string &kind, const std::string &task = {});

/// Sets it, or takes it out of the list.  Errors: Usage (no such kind; a task where none belongs, or none where one
/// does), BadInput (not a number, less than 0, more than 1 for a share).
void setTarget(Targets &targets, const std::string &kind, const std::string &task, std::optional<double> asked);

/// A proposal: every task's score of this run less `points`, the average likewise. Only what was measured.
Targets targetsFrom(const ComparedRun &run, double points);

}  // namespace atlas
