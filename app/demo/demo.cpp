#include "app/demo/demo.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/connection.h"
#include "storage/decide/target_store.h"
#include "storage/importer.h"
#include "storage/task_store.h"

#include <array>

namespace atlas::app {
namespace {

constexpr const char *kDemoActor = "demo";

struct DemoTask {
    const char *name;
    const char *kind;
    void (*write)(const std::filesystem::path &folder, std::uint64_t seed, const DemoContent &content);
};

constexpr std::array kTasks{
    DemoTask{"parts", "image", drawParts},
    DemoTask{"notes", "text", writeNotes},
    DemoTask{"questions", "image-text", drawQuestions},
};

void importTask(storage::Project &project, const DemoTask &task, const std::filesystem::path &source,
                Observer &observer, std::stop_token stop)
{
    storage::ImportRequest request;
    request.source = source;
    request.dataset = task.name;
    request.kind = task.kind;
    request.actor = kDemoActor;
    const storage::ImportReport report = storage::importInto(project, request, observer, stop);
    for (const storage::Problem &problem : report.problems) {
        if (problem.level == storage::ProblemLevel::Error) {
            throw Error(ErrorCode::Internal, "The demo's own data could not be imported: " + problem.message.english());
        }
    }
    project.writer().run([&](storage::Connection &connection) {
        return storage::TaskStore(connection, project.assetFolder())
            .add({.name = task.name, .dataset = task.name, .kind = task.kind, .metric = {}});
    });
}

}  // namespace

std::unique_ptr<storage::Project> makeDemoProject(const std::filesystem::path &folder, Observer &observer,
                                                  std::stop_token stop, const DemoContent &content)
{
    auto project = storage::Project::create(folder);
    const std::filesystem::path sources = project->cacheFolder() / "demo";
    std::vector<std::string> names;
    for (const DemoTask &task : kTasks) {
        throwIfStopped(stop);
        observer.progress(static_cast<double>(names.size()) / kTasks.size(),
                          say(QT_TRANSLATE_NOOP("Sentence", "Drawing %1"), task.name));
        task.write(sources / task.name, kDemoSeed + names.size(), content);
        importTask(*project, task, sources / task.name, observer, stop);
        names.emplace_back(task.name);
    }
    project->writer().run([&](storage::Connection &connection) {
        storage::TaskStore(connection, project->assetFolder()).setSequence(kDemoSequence, names);
        // What the Decide page shows a verdict on: well above guessing, and hardly anything lost.
        Targets targets;
        setTarget(targets, "average", {}, 0.75);
        setTarget(targets, "worst_drop", {}, 0.02);
        storage::TargetStore(connection).setTargets(kDemoSequence, targets, kDemoActor);
    });
    std::filesystem::remove_all(sources);  // the pictures stand in assets now
    return project;
}

std::vector<RunSpec> demoRunSpecs()
{
    RunSpec atlas;
    atlas.sequence = kDemoSequence;
    atlas.strategy = "atlas";
    atlas.backboneName = "mini";
    atlas.settings = {{"policy", "always"}};
    RunSpec rival = atlas;
    rival.strategy = "shared-adapter";
    rival.settings.clear();
    return {rival, atlas};
}

}  // namespace atlas::app
