#include "core/run_origin.h"

#include "core/error.h"
#include "core/registry.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <algorithm>
#include <array>

namespace atlas {

std::span<const OriginKind> originKinds()
{
    static const std::array<OriginKind, 4> kinds{{
        {.name = "transfer",
         .help = QT_TRANSLATE_NOOP("Origin", "Another task is learned on top of what the run knows, as if it had been "
                                             "the next one of its sequence."),
         .newVersion = false},
        {.name = "head",
         .help = QT_TRANSLATE_NOOP("Origin", "Only the task's head and its queries are learned anew; adapters stay."),
         .replaces = true},
        {.name = "version",
         .help = QT_TRANSLATE_NOOP("Origin", "The task is learned once more on top of what the run knows, as a task of "
                                             "its own beside its older version.")},
        {.name = "scratch",
         .help = QT_TRANSLATE_NOOP("Origin", "The task is learned alone, without what the run knows: for comparison."),
         .takesOver = false},
    }};
    return kinds;
}

const OriginKind &originKind(const std::string &name)
{
    return findNamed(originKinds(), name, say(QT_TRANSLATE_NOOP("Sentence", "way to go on from a run")));
}

void requireFinished(const RunRecord &run)
{
    if (run.status != RunStatus::Finished) {
        throw Error(
            ErrorCode::Usage,
            say(QT_TRANSLATE_NOOP("Sentence", "The run %1 is %2, but only a finished run can be gone on from."),
                run.name, say(runStatusName(run.status))),
            say(QT_TRANSLATE_NOOP("Sentence", "Resume it first: atlas resume PROJECT %1"), run.uuid.substr(0, 8)));
    }
}

DerivedRun deriveRun(const RunRecord &parent, const OriginKind &kind, const Task &task, const std::string &older)
{
    requireFinished(parent);
    const auto place = std::ranges::find(parent.tasks, older);
    if (std::ranges::find(parent.tasks, task.name) != parent.tasks.end()) {
        throw Error(
            ErrorCode::Usage,
            say(QT_TRANSLATE_NOOP("Sentence", "The run %1 has learned the task %2 already."), parent.name, task.name),
            say(QT_TRANSLATE_NOOP("Sentence", "Name a task outside its sequence.")));
    }
    if (kind.newVersion && place == parent.tasks.end()) {
        throw Error(
            ErrorCode::Usage,
            say(QT_TRANSLATE_NOOP("Sentence", "The run %1 has not learned the task \"%2\"."), parent.name, older),
            say(QT_TRANSLATE_NOOP("Sentence", "Name one of its tasks; see: atlas results PROJECT %1"),
                parent.uuid.substr(0, 8)));
    }
    DerivedRun run{.spec = parent.spec, .tasks = {}};
    run.spec.origin = {.run = parent.uuid, .how = kind.name};
    if (kind.takesOver) {
        run.tasks = parent.tasks;
        run.spec.origin.learned = static_cast<int>(parent.tasks.size());
        run.spec.sequence = parent.spec.sequence + " + " + task.name;
    } else {
        run.spec.sequence = task.name;
    }
    if (kind.replaces) {
        run.spec.origin.replaced = static_cast<int>(place - parent.tasks.begin());
        run.tasks[static_cast<std::size_t>(run.spec.origin.replaced)] = task.name;
    } else {
        run.tasks.push_back(task.name);
    }
    return run;
}

int learnedPlace(const RunSpec &spec, std::size_t tasks)
{
    return spec.origin.replaced >= 0 ? spec.origin.replaced : static_cast<int>(tasks) - 1;
}

}  // namespace atlas
