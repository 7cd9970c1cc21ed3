#include "storage/run_choices.h"

#include "storage/decide/model_registry.h"
#include "storage/query.h"

#include <algorithm>

namespace atlas::storage {
namespace {

const std::string kSelect = "SELECT id, uuid, name, sequence, status FROM run WHERE deleted_us = 0 ";

/// Adds what is not there yet.
template <typename... Values>
void add(RunChoices &choices, Connection &connection, const std::string &rest, const Values &...values)
{
    Query query(connection, kSelect + rest);
    query.bind(values...);
    while (query.step()) {
        if (choices.find(query.text(1)) == nullptr) {
            choices.runs.push_back({.id = query.integer(0),
                                    .uuid = query.text(1),
                                    .name = query.text(2),
                                    .sequence = query.text(3),
                                    .status = parseRunStatus(query.text(4)).value_or(RunStatus::Failed)});
        }
    }
}

void nameAliases(RunChoices &choices, Connection &connection)
{
    Query query(connection, "SELECT v.run_id, a.alias FROM alias_now a JOIN model_version v ON v.id = a.version_id "
                            "ORDER BY a.alias <> ?, a.alias");
    query.bind(std::string(kProduction));
    while (query.step()) {
        const auto run = std::ranges::find(choices.runs, query.integer(0), &RunChoice::id);
        if (run != choices.runs.end()) {
            run->aliases.push_back(query.text(1));
        }
    }
}

bool isFinished(const RunChoice &run)
{
    return run.status == RunStatus::Finished;
}

}  // namespace

const RunChoice *RunChoices::find(const std::string &uuid) const
{
    const auto run = std::ranges::find(runs, uuid, &RunChoice::uuid);
    return run == runs.end() ? nullptr : &*run;
}

const RunChoice *RunChoices::serving() const
{
    const auto run = std::ranges::find_if(
        runs, [](const RunChoice &choice) { return !choice.aliases.empty() && choice.aliases.front() == kProduction; });
    return run == runs.end() ? nullptr : &*run;
}

RunChoices readRunChoices(Connection &connection, const RunChoiceRequest &request)
{
    RunChoices choices;
    add(choices, connection, "AND status = 'finished' ORDER BY id DESC LIMIT ?", request.finished);
    add(choices, connection,
        "AND status = 'finished' AND id IN (SELECT v.run_id FROM alias_now a JOIN model_version v "
        "ON v.id = a.version_id)");
    add(choices, connection, "AND status <> 'finished' ORDER BY id DESC LIMIT ?", request.unfinished);
    add(choices, connection, request.wantedUnfinished ? "AND uuid = ?" : "AND status = 'finished' AND uuid = ?",
        request.wanted);
    std::ranges::sort(choices.runs, [](const RunChoice &a, const RunChoice &b) {
        return isFinished(a) != isFinished(b) ? isFinished(a) : a.id > b.id;
    });
    nameAliases(choices, connection);

    Query count(connection, "SELECT count(*), count(*) FILTER (WHERE status = 'finished') FROM run "
                            "WHERE deleted_us = 0");
    count.first();
    choices.all = count.integer(0);
    const bool onlyFinished = request.unfinished == 0;
    const auto listed = onlyFinished ? std::ranges::count_if(choices.runs, isFinished) : std::ssize(choices.runs);
    choices.more = (onlyFinished ? count.integer(1) : choices.all) - listed;
    return choices;
}

}  // namespace atlas::storage
