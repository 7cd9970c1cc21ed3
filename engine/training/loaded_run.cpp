#include "engine/training/loaded_run.h"

#include "core/error.h"
#include "core/hash.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/training/precision.h"
#include "engine/training/run_folder.h"
#include "engine/training/strategy_registry.h"
#include "engine/training/task_package.h"

#include <algorithm>

namespace atlas::engine {

std::vector<std::string> learnedTasks(const std::filesystem::path &modelFolder, const std::vector<Task> &tasks)
{
    std::vector<std::string> learned;
    for (const Task &task : tasks) {
        if (!std::filesystem::exists(packageFile(modelFolder, task.name))) {
            break;
        }
        learned.push_back(task.name);
    }
    return learned;
}

std::size_t placeOf(const std::vector<Task> &tasks, const std::string &name)
{
    const auto found = std::ranges::find(tasks, name, &Task::name);
    if (found == tasks.end()) {
        throw Error(ErrorCode::Usage, say(QT_TRANSLATE_NOOP("Sentence", "The run has no task \"%1\"."), name),
                    say(QT_TRANSLATE_NOOP("Sentence", "Name one of the tasks of its sequence.")));
    }
    return static_cast<std::size_t>(found - tasks.begin());
}

LoadedRun loadRun(const std::filesystem::path &backboneFolder, const std::filesystem::path &modelFolder,
                  const std::vector<Task> &tasks, std::size_t wanted, const std::string &precision)
{
    const std::vector<std::string> learned = learnedTasks(modelFolder, tasks);
    if (learned.size() <= wanted) {
        throw Error(ErrorCode::NotFound,
                    learned.empty() ? say(QT_TRANSLATE_NOOP("Sentence", "This run has not learned any task yet."))
                                    : say(QT_TRANSLATE_NOOP("Sentence", "This run has not learned the task %1 yet."),
                                          tasks[wanted].name),
                    say(QT_TRANSLATE_NOOP("Sentence", "Wait until it is trained, or resume the run.")));
    }
    const PackageInfo info = readPackageInfo(packageFile(modelFolder, learned.front()));
    const StrategyDescription &description = strategyDescription(info.strategy);
    LoadedRun run{.backbone = loadBackbone(backboneFolder),
                  .strategy = description.make(Settings(settingsOf(description), info.settings)),
                  .model = {.bank = AdapterBank(info.width, info.bottleneck, info.layers)},
                  .packages = {}};
    const ComputePlace place = choosePlace("auto", precision);
    run.backbone->to(place.device, place.bf16);
    if (const std::optional<int> lowest = run.strategy->lowestTunedLayer(run.backbone->config().layers)) {
        run.model.tuned = TunedWeights(*run.backbone, *lowest);
    }
    installPackages(modelFolder, learned, static_cast<int>(learned.size()), *run.backbone,
                    run.strategy->answersWithNewest(), run.model);
    run.model.to(place.device);
    Sha256 hash;
    hash.add(run.backbone->sha256());
    for (const std::string &task : learned) {
        hash.add(sha256OfFile(packageFile(modelFolder, task)));
    }
    run.packages = hash.hex();
    return run;
}

}  // namespace atlas::engine
