#include "storage/versions/run_data.h"

#include "storage/query.h"
#include "storage/run_list.h"

namespace atlas::storage {

std::vector<DatasetReading> readRunData(Connection &connection, std::int64_t run)
{
    Query query(connection, "SELECT t.dataset_id FROM run_task r JOIN task t ON t.id = r.task_id "
                            "WHERE r.run_id = ? GROUP BY t.dataset_id ORDER BY min(r.position)");
    query.bind(run);
    std::vector<DatasetReading> readings;
    while (query.step()) {
        readings.push_back({query.integer(0), readDataState(connection, query.integer(0))});
    }
    return readings;
}

void recordRunData(Connection &connection, std::int64_t run, const std::vector<DatasetReading> &readings,
                   const std::string &actor)
{
    DataVersions versions(connection);
    for (const DatasetReading &reading : readings) {
        const DataVersion version = versions.keep(reading.dataset, reading.state, {}, actor);
        Query(connection, "INSERT OR IGNORE INTO run_data (run_id, dataset_id, version_id) VALUES (?, ?, ?)")
            .bind(run, reading.dataset, version.id)
            .run();
    }
}

std::vector<DataVersionRef> runData(Connection &connection, std::int64_t run)
{
    Query query(connection,
                "SELECT d.name, v.number, v.name, v.uuid FROM run_data r JOIN data_version v ON v.id = r.version_id "
                "JOIN dataset d ON d.id = r.dataset_id WHERE r.run_id = ?1 "
                "ORDER BY (SELECT min(p.position) FROM run_task p JOIN task t ON t.id = p.task_id "
                " WHERE p.run_id = ?1 AND t.dataset_id = r.dataset_id), v.number");
    query.bind(run);
    std::vector<DataVersionRef> versions;
    while (query.step()) {
        versions.push_back({query.text(0), query.integer(1), query.text(2), query.text(3)});
    }
    return versions;
}

std::map<std::string, std::string> runDataTitles(Connection &connection, std::int64_t run)
{
    const std::vector<DataVersionRef> versions = runData(connection, run);
    Query query(connection, "SELECT t.name, d.name FROM run_task r JOIN task t ON t.id = r.task_id "
                            "JOIN dataset d ON d.id = t.dataset_id WHERE r.run_id = ?");
    query.bind(run);
    std::map<std::string, std::string> titles;
    while (query.step()) {
        titles.emplace(query.text(0), versionTitles(versions, query.text(1)));
    }
    return titles;
}

std::map<std::string, std::string> listRunData(Connection &connection)
{
    Query query(connection,
                "SELECT n.uuid, d.name, v.number, v.name, v.uuid FROM run_data r JOIN run n ON n.id = r.run_id "
                "JOIN data_version v ON v.id = r.version_id JOIN dataset d ON d.id = r.dataset_id "
                "LEFT JOIN run_task p ON p.run_id = r.run_id LEFT JOIN task t ON t.id = p.task_id "
                "GROUP BY r.run_id, r.dataset_id, r.version_id "
                "ORDER BY r.run_id, min(CASE WHEN t.dataset_id = r.dataset_id THEN p.position END), v.number");
    std::map<std::string, std::string> titles;
    std::string run;
    std::vector<DataVersionRef> versions;
    const auto endRun = [&] {
        if (!versions.empty()) {
            titles[run] = versionTitles(versions);
        }
        versions.clear();
    };
    while (query.step()) {
        if (query.text(0) != run) {
            endRun();
            run = query.text(0);
        }
        versions.push_back({query.text(1), query.integer(2), query.text(3), query.text(4)});
    }
    endRun();
    return titles;
}

}  // namespace atlas::storage
