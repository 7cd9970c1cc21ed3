#include "engine/training/upstream.h"

#include "core/error.h"
#include "core/files.h"
#include "core/hash.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/training/run_folder.h"
#include "engine/training/task_package.h"

#include <nlohmann/json.hpp>

namespace atlas::engine {
namespace {

/// Errors: Damaged.
void requirePackageOf(const std::filesystem::path &file, const std::string &task, int place)
{
    const PackageInfo info = readPackageInfo(file);
    if (info.task != task || info.index != place) {
        throw Error(
            ErrorCode::Damaged,
            say(QT_TRANSLATE_NOOP("Sentence",
                                  "The task package %1 is that of the task %2 at place %3, expected %4 at place %5."),
                file.string(), info.task, info.index + 1, task, place + 1),
            say(QT_TRANSLATE_NOOP("Sentence", "Restore the run it belongs to from a backup.")));
    }
}

void takeOver(const std::filesystem::path &from, const std::filesystem::path &to)
{
    makeFolder(to.parent_path());
    std::error_code error;
    std::filesystem::create_hard_link(from, to, error);
    if (!error) {
        return;
    }
    const std::string bytes = readFile(from);
    writeFileAtomically(to, bytes);
    if (sha256OfFile(to) != sha256OfFile(from)) {
        std::filesystem::remove(to, error);
        throw Error(ErrorCode::Io,
                    say(QT_TRANSLATE_NOOP("Sentence", "The copy %1 of %2 is not the same; it was removed."),
                        to.string(), from.string()),
                    say(QT_TRANSLATE_NOOP("Sentence", "Check the disk, then start again.")));
    }
}

}  // namespace

bool isInherited(const TrainRequest &request, int task)
{
    return request.upstream && request.spec.origin.tookOver(task);
}

const RunSpec &drawnBy(const TrainRequest &request, int task)
{
    return isInherited(request, task) ? request.upstream->spec : request.spec;
}

int firstPlace(const TrainRequest &request)
{
    if (!request.upstream) {
        return 0;
    }
    // A task that is learned anew in its place is so after all others: at the end of the sequence.
    const RunOrigin &origin = request.spec.origin;
    return origin.replaced >= 0 ? static_cast<int>(request.tasks.size()) - 1 : origin.learned;
}

void checkUpstream(const TrainRequest &request)
{
    const RunOrigin &origin = request.spec.origin;
    if (origin.learned == 0 && !request.upstream) {
        return;
    }
    const auto count = static_cast<int>(request.tasks.size());
    bool fits = request.upstream && static_cast<int>(request.upstream->tasks.size()) == origin.learned &&
                origin.learned > 0 && origin.learned <= count && origin.replaced < origin.learned &&
                (origin.replaced < 0 || origin.learned == count);
    for (int i = 0; fits && i < origin.learned; ++i) {
        const auto place = static_cast<std::size_t>(i);
        fits = i == origin.replaced || request.upstream->tasks[place] == request.tasks[place].task.name;
    }
    if (!fits) {
        throw Error(ErrorCode::Usage,
                    say(QT_TRANSLATE_NOOP(
                        "Sentence", "The tasks of the run do not begin with those of the run that it goes on from.")),
                    say(QT_TRANSLATE_NOOP("Sentence", "Make the run anew from a finished run.")));
    }
}

void takeOverPackages(const Upstream &upstream, const std::filesystem::path &modelFolder)
{
    for (std::size_t i = 0; i < upstream.tasks.size(); ++i) {
        const std::string &task = upstream.tasks[i];
        const std::filesystem::path own = packageFile(modelFolder, task);
        if (!std::filesystem::exists(own)) {
            const std::filesystem::path theirs = packageFile(upstream.modelFolder, task);
            if (!std::filesystem::exists(theirs)) {
                throw Error(
                    ErrorCode::NotFound,
                    say(QT_TRANSLATE_NOOP(
                            "Sentence",
                            "The task package %1 is missing: the run that this one goes on from cannot be used."),
                        theirs.string()),
                    say(QT_TRANSLATE_NOOP("Sentence", "Restore it from a backup or train that run again.")));
            }
            takeOver(theirs, own);
        }
        requirePackageOf(own, task, static_cast<int>(i));
    }
}

void requireBottleneck(const Upstream &upstream, const std::filesystem::path &modelFolder, int bottleneck)
{
    const int theirs = readPackageInfo(packageFile(modelFolder, upstream.tasks.front())).bottleneck;
    if (theirs != bottleneck) {
        throw Error(ErrorCode::Usage,
                    say(QT_TRANSLATE_NOOP("Sentence", "The setting bottleneck asks for adapters %1 wide, but those of "
                                                      "the run that is gone on from are %2 wide."),
                        bottleneck, theirs),
                    say(QT_TRANSLATE_NOOP("Sentence", "Leave the setting as that run has it.")));
    }
}

nlohmann::json fingerprintOf(const Upstream &upstream, const RunOrigin &origin,
                             const std::filesystem::path &modelFolder)
{
    nlohmann::json packages = nlohmann::json::array();
    for (const std::string &task : upstream.tasks) {
        packages.push_back(sha256OfFile(packageFile(modelFolder, task)));
    }
    return {{"how", origin.how}, {"replaced", origin.replaced}, {"packages", std::move(packages)}};
}

}  // namespace atlas::engine
