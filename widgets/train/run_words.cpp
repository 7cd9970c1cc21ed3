#include "widgets/train/run_words.h"

#include "core/scores.h"
#include "core/sentence_json.h"
#include "core/training_names.h"
#include "widgets/charts/format.h"
#include "widgets/sentence_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace atlas::widgets {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RunWords)
};

constexpr double kMicro = 1e-6;
constexpr double kEnoughProgress = 0.03;

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

QString stageWord(const std::string &stage)
{
    return inWords(stageTitle(stage));
}

QString strategyWord(const std::string &strategy)
{
    return QCoreApplication::translate("Strategy", strategyTitle(strategy).c_str());
}

QString strategyTip(const std::string &strategy)
{
    return Tr::tr("In filters and commands: %1").arg(QString::fromStdString(strategy));
}

QString messageOf(const RunRecord &run)
{
    return inWords(storedSentence(run.message));
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

}  // namespace atlas::widgets
