#include "app/run_answers.h"

#include "app/backbones.h"
#include "app/predictions.h"
#include "core/comma_list.h"
#include "core/error.h"
#include "core/files.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/connection.h"
#include "storage/project.h"
#include "storage/robustness_store.h"
#include "storage/task_store.h"

#include <algorithm>

namespace atlas::app {
namespace {

/// The part of a task among several, as a part of all.
class PartOf final : public Observer {
public:
    PartOf(Observer &whole, std::size_t part, std::size_t parts) : m_whole(whole), m_part(part), m_parts(parts) {}

    void progress(double fraction, const Sentence &what) override
    {
        m_whole.progress(fraction < 0 ? fraction : (double(m_part) + fraction) / double(m_parts), what);
    }
    void log(LogLevel level, const std::string &message) override { m_whole.log(level, message); }

private:
    Observer &m_whole;
    std::size_t m_part;
    std::size_t m_parts;
};

}  // namespace

std::vector<Task> tasksOf(storage::Connection &connection, const storage::Project &project, const RunRecord &run)
{
    storage::TaskStore store(connection, project.assetFolder());
    std::vector<Task> tasks;
    for (const std::string &name : run.tasks) {
        if (std::optional<Task> task = store.find(name)) {
            tasks.push_back(std::move(*task));
        }
    }
    return tasks;
}

const Task &chooseTask(const std::vector<Task> &tasks, const std::string &name)
{
    for (const Task &task : tasks) {
        if (task.name == name || (name.empty() && tasks.size() == 1)) {
            return task;
        }
    }
    throw Error(ErrorCode::Usage,
                name.empty() ? say(QT_TRANSLATE_NOOP("Sentence", "This run learned several tasks: which one is asked?"))
                             : say(QT_TRANSLATE_NOOP("Sentence", "The run has no task \"%1\"."), name),
                say(QT_TRANSLATE_NOOP("Sentence", "Give --task with one of: %1."), commaList(tasks, &Task::name)));
}

engine::PredictRequest predictRequest(const storage::Project &project, const RunRecord &run, const std::string &task,
                                      int nearest)
{
    engine::PredictRequest request;
    request.backboneFolder = findBackbone(run.spec.backboneName).folder;
    request.modelFolder = project.modelFolder(run.uuid);
    const auto connection = project.connect();
    request.tasks = tasksOf(*connection, project, run);
    request.task = task;
    request.precision = run.spec.precision;
    request.nearest = nearest;
    request.cacheFolder = project.cacheFolder();
    request.trainingSamples = [&project, spec = run.spec](const std::string &name) {
        const auto reading = project.connect();
        return storage::TaskStore(*reading, project.assetFolder()).load(name, spec.maxTrain, spec.seed).train;
    };
    return request;
}

std::vector<engine::Answer> answerFile(engine::Engine &engine, const storage::Project &project, const RunRecord &run,
                                       const std::string &task, const std::filesystem::path &file,
                                       const std::filesystem::path &out, Observer &observer,
                                       const std::stop_token &stop)
{
    engine::PredictRequest request = predictRequest(project, run, task, 0);
    const bool routed = task.empty() && request.tasks.size() > 1;
    observer.progress(-1, say(QT_TRANSLATE_NOOP("Sentence", "Reading %1"), file.filename().string()));
    if (routed) {
        request.samples = readBatch(file, stop);
    } else {
        const Task &chosen = chooseTask(request.tasks, task);
        request.task = chosen.name;
        request.samples = readBatch(file, chosen, stop);
    }
    std::vector<engine::Answer> answers = engine.predict(request, observer, stop);
    writeFileAtomically(out, routed ? routedAnswersAsCsv(request.tasks, request.samples, answers)
                                    : answersAsCsv(chooseTask(request.tasks, task), request.samples, answers));
    return answers;
}

std::vector<TaskRobustness> measureRobustness(engine::Engine &engine, storage::Project &project, const RunRecord &run,
                                              const RobustnessPlan &plan, Observer &observer,
                                              const std::stop_token &stop)
{
    project.writer();  // says now, not after the measuring, that the project cannot be written
    const auto connection = project.connect();
    const std::vector<Task> all = tasksOf(*connection, project, run);
    std::vector<std::string> wanted = plan.tasks.empty() ? run.tasks : plan.tasks;
    for (const std::string &name : wanted) {
        chooseTask(all, name);
    }
    std::vector<TaskRobustness> measured;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        engine::RobustnessRequest request;
        request.backboneFolder = findBackbone(run.spec.backboneName).folder;
        request.modelFolder = project.modelFolder(run.uuid);
        request.tasks = all;
        request.task = wanted[i];
        request.precision = run.spec.precision;
        request.test = storage::TaskStore(*connection, project.assetFolder())
                           .load(wanted[i], run.spec.maxTrain, run.spec.seed)
                           .test;
        request.limit = plan.limit;
        request.perturbations = plan.perturbations;
        request.seed = plan.seed;
        PartOf part(observer, i, wanted.size());
        measured.push_back({wanted[i], engine.measureRobustness(request, part, stop)});
        const int place = static_cast<int>(std::ranges::find(run.tasks, wanted[i]) - run.tasks.begin());
        project.writer().run([&](storage::Connection &writing) {
            for (const RobustnessCurve &curve : measured.back().curves) {
                storage::RobustnessStore(writing).put(run.id, place, curve);
            }
        });
    }
    return measured;
}

void exportTask(engine::Engine &engine, const storage::Project &project, const RunRecord &run, const std::string &task,
                const std::filesystem::path &out)
{
    const auto connection = project.connect();
    engine::ExportRequest request;
    request.modelFolder = project.modelFolder(run.uuid);
    request.tasks = tasksOf(*connection, project, run);
    request.task = chooseTask(request.tasks, task).name;
    request.out = out;
    engine.exportPackage(request);
}

}  // namespace atlas::app
