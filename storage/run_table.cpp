#include "storage/run_table.h"

#include "core/run_recipe.h"
#include "storage/query.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <map>

namespace atlas::storage {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

std::optional<std::int64_t> costOf(Query &query, int column)
{
    return query.integer(21) > 0 ? std::optional(query.integer(column)) : std::nullopt;
}

RunRow readRow(Query &query)
{
    RunRow row;
    row.id = query.integer(0);
    row.uuid = query.text(1);
    row.name = query.text(2);
    row.sequence = query.text(3);
    row.strategy = query.text(4);
    row.seed = std::bit_cast<std::uint64_t>(query.integer(5));
    row.backbone = backboneFact(query.text(6), query.text(7));
    row.maxTrain = query.integer(8);
    row.precision = query.text(9);
    row.status = parseRunStatus(query.text(10)).value_or(RunStatus::Failed);
    row.progress = query.real(11);
    row.createdUs = query.integer(12);
    row.startedUs = query.integer(13);
    row.endedUs = query.integer(14);
    if (!query.isNull(15)) {
        row.origin = originFact(query.text(16), query.text(15));
    }
    row.note = query.text(17);
    if (!query.isNull(18)) {
        row.learned = static_cast<int>(query.integer(18));
        row.accuracy = query.optionalReal(19);
        row.forgetting = query.optionalReal(20);
        row.adapterParameters = costOf(query, 22);
        row.headParameters = costOf(query, 23);
        row.bytes = costOf(query, 24);
        row.trainSeconds = query.optionalReal(25);
    }
    return row;
}

/// Goes through the rows of a query that begin with a run's number, newest run first, and hands those of known rows on.
template <typename Take>
void eachOfRows(Query &query, std::vector<RunRow> &rows, Take take)
{
    auto row = rows.begin();
    while (query.step()) {
        const std::int64_t run = query.integer(0);
        while (row != rows.end() && row->id > run) {
            ++row;
        }
        if (row == rows.end()) {
            break;
        }
        if (row->id == run) {
            take(*row);
        }
    }
}

void readTasks(Connection &connection, RunTable &table)
{
    std::map<std::int64_t, std::uint32_t> places;  // of tasks, by row number, in the order they are met
    Query query(connection, "SELECT p.run_id, p.task_id, "
                            "CASE WHEN m.score IS NULL THEN a.value ELSE m.value END FROM run_task p "
                            "JOIN task t ON t.id = p.task_id LEFT JOIN run_summary s ON s.run_id = p.run_id "
                            "LEFT JOIN cell_score m ON m.run_id = p.run_id AND m.after_task = s.learned - 1 "
                            "AND m.eval_task = p.position AND m.score = t.metric "
                            "LEFT JOIN cell_score a ON a.run_id = p.run_id AND a.after_task = s.learned - 1 "
                            "AND a.eval_task = p.position AND a.score = 'accuracy' "
                            "ORDER BY p.run_id DESC, p.position DESC");
    eachOfRows(query, table.rows, [&](RunRow &row) {
        const auto place =
            places.try_emplace(query.integer(1), static_cast<std::uint32_t>(places.size())).first->second;
        row.tasks.push_back({place, query.optionalReal(2).value_or(kNone)});
    });
    std::vector<std::string> met(places.size());
    Query names(connection, "SELECT id, name FROM task");
    while (names.step()) {
        if (const auto found = places.find(names.integer(0)); found != places.end()) {
            met[found->second] = names.text(1);
        }
    }
    std::vector<std::uint32_t> learningOrder(met.size(), UINT32_MAX);
    for (RunRow &row : table.rows) {
        std::ranges::reverse(row.tasks);
        for (RunRow::TaskScore &task : row.tasks) {
            std::uint32_t &place = learningOrder[task.task];
            if (place == UINT32_MAX) {
                place = static_cast<std::uint32_t>(table.tasks.size());
                table.tasks.push_back(met[task.task]);
            }
            task.task = place;
        }
    }
}

}  // namespace

