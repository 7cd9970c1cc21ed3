#include "engine/training/package_export.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/tensor/tensor_file.h"
#include "engine/training/loaded_run.h"
#include "engine/training/run_folder.h"
#include "engine/training/strategy_registry.h"
#include "engine/training/task_package.h"

#include <algorithm>

namespace atlas::engine {
namespace {

bool answersWithNewest(const PackageInfo &info)
{
    const StrategyDescription &description = strategyDescription(info.strategy);
    return description.make(Settings(settingsOf(description), info.settings))->answersWithNewest();
}

/// Where all tasks answer with what the newest one left, its gates, tuned weights and prompts are the task's.
void takeSharedFrom(const Package &newest, Package &package)
{
    package.info.stored = newest.info.stored;
    package.info.mixed = newest.info.mixed;
    package.info.absent = newest.info.absent;
    package.info.tuned = newest.info.tuned;
    package.info.promptPool = newest.info.promptPool;
    package.info.promptLength = newest.info.promptLength;
    package.info.promptsChosen = newest.info.promptsChosen;
    for (const auto &[key, tensor] : newest.tensors) {
        package.tensors.insert_or_assign(key, tensor);
    }
}

}  // namespace

void exportPackage(const ExportRequest &request)
{
    const std::size_t place = placeOf(request.tasks, request.task);
    const std::vector<std::string> learned = learnedTasks(request.modelFolder, request.tasks);
    if (learned.size() <= place) {
        throw Error(ErrorCode::NotFound,
                    say(QT_TRANSLATE_NOOP("Sentence", "This run has not learned the task %1 yet."), request.task),
                    say(QT_TRANSLATE_NOOP("Sentence", "Wait until it is trained, or resume the run.")));
    }
    Package package = readPackage(packageFile(request.modelFolder, request.task));
    if (answersWithNewest(package.info)) {
        takeSharedFrom(readPackage(packageFile(request.modelFolder, learned.back())), package);
    }
    package.info.kept.clear();  // what a strategy remembers for learning more is not for answering
    // An adapter stands in the package of the task that added it, and again where a later task trained it on: the last
    // one is what the run answers with.
    for (const std::string &name : learned) {
        const Package other = readPackage(packageFile(request.modelFolder, name));
        for (const int owner : other.info.stored) {
            if (std::ranges::find(package.info.mixed, owner) == package.info.mixed.end()) {
                continue;
            }
            if (std::ranges::find(package.info.stored, owner) == package.info.stored.end()) {
                package.info.stored.push_back(owner);
            }
            PackageInfo adapters;
            adapters.task = other.info.task;
            adapters.layers = other.info.layers;
            adapters.stored = {owner};
            for (const std::string &key : expectedKeys(adapters)) {
                if (const auto found = other.tensors.find(key); found != other.tensors.end()) {
                    package.tensors.insert_or_assign(key, found->second);
                }
            }
        }
    }
    std::ranges::sort(package.info.stored);
    NamedTensors tensors;
    for (const std::string &key : expectedKeys(package.info)) {
        const auto found = package.tensors.find(key);
        if (found == package.tensors.end()) {
            throw Error(
                ErrorCode::Damaged,
                say(QT_TRANSLATE_NOOP("Sentence", "The packages of this run lack the tensor %1. Nothing was written."),
                    key),
                say(QT_TRANSLATE_NOOP("Sentence",
                                      "See: atlas verify. Restore the run's folder from a backup or train it again.")));
        }
        tensors.emplace_back(key, found->second);
    }
    saveTensors(request.out, tensors, toMetadata(package.info));
}

}  // namespace atlas::engine
