#include "app/cell_answers.h"

#include "core/comma_list.h"
#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/connection.h"
#include "storage/result_store.h"
#include "storage/run_results.h"
#include "storage/sample_store.h"

#include <algorithm>
#include <cstdio>

namespace atlas::app {
namespace {

using Json = nlohmann::ordered_json;

const char *changeName(AnswerChange change)
{
    switch (change) {
    case AnswerChange::Lost: return "lost";
    case AnswerChange::Found: return "found";
    case AnswerChange::Wrong:
    case AnswerChange::WrongAlone: return "wrong";
    case AnswerChange::Right:
    case AnswerChange::RightAlone: break;
    }
    return "right";
}

int placeOf(const RunRecord &run, const std::string &task)
{
    const auto found = std::ranges::find(run.tasks, task);
    if (found == run.tasks.end()) {
        throw Error(ErrorCode::Usage,
                    say(QT_TRANSLATE_NOOP("Sentence", "The run %1 has no task \"%2\"."), run.name, task),
                    say(QT_TRANSLATE_NOOP("Sentence", "Its tasks are: %1."), commaList(run.tasks)));
    }
    return static_cast<int>(found - run.tasks.begin());
}

std::string classOf(const Task &task, int index)
{
    if (index < 0) {
        return "nothing";
    }
    return static_cast<std::size_t>(index) < task.classes.size() ? task.classes[static_cast<std::size_t>(index)]
                                                                 : "class " + std::to_string(index + 1);
}

Json answerOf(const Task &task, const Prediction &prediction)
{
    return {{"answer", classOf(task, prediction.predicted)},
            {"score", prediction.score},
            {"confidence", prediction.confidence}};
}

/// What a person would know the sample by.
std::string nameOf(const CellAnswers &answers, std::int64_t id)
{
    const auto found = answers.held.find(id);
    if (found == answers.held.end()) {
        return "sample " + std::to_string(id) + " (removed)";
    }
    const Sample &sample = found->second;
    for (const std::string &name : {sample.externalId, sample.question, sample.text, sample.source}) {
        if (!name.empty()) {
            return name;
        }
    }
    return "sample " + std::to_string(id);
}

}  // namespace

CellAnswers readCellAnswers(const storage::Project &project, const RunRecord &run, const CellQuestion &question)
{
    const auto connection = project.connect();
    const RunResults results = storage::readRunResults(*connection, project.assetFolder(), run);
    const int eval = placeOf(run, question.task);
    const int after = question.after.empty() ? results.learned() - 1 : placeOf(run, question.after);
    if (results.cell(after, eval) == nullptr) {
        throw Error(
            ErrorCode::NotFound,
            after < 0 ? say(QT_TRANSLATE_NOOP("Sentence", "The run %1 was not tested on %2 after any task."), run.name,
                            question.task)
                      : say(QT_TRANSLATE_NOOP("Sentence", "The run %1 was not tested on %2 after %3."), run.name,
                            question.task, results.tasks[static_cast<std::size_t>(after)].name),
            say(QT_TRANSLATE_NOOP("Sentence", "A task is tested once it is learned, and after each later one.")));
    }
    storage::ResultStore store(*connection);
    CellAnswers answers{
        .task = results.tasks[static_cast<std::size_t>(eval)],
        .run = run.uuid,
        .after = results.tasks[static_cast<std::size_t>(after)].name,
        .samples = answerChanges(after == eval ? std::vector<Prediction>() : store.predictions(run.id, eval, eval),
                                 store.predictions(run.id, after, eval)),
        .held = {}};
    if (question.changedOnly) {
        std::erase_if(answers.samples, [](const AnsweredSample &sample) { return !sample.flipped(); });
    }
    std::vector<std::int64_t> ids;
    for (const AnsweredSample &sample : answers.samples) {
        ids.push_back(sample.now.sampleId);
    }
    for (Sample &sample : storage::SampleStore(*connection, project.assetFolder()).load(ids)) {
        const std::int64_t id = sample.id;
        answers.held.emplace(id, std::move(sample));
    }
    return answers;
}

Json toJson(const CellAnswers &answers)
{
    Json samples = Json::array();
    for (const AnsweredSample &sample : answers.samples) {
        samples.push_back({{"sample", sample.now.sampleId},
                           {"name", nameOf(answers, sample.now.sampleId)},
                           {"change", changeName(sample.change)},
                           {"expected", classOf(answers.task, sample.now.expected)},
                           {"then", sample.then ? answerOf(answers.task, *sample.then) : Json(nullptr)},
                           {"now", answerOf(answers.task, sample.now)}});
    }
    return {{"run", answers.run},
            {"task", answers.task.name},
            {"after", answers.after},
            {"lost", countOf(answers.samples, AnswerChange::Lost)},
            {"found", countOf(answers.samples, AnswerChange::Found)},
            {"samples", samples}};
}

std::string toText(const CellAnswers &answers)
{
    std::string text = answers.task.name + " after " + answers.after + ": " +
                       std::to_string(countOf(answers.samples, AnswerChange::Lost)) + " lost and " +
                       std::to_string(countOf(answers.samples, AnswerChange::Found)) + " found since it was learned.\n";
    const auto sure = [](const Prediction &prediction) {
        char number[16];
        std::snprintf(number, sizeof number, " (%.1f %%)", 100 * prediction.confidence);
        return std::string(number);
    };
    for (const AnsweredSample &sample : answers.samples) {
        const std::string then =
            sample.then ? ", then " + classOf(answers.task, sample.then->predicted) + sure(*sample.then) : "";
        text += std::string(changeName(sample.change)) + "  " + nameOf(answers, sample.now.sampleId) + ": expected " +
                classOf(answers.task, sample.now.expected) + then + ", now " +
                classOf(answers.task, sample.now.predicted) + sure(sample.now) + "\n";
    }
    return text;
}

}  // namespace atlas::app
