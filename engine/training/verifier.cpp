#include "engine/training/verifier.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/training/checkpoint.h"
#include "engine/training/run_folder.h"
#include "engine/training/task_package.h"

#include <torch/types.h>

#include <optional>

namespace atlas::engine {
namespace {

/// Errors: Damaged when the package is not that of the task, or a weight is no number.
void checkPackage(const Package &package, const Task &task, const std::string &file)
{
    if (package.info.task != task.name || package.info.classes != task.classes || package.info.kind != task.kind) {
        throw Error(
            ErrorCode::Damaged,
            say(QT_TRANSLATE_NOOP("Sentence",
                                  "The task package %1 is not that of the task %2 (name, kind or classes differ)."),
                file, task.name));
    }
    for (const auto &[name, tensor] : package.tensors) {
        if (!torch::isfinite(tensor).all().item<bool>()) {
            throw Error(ErrorCode::Damaged,
                        say(QT_TRANSLATE_NOOP("Sentence", "The tensor %1 in %2 holds values that are no numbers."),
                            name, file));
        }
    }
}

}  // namespace

std::vector<std::string> verifyRun(const std::filesystem::path &modelFolder, const std::vector<Task> &tasks)
{
    std::vector<std::string> problems;
    std::size_t finished = 0;
    try {
        if (const std::optional<Checkpoint> checkpoint = readCheckpoint(checkpointFile(modelFolder))) {
            finished = static_cast<std::size_t>(checkpoint->progress.learned);
        }
    } catch (const Error &error) {
        problems.push_back(error.message());
    }
    if (finished > tasks.size()) {
        problems.push_back("The checkpoint says that " + std::to_string(finished) +
                           " tasks are learned, but the run has " + std::to_string(tasks.size()) + ".");
    }
    std::optional<RunModel> model;
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        const std::filesystem::path file = packageFile(modelFolder, tasks[i].name);
        try {
            if (!std::filesystem::exists(file)) {
                if (i < finished) {
                    problems.push_back("The task package " + file.string() + " is missing.");
                }
                break;  // what later packages mix cannot be checked without this one
            }
            Package package = readPackage(file);
            checkPackage(package, tasks[i], file.string());
            if (!model) {
                const PackageInfo &info = package.info;
                model = RunModel{.bank = AdapterBank(info.width, info.bottleneck, info.layers)};
            }
            installPackage(std::move(package), file.string(), *model);
            model->learned.back().tuned.clear();  // read and checked; many copies of a backbone would fill the memory
            model->learned.back().kept.clear();
        } catch (const Error &error) {
            problems.push_back(error.message());
            break;
        }
    }
    return problems;
}

}  // namespace atlas::engine
