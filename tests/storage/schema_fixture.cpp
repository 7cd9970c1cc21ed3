// schema_fixture FILE.sql: writes a small project of the current schema version as SQL text. Run once for every
// released version (see tests/data/schema/README.md); tst_migrations opens what it wrote for ever after.
#include "project_fixture.h"

#include "storage/query.h"
#include "storage/result_store.h"
#include "storage/run_store.h"
#include "storage/task_store.h"
#include "storage/versions/run_data.h"

#include <cmath>
#include <fstream>
#include <iostream>

using namespace atlas;
using namespace atlas::storage;

namespace {

void fill(test::ProjectFixture &fixture)
{
    fixture.addTexts(fixture.addDataset("notes"), 12, 3);
    fixture.project().writer().run([](Connection &connection) {
        TaskStore tasks(connection, {});
        tasks.add({.name = "notes", .dataset = "notes", .kind = {}, .metric = {}});
        tasks.setSequence("all", {"notes"});
        RunSpec spec;
        spec.sequence = "all";
        spec.strategy = "atlas";
        spec.settings = {{"learning_rate", "5e-4"}};
        const RunRecord run = RunStore(connection).create(spec);
        recordRunData(connection, run.id, readRunData(connection, run.id), "tester");
        ResultStore results(connection);
        results.addPoints(run.id,
                          {{{"loss", "notes/stage1"}, {0, 1.5}}, {{"loss", "notes/stage1"}, {1, std::nan("")}}});
        results.putCell(run.id, {0, 0, {{"accuracy", 0.5}}, 2, std::string(64, 'a'), 0.01}, {{1, 0, 1, 0.75, 0}});
        results.putCost(run.id, {});
        results.putDecision(run.id, {});
        RunStore(connection).setStatus(run.uuid, RunStatus::Finished, "");
    });
}

void dumpRows(Connection &connection, const std::string &table, std::ostream &out)
{
    std::string columns;
    {
        Query query(connection, "SELECT name FROM pragma_table_info('" + table + "')");
        while (query.step()) {
            columns += (columns.empty() ? "quote(" : " || ',' || quote(") + query.text(0) + ")";
        }
    }
    Query rows(connection, "SELECT " + columns + " FROM " + table);
    while (rows.step()) {
        out << "INSERT INTO " << table << " VALUES(" << rows.text(0) << ");\n";
    }
}

void dump(Connection &connection, std::ostream &out)
{
    out << "PRAGMA application_id = " << connection.integer("PRAGMA application_id") << ";\n"
        << "PRAGMA user_version = " << connection.integer("PRAGMA user_version") << ";\n";
    for (const char *type : {"table", "index", "view", "trigger"}) {
        Query query(connection, "SELECT sql, name FROM sqlite_schema WHERE type = ? AND sql IS NOT NULL "
                                "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid");
        query.bind(type);
        while (query.step()) {
            out << query.text(0) << ";\n";
            if (std::string(type) == "table") {
                dumpRows(connection, query.text(1), out);
            }
        }
    }
}

}  // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::cerr << "usage: schema_fixture FILE.sql\n";
        return 2;
    }
    test::ProjectFixture fixture;
    fill(fixture);
    std::ofstream out(argv[1]);
    dump(*fixture.project().connect(), out);
    return out ? 0 : 1;
}
