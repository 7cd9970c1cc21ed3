#include "core/verdict.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace atlas {
namespace {

constexpr double kRounding = 1e-9;  ///< 0.9 - 0.8 is not to miss 0.1

bool isShare(const TargetKind &kind)
{
    return !kind.money && (kind.unit == MeasureUnit::Share || kind.unit == MeasureUnit::Points);
}

double shortfallOf(const TargetKind &kind, double asked, double measured)
{
    const double missing = kind.better == Better::Higher ? asked - measured : measured - asked;
    if (isShare(kind)) {
        return missing;
    }
    return asked > 0 ? missing / asked : missing;
}

/// Smaller is worse.
auto rank(const Check &check)
{
    const int outcome = check.outcome == Outcome::Missed    ? (check.chance ? 1 : 0)
                        : check.outcome == Outcome::Unknown ? 2
                        : check.chance                      ? 3
                                                            : 4;
    return std::tuple(outcome, isShare(targetKind(check.target.kind)) ? 0 : 1, -check.shortfall);
}

Verdict verdictOf(const Ruling &ruling)
{
    if (ruling.lack != Lack::None) {
        return Verdict::Undecided;
    }
    if (ruling.count(Outcome::Missed) > 0) {
        return Verdict::NoGo;
    }
    return ruling.count(Outcome::Unknown) > 0 ? Verdict::Undecided : Verdict::Go;
}

/// The place of a task, or of its newest version, in a run; -1 where it has neither.
int placeOf(const RunResults &run, const std::string &task)
{
    std::string name = task;
    int place = -1;
    for (std::size_t i = 0; i < run.tasks.size(); ++i) {
        if (run.tasks[i].name == task || (!run.tasks[i].previous.empty() && run.tasks[i].previous == name)) {
            name = run.tasks[i].name;
            place = static_cast<int>(i);
        }
    }
    return place;
}

const std::vector<Prediction> *answersOf(const ComparedRun &run, int place)
{
    const auto &answers = run.input.answers;
    return place >= 0 && place < static_cast<int>(answers.size()) ? &answers[static_cast<std::size_t>(place)] : nullptr;
}

}  // namespace

const char *verdictName(Verdict verdict) noexcept
{
    switch (verdict) {
    case Verdict::Go: return "go";
    case Verdict::NoGo: return "no_go";
    case Verdict::Undecided: break;
    }
    return "undecided";
}

const char *outcomeName(Outcome outcome) noexcept
{
    switch (outcome) {
    case Outcome::Met: return "met";
    case Outcome::Missed: return "missed";
    case Outcome::Unknown: break;
    }
    return "unknown";
}

std::int64_t Ruling::count(Outcome outcome) const
{
    return std::ranges::count(checks, outcome, &Check::outcome);
}

Check hold(const Target &target, const Measured &measured)
{
    const TargetKind &kind = targetKind(target.kind);
    Check check{.target = target, .measured = measured};
    if (!measured.value || !std::isfinite(*measured.value)) {
        check.measured.value.reset();
        check.measured.lack = measured.lack == Lack::None ? Lack::NotMeasured : measured.lack;
        return check;
    }
    check.shortfall = shortfallOf(kind, target.asked, *measured.value);
    check.outcome = check.shortfall > kRounding ? Outcome::Missed : Outcome::Met;
    if (const auto &interval = measured.interval) {
        // Met for certain where even the worse end is enough, missed for certain where even the better end is not.
        const bool higher = kind.better == Better::Higher;
        const double worse = shortfallOf(kind, target.asked, higher ? interval->low : interval->high);
        const double better = shortfallOf(kind, target.asked, higher ? interval->high : interval->low);
        check.chance = check.outcome == Outcome::Met ? worse > kRounding : better <= kRounding;
    }
    return check;
}

Ruling judge(std::vector<Check> checks, RunStatus status)
{
    Ruling ruling{.checks = std::move(checks)};
    std::ranges::stable_sort(ruling.checks, {}, rank);
    if (status != RunStatus::Finished) {
        ruling.lack = Lack::NotFinished;
    } else if (ruling.checks.empty()) {
        ruling.lack = Lack::NothingAsked;
    }
    ruling.verdict = verdictOf(ruling);
    return ruling;
}

Ruling judge(const Targets &targets, const ComparedRun &run, const JudgeContext &context)
{
    std::vector<Check> checks;
    for (const Target &target : targets) {
        checks.push_back(hold(target, targetKind(target.kind).measure(run, context, target.task)));
    }
    return judge(std::move(checks), run.input.run.run.status);
}

std::vector<TargetFigure> targetFigures(const ComparedRun &run, const JudgeContext &context)
{
    std::vector<TargetFigure> figures;
    for (const bool perTask : {true, false}) {
        for (const TargetKind &kind : targetKinds()) {
            if (kind.perTask != perTask) {
                continue;
            }
            for (const std::string &task : perTask ? run.input.run.run.tasks : std::vector<std::string>{{}}) {
                figures.push_back({kind.name, task, kind.measure(run, context, task)});
            }
        }
    }
    return figures;
}

std::optional<double> TaskChange::difference() const
{
    return before && after ? std::optional(*after - *before) : std::nullopt;
}

std::vector<TaskChange> changesAgainst(const ComparedRun &production, const ComparedRun &run)
{
    const RunResults &old = production.input.run;
    const RunResults &fresh = run.input.run;
    std::vector<TaskChange> changes;
    for (std::size_t i = 0; i < old.run.tasks.size(); ++i) {
        const int before = static_cast<int>(i);
        const int after = placeOf(fresh, old.run.tasks[i]);
        TaskChange change{.task = old.run.tasks[i],
                          .before = old.score(old.learned() - 1, before),
                          .after = fresh.score(fresh.learned() - 1, after),
                          .paired = {}};
        const auto *first = answersOf(production, before);
        const auto *second = answersOf(run, after);
        if (first != nullptr && second != nullptr) {
            if (PairedDifference paired = pairedDifference(*first, *second); paired.n > 0) {
                change.paired = std::move(paired);
            }
        }
        changes.push_back(std::move(change));
    }
    std::ranges::stable_sort(changes, {}, [](const TaskChange &change) {
        return std::pair(change.after.has_value(), change.difference().value_or(0));
    });
    return changes;
}

}  // namespace atlas
