#include "widgets/train/run_words.h"

#include "core/scores.h"
#include "widgets/charts/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace atlas::widgets {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RunWords)
};

constexpr double kMicro = 1e-6;
constexpr double kEnoughProgress = 0.03;

/// "+3.1 points (±0.9)"
QString gainText(const DecisionRecord &decision)
{
    const QString gain = format::points(*decision.gain);
    return decision.se ? Tr::tr("%1 (±%2)").arg(gain, format::percentNumber(1.645 * *decision.se)) : gain;
}

}  // namespace

QString statusWord(RunStatus status)
{
    switch (status) {
    case RunStatus::Queued: return Tr::tr("waiting");
    case RunStatus::Running: return Tr::tr("training");
    case RunStatus::Paused: return Tr::tr("paused");
    case RunStatus::Interrupted: return Tr::tr("interrupted");
    case RunStatus::Finished: return Tr::tr("finished");
    case RunStatus::Failed: return Tr::tr("failed");
    case RunStatus::Cancelled: return Tr::tr("stopped");
    }
    return {};
}

theme::Role statusRole(RunStatus status)
{
    switch (status) {
    case RunStatus::Running: return theme::Role::Accent;
    case RunStatus::Finished: return theme::Role::Good;
    case RunStatus::Paused:
    case RunStatus::Interrupted: return theme::Role::Caution;
    case RunStatus::Failed: return theme::Role::Bad;
    case RunStatus::Queued:
    case RunStatus::Cancelled: break;
    }
    return theme::Role::Neutral;
}

QString scoreTitle(const std::string &name)
{
    const auto known = scores();
    const auto found = std::find_if(known.begin(), known.end(), [&](const Score &s) { return s.name == name; });
    return found == known.end() ? QString::fromStdString(name)
                                : QCoreApplication::translate("Score", found->title.c_str());
}

bool isOver(RunStatus status)
{
    return status != RunStatus::Queued && status != RunStatus::Running;
}

bool canResume(RunStatus status)
{
    return status == RunStatus::Paused || status == RunStatus::Interrupted || status == RunStatus::Failed ||
           status == RunStatus::Cancelled;
}

bool canStop(RunStatus status)
{
    return status == RunStatus::Queued || status == RunStatus::Running || status == RunStatus::Paused;
}

double secondsOf(const RunRecord &run, std::int64_t nowUs)
{
    if (run.startedUs <= 0) {
        return 0;
    }
    const std::int64_t end = run.status == RunStatus::Running ? nowUs : run.endedUs > 0 ? run.endedUs : run.heartbeatUs;
    return std::max(0.0, kMicro * double(end - run.startedUs));
}

QString timeLeft(const RunRecord &run, std::int64_t nowUs)
{
    const double seconds = secondsOf(run, nowUs);
    if (run.status != RunStatus::Running || run.progress < kEnoughProgress || seconds <= 0) {
        return {};
    }
    return Tr::tr("%1 left").arg(format::duration(seconds * (1 - run.progress) / run.progress));
}

QString decisionSentence(const DecisionRecord &decision, const QString &task)
{
    if (decision.decision == "first") {
        return Tr::tr("%1 is the first task: there was nothing to reuse, so it learned an adapter.").arg(task);
    }
    if (decision.decision == "reuse") {
        return decision.gain ? Tr::tr("Reuse is enough for %1: an adapter of its own would bring %2. Reused.")
                                   .arg(task, gainText(decision))
                             : Tr::tr("%1 works with the adapters of earlier tasks. Reused.").arg(task);
    }
    return decision.gain ? Tr::tr("%1 gains %2 from an adapter of its own. Expanded.").arg(task, gainText(decision))
                         : Tr::tr("%1 got an adapter of its own. Expanded.").arg(task);
}

}  // namespace atlas::widgets