RunTable readRunTable(Connection &connection)
{
    RunTable table;
    {
        Query query(connection,
                    "SELECT r.id, r.uuid, r.name, r.sequence, r.strategy, r.seed, r.backbone_name, "
                    "r.backbone_sha256, r.max_train, r.precision, r.status, r.progress, r.created_us, "
                    "r.started_us, r.ended_us, p.uuid, r.how, coalesce((SELECT n.text FROM run_note n "
                    "WHERE n.run_id = r.id ORDER BY n.id DESC LIMIT 1), ''), s.learned, s.accuracy, s.forgetting, "
                    "s.costs, s.adapter_parameters, s.head_parameters, s.bytes_added, s.train_seconds "
                    "FROM run r LEFT JOIN run p ON p.id = r.parent_id LEFT JOIN run_summary s ON s.run_id = r.id "
                    "WHERE r.deleted_us = 0 ORDER BY r.id DESC");
        while (query.step()) {
            table.rows.push_back(readRow(query));
        }
    }
    readTasks(connection, table);
    Query tags(connection, "SELECT run_id, tag FROM run_tag ORDER BY run_id DESC, tag");
    eachOfRows(tags, table.rows, [&](RunRow &row) { row.tags.push_back(tags.text(1)); });
    return table;
}

RunSettings readRunSettings(Connection &connection, std::span<const std::int64_t> runs)
{
    RunSettings settings;
    auto wanted = runs.begin();
    Query query(connection, "SELECT run_id, key, text FROM run_setting ORDER BY run_id DESC, key DESC");
    while (query.step()) {
        const std::int64_t run = query.integer(0);
        while (wanted != runs.end() && *wanted > run) {
            settings.endRow();
            ++wanted;
        }
        if (wanted == runs.end()) {
            break;
        }
        if (*wanted == run) {
            settings.add(query.text(1), query.text(2));
        }
    }
    for (; wanted != runs.end(); ++wanted) {
        settings.endRow();
    }
    return settings;
}

std::vector<RunCurve> readRunCurves(Connection &connection, std::span<const std::int64_t> runs)
{
    std::vector<RunCurve> curves;
    for (const std::int64_t run : runs) {
        RunCurve curve{.run = run, .tasks = {}, .matrix = {}};
        Query tasks(connection, "SELECT t.name FROM run_task p JOIN task t ON t.id = p.task_id WHERE p.run_id = ? "
                                "ORDER BY p.position");
        tasks.bind(run);
        while (tasks.step()) {
            curve.tasks.push_back(tasks.text(0));
        }
        Query summary(connection, "SELECT learned FROM run_summary WHERE run_id = ?");
        const std::int64_t learned = summary.bind(run).step() ? summary.integer(0) : 0;
        for (std::int64_t row = 0; row < learned; ++row) {
            curve.matrix.emplace_back(static_cast<std::size_t>(row) + 1, kNone);
        }
        Query cells(connection, "SELECT after_task, eval_task, value FROM own_score WHERE run_id = ?1 "
                                "AND eval_task BETWEEN 0 AND after_task AND after_task < ?2");
        cells.bind(run, learned);
        while (cells.step()) {
            curve.matrix[static_cast<std::size_t>(cells.integer(0))][static_cast<std::size_t>(cells.integer(1))] =
                cells.real(2);
        }
        curves.push_back(std::move(curve));
    }
    return curves;
}

std::vector<SeriesChoice> readSeriesChoices(Connection &connection, std::span<const std::int64_t> runs)
{
    std::map<SeriesKey, SeriesChoice> choices;
    for (const std::int64_t run : runs) {
        Query query(connection, "SELECT m.key, s.context, s.point_count FROM series s "
                                "JOIN metric m ON m.id = s.metric_id WHERE s.run_id = ?");
        query.bind(run);
        while (query.step()) {
            const SeriesKey key{query.text(0), query.text(1)};
            SeriesChoice &choice = choices[key];
            choice.key = key;
            choice.points = std::max(choice.points, query.integer(2));
            ++choice.runs;
        }
    }
    std::vector<SeriesChoice> list;
    for (auto &[key, choice] : choices) {
        list.push_back(std::move(choice));
    }
    return list;
}

std::vector<FoundSeries> findSeries(Connection &connection, std::span<const std::int64_t> runs, const SeriesKey &key)
{
    std::vector<FoundSeries> found;
    for (const std::int64_t run : runs) {
        Query query(connection, "SELECT s.id, s.point_count FROM series s JOIN metric m ON m.id = s.metric_id "
                                "WHERE s.run_id = ? AND m.key = ? AND s.context = ?");
        const bool there = query.bind(run, key.metric, key.context).step();
        found.push_back(there ? FoundSeries{query.integer(0), query.integer(1)} : FoundSeries());
    }
    return found;
}

}  // namespace atlas::storage
