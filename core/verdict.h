#pragma once

#include "core/comparison.h"
#include "core/targets.h"

namespace atlas {

enum class Verdict { Go, NoGo, Undecided };

const char *verdictName(Verdict verdict) noexcept;  ///< "go", "no_go", "undecided"

enum class Outcome { Met, Missed, Unknown };

const char *outcomeName(Outcome outcome) noexcept;  ///< "met", "missed", "unknown"

/// One target against what was measured.
struct Check {
    Target target;
    Outcome outcome = Outcome::Unknown;
    Measured measured;
    bool chance = false;   ///< the interval holds the figure that was asked: other samples might say otherwise
    double shortfall = 0;  ///< by how much it is missed; negative = to spare. Shares in points, the rest as a share of
                           ///< what was asked
};

/// Whether a run may serve, and why.
struct Ruling {
    Verdict verdict = Verdict::Undecided;
    Lack lack = Lack::None;     ///< why nothing is decided, where that is not for want of a figure
    std::vector<Check> checks;  ///< worst first: missed for certain, missed, unknown, met; scores before costs

    /// Those with that outcome.
    std::int64_t count(Outcome outcome) const;
};

/// Go where every target is met, NoGo where one is missed, Undecided where the run is not finished, nothing is asked,
/// or a figure is missing and none is missed. The measured figure decides; chance is told beside it.
Ruling judge(const Targets &targets, const ComparedRun &run, const JudgeContext &context = {});

/// A figure held against what is asked of it.
Check hold(const Target &target, const Measured &measured);

/// The verdict over checks that were made.
Ruling judge(std::vector<Check> checks, RunStatus status);

/// What a target of that kind and task would be held against.
struct TargetFigure {
    std::string kind;
    std::string task;
    Measured measured;
};

/// For everything that can be asked of the run, asked or not: tasks in their order, then the whole model.
std::vector<TargetFigure> targetFigures(const ComparedRun &run, const JudgeContext &context = {});

/// What becomes of one task when a run takes the place of the one in production.
struct TaskChange {
    std::string task;                        ///< as the one in production calls it
    std::optional<double> before;            ///< score by the task's metric
    std::optional<double> after;             ///< nullopt where the new run did not learn it
    std::optional<PairedDifference> paired;  ///< over the test samples that both answered; nullopt = there are none

    /// after - before.
    std::optional<double> difference() const;
};

/// Every task of the one in production, the greatest loss first; a task that would be lost stands before all.
/// A newer version of a task stands for it.
std::vector<TaskChange> changesAgainst(const ComparedRun &production, const ComparedRun &run);

}  // namespace atlas
