#include "app/predictions.h"

#include "core/csv.h"
#include "core/error.h"
#include "core/sentence.h"
#include "core/task_kind.h"
#include "core/translatable.h"
#include "storage/importer.h"

#include <algorithm>
#include <charconv>

namespace atlas::app {
namespace {

constexpr std::size_t kMostProblems = 20;  ///< of a file that are told

/// Keeps the samples and what is wrong with the others.
class BatchSink final : public storage::ImportSink {
public:
    /// Without a kind every row is taken.
    explicit BatchSink(const TaskKind *kind) : m_kind(kind) {}

    void sample(storage::IncomingSample incoming) override
    {
        const std::string missing = m_kind != nullptr ? missingField(*m_kind, incoming.sample) : std::string();
        if (!missing.empty()) {
            note(say(QT_TRANSLATE_NOOP("Sentence", "%1 has no %2."), incoming.sample.source, missing),
                 say(QT_TRANSLATE_NOOP("Sentence", "Every row must hold what the task needs.")));
            return;
        }
        incoming.sample.labels.clear();
        samples.push_back(std::move(incoming.sample));
    }
    void problem(storage::Problem problem) override
    {
        if (problem.level == storage::ProblemLevel::Error) {
            note(say("%1: %2", problem.where, problem.message), problem.hint);
        }
    }
    void progress(double) override {}

    /// Errors: BadInput with every problem there was, as far as they are told.
    void requireSound() const
    {
        if (m_found == 0) {
            return;
        }
        const Sentence all = m_found > kMostProblems ? say(QT_TRANSLATE_NOOP("Sentence", "%1\nand %2 more"), m_problems,
                                                           m_found - kMostProblems)
                                                     : m_problems;
        throw Error(ErrorCode::BadInput, all, say(QT_TRANSLATE_NOOP("Sentence", "%1 Nothing was predicted."), m_hint));
    }

    std::vector<Sample> samples;

private:
    void note(const Sentence &what, const Sentence &hint)
    {
        if (++m_found <= kMostProblems) {
            m_problems = m_problems.empty() ? what : say("%1\n%2", m_problems, what);
        }
        m_hint = m_found == 1 ? hint : m_hint;
    }

    const TaskKind *m_kind;
    std::size_t m_found = 0;
    Sentence m_problems;
    Sentence m_hint;
};

std::string number(double value)
{
    char buffer[32];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, 6);
    return {buffer, end};
}

std::vector<Sample> readRows(const std::filesystem::path &file, const TaskKind *kind, std::stop_token stop)
{
    const auto importers = storage::importers();
    const auto csv = std::ranges::find(importers, std::string("csv"), &storage::Importer::name);
    BatchSink sink(kind);
    storage::ImportRequest request;
    request.source = file;
    request.format = "csv";
    request.kind = kind != nullptr ? kind->name : std::string();
    csv->read(request, sink, std::move(stop));
    sink.requireSound();
    if (sink.samples.empty()) {
        throw Error(ErrorCode::BadInput, say(QT_TRANSLATE_NOOP("Sentence", "%1 holds no rows."), file.string()),
                    say(QT_TRANSLATE_NOOP("Sentence", "Nothing was predicted.")));
    }
    return std::move(sink.samples);
}

}  // namespace

std::vector<Sample> readBatch(const std::filesystem::path &file, const Task &task, std::stop_token stop)
{
    return readRows(file, &taskKind(task.kind), std::move(stop));
}

std::vector<Sample> readBatch(const std::filesystem::path &file, std::stop_token stop)
{
    return readRows(file, nullptr, std::move(stop));
}

std::string routedAnswersAsCsv(const std::vector<Task> &tasks, const std::vector<Sample> &samples,
                               const std::vector<engine::Answer> &answers)
{
    std::string csv = "row,task,percentile,answer,confidence\r\n";
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const engine::Answer &answer = answers[i];
        const auto task = std::ranges::find(tasks, answer.task, &Task::name);
        csv += csvField(samples[i].source) + "," + csvField(answer.task) + "," +
               (answer.routes.size() > 1 ? number(answer.routes.front().percentile) : "") + "," +
               csvField(className(*task, answer.predicted)) + "," + number(confidence(answer)) + "\r\n";
    }
    return csv;
}

std::string answersAsCsv(const Task &task, const std::vector<Sample> &samples,
                         const std::vector<engine::Answer> &answers)
{
    std::string csv = "row,answer,confidence";
    const std::size_t columns = answers.empty() ? 0 : answers.front().probabilities.size();
    for (std::size_t i = 0; i < columns; ++i) {
        csv += "," + csvField("p:" + className(task, static_cast<int>(i)));
    }
    csv += "\r\n";
    for (std::size_t i = 0; i < answers.size(); ++i) {
        csv += csvField(samples[i].source) + "," + csvField(className(task, answers[i].predicted)) + "," +
               number(confidence(answers[i]));
        for (const double probability : answers[i].probabilities) {
            csv += "," + number(probability);
        }
        csv += "\r\n";
    }
    return csv;
}

std::string className(const Task &task, int index)
{
    const auto place = static_cast<std::size_t>(index);
    return index >= 0 && place < task.classes.size() ? task.classes[place] : std::to_string(index);
}

double confidence(const engine::Answer &answer)
{
    const auto place = static_cast<std::size_t>(answer.predicted);
    return answer.predicted >= 0 && place < answer.probabilities.size() ? answer.probabilities[place] : 0;
}

}  // namespace atlas::app
