// Sampled copies of whole sequences.

#include "core/error.h"
#include "core/files.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/query.h"
#include "storage/task_builder.h"
#include "storage/task_store.h"

#include <algorithm>
#include <cmath>

namespace atlas::storage {
namespace {

constexpr std::int64_t kLeastJudged = 100;  ///< validation and test samples of a copy, where there are so many

/// " (sandbox)" or, where that is taken, " (sandbox 2)".
std::string freeSuffix(TaskStore &store, const TaskSequence &sequence)
{
    for (int number = 1;; ++number) {
        const std::string suffix = number == 1 ? " (sandbox)" : " (sandbox " + std::to_string(number) + ")";
        const bool taken = store.findSequence(sequence.name + suffix).has_value() ||
                           std::ranges::any_of(sequence.tasks, [&](const std::string &task) {
                               return store.find(task + suffix).has_value();
                           });
        if (!taken) {
            return suffix;
        }
    }
}

/// About `count` of the samples, with whom each of them must stay.
std::vector<std::int64_t> drawFrom(const std::vector<Sample> &samples, const std::vector<std::string> &classes,
                                   std::int64_t count, std::uint64_t seed)
{
    const std::vector<int> strata = labelStrata(samples, classes);
    std::vector<SplitItem> items;
    items.reserve(samples.size());
    for (std::size_t i = 0; i < samples.size(); ++i) {
        items.push_back({samples[i].split, strata[i], bondsOf(samples[i])});
    }
    std::vector<std::int64_t> drawn;
    for (const std::size_t i : drawGroups(items, static_cast<std::size_t>(count), seed)) {
        drawn.push_back(samples[i].id);
    }
    return drawn;
}

std::int64_t shareOf(std::size_t all, double share)
{
    const auto there = static_cast<std::int64_t>(all);
    return std::min(there, std::max<std::int64_t>(kLeastJudged, std::llround(share * static_cast<double>(there))));
}

void insertSamples(Connection &connection, std::int64_t task, Split split, const std::vector<std::int64_t> &samples)
{
    for (const std::int64_t sample : samples) {
        Query(connection, "INSERT INTO task_sample (task_id, split, sample_id) VALUES (?, ?, ?)")
            .bind(task, static_cast<int>(split), sample)
            .run();
    }
}

void copyTask(Connection &connection, const TaskData &data, const std::string &name, const SandboxRequest &request)
{
    Query insert(connection, "INSERT INTO task (name, dataset_id, kind, label_form, metric, validation_share, "
                             "test_share, seed, created_us, data_filter, sandbox_of) SELECT ?1, dataset_id, kind, "
                             "label_form, metric, validation_share, test_share, ?2, ?3, data_filter, id FROM task "
                             "WHERE id = ?4 RETURNING id");
    insert.bind(name, static_cast<std::int64_t>(request.seed), nowUs(), data.task.id).first();
    const std::int64_t id = insert.integer(0);
    insert.run();
    Query(connection, "INSERT INTO task_class (task_id, position, class_id) SELECT ?1, position, class_id "
                      "FROM task_class WHERE task_id = ?2")
        .bind(id, data.task.id)
        .run();
    const double share = std::min(1.0, static_cast<double>(request.train) / static_cast<double>(data.train.size()));
    const std::vector<std::string> &classes = data.task.classes;
    insertSamples(connection, id, Split::Train, drawFrom(data.train, classes, request.train, request.seed));
    insertSamples(connection, id, Split::Validation,
                  drawFrom(data.validation, classes, shareOf(data.validation.size(), share), request.seed + 1));
    insertSamples(connection, id, Split::Test,
                  drawFrom(data.test, classes, shareOf(data.test.size(), share), request.seed + 2));
}

}  // namespace

TaskSequence TaskStore::sandbox(const SandboxRequest &request)
{
    const std::optional<TaskSequence> sequence = findSequence(request.sequence);
    if (!sequence) {
        throw Error(ErrorCode::NotFound,
                    say(QT_TRANSLATE_NOOP("Sentence", "There is no sequence \"%1\"."), request.sequence),
                    say(QT_TRANSLATE_NOOP("Sentence", "See: atlas sequence PROJECT list")));
    }
    if (request.train < 1) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP(
                            "Sentence",
                            "A sandbox needs at least one training sample of each task, not %1. Nothing was changed."),
                        request.train),
                    say(QT_TRANSLATE_NOOP("Sentence", "Give a number from 1 on.")));
    }
    const std::string suffix = freeSuffix(*this, *sequence);
    const auto named = [&](std::vector<std::string> tasks) {
        for (std::string &task : tasks) {
            task += suffix;
        }
        return tasks;
    };
    for (const std::string &task : sequence->tasks) {
        const TaskData data = load(task);
        if (data.train.empty() || data.validation.empty() || data.test.empty()) {
            throw Error(
                ErrorCode::BadInput,
                say(QT_TRANSLATE_NOOP(
                        "Sentence",
                        "A part of the task \"%1\" is empty: nothing can be drawn from it. Nothing was changed."),
                    task),
                say(QT_TRANSLATE_NOOP("Sentence", "Make its next version, or take it out of the sequence.")));
        }
        copyTask(m_connection, data, task + suffix, request);
    }
    setSequence(sequence->name + suffix, named(sequence->tasks), named(upstream(sequence->name)));
    return *findSequence(sequence->name + suffix);
}

}  // namespace atlas::storage
