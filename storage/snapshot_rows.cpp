#include "storage/snapshot_rows.h"

#include <map>

namespace atlas::storage {
namespace {

/// One reference of the schema; of several columns where the parent's key has several.
struct Reference {
    std::string child;
    std::string parent;
    std::vector<std::string> from;
    std::vector<std::string> to;
    bool optional = false;
};

std::string quoted(const std::string &name)
{
    return "\"" + name + "\"";
}

std::vector<std::string> tables(SQLite::Database &database)
{
    std::vector<std::string> names;
    SQLite::Statement query(database,
                            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
                            "ORDER BY name");
    while (query.executeStep()) {
        names.push_back(query.getColumn(0).getString());
    }
    return names;
}

bool mayBeEmpty(SQLite::Database &database, const std::string &table, const std::string &column)
{
    SQLite::Statement query(database, "SELECT \"notnull\" = 0 AND pk = 0 FROM pragma_table_info(?) WHERE name = ?");
    query.bind(1, table);
    query.bind(2, column);
    return query.executeStep() && query.getColumn(0).getInt() != 0;
}

std::vector<Reference> references(SQLite::Database &database)
{
    std::vector<Reference> list;
    for (const std::string &table : tables(database)) {
        std::map<int, Reference> byId;
        SQLite::Statement query(database,
                                "SELECT id, \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(?) ORDER BY "
                                "id, seq");
        query.bind(1, table);
        while (query.executeStep()) {
            Reference &reference = byId[query.getColumn(0).getInt()];
            reference.child = table;
            reference.parent = query.getColumn(1).getString();
            reference.from.push_back(query.getColumn(2).getString());
            reference.to.push_back(query.getColumn(3).getString());
        }
        for (auto &[id, reference] : byId) {
            reference.optional = reference.from.size() == 1 && mayBeEmpty(database, table, reference.from.front());
            list.push_back(reference);
        }
    }
    return list;
}

/// Removes or cuts what refers to nothing. Returns how many rows that were.
int follow(SQLite::Database &database, const Reference &reference)
{
    std::string match;
    for (std::size_t i = 0; i < reference.from.size(); ++i) {
        match += (i > 0 ? " AND " : "") + std::string("p.") + quoted(reference.to[i]) + " = " +
                 quoted(reference.child) + "." + quoted(reference.from[i]);
    }
    const std::string lost = quoted(reference.from.front()) + " IS NOT NULL AND NOT EXISTS (SELECT 1 FROM " +
                             quoted(reference.parent) + " p WHERE " + match + ")";
    return database.exec(reference.optional ? "UPDATE " + quoted(reference.child) + " SET " +
                                                  quoted(reference.from.front()) + " = NULL WHERE " + lost
                                            : "DELETE FROM " + quoted(reference.child) + " WHERE " + lost);
}

}  // namespace

void keepRuns(SQLite::Database &database, const std::vector<std::int64_t> &runs)
{
    database.exec("CREATE TEMP TABLE kept (id INTEGER PRIMARY KEY)");
    SQLite::Statement insert(database, "INSERT OR IGNORE INTO kept VALUES (?)");
    for (const std::int64_t run : runs) {
        insert.bind(1, run);
        insert.exec();
        insert.reset();
    }
    // What is chosen.
    for (const char *sql : {
             "DELETE FROM run WHERE id NOT IN (SELECT id FROM kept)",
             "DELETE FROM task WHERE id NOT IN (SELECT task_id FROM run_task JOIN run ON run.id = run_id)",
             "DELETE FROM task_sample WHERE split <> 3 OR task_id NOT IN (SELECT id FROM task)",
             "DELETE FROM sample WHERE id NOT IN (SELECT sample_id FROM task_sample)",
             "DELETE FROM dataset WHERE id NOT IN (SELECT dataset_id FROM task)",
             "DELETE FROM sequence WHERE name NOT IN (SELECT sequence FROM run)",
             // A sequence of which tasks are missing would be another one.
             "DELETE FROM sequence WHERE EXISTS (SELECT 1 FROM sequence_task s WHERE s.sequence_id = sequence.id AND "
             "s.task_id NOT IN (SELECT id FROM task))",
         }) {
        database.exec(sql);
    }
    const std::vector<Reference> all = references(database);
    for (bool changed = true; changed;) {
        changed = false;
        for (const Reference &reference : all) {
            changed = follow(database, reference) > 0 || changed;
        }
    }
    // What refers without a foreign key, and what tells of samples that are not there.
    for (const char *sql : {
             "DELETE FROM event WHERE sample_id NOT IN (SELECT id FROM sample)",
             "DELETE FROM data_version_sample WHERE sample_id NOT IN (SELECT id FROM sample)",
             "DELETE FROM edit",
             "DELETE FROM import_log",
             "DELETE FROM target WHERE sequence NOT IN (SELECT sequence FROM run)",
             "DELETE FROM roi_assumption WHERE sequence NOT IN (SELECT sequence FROM run)",
             "DELETE FROM roi_currency WHERE sequence NOT IN (SELECT sequence FROM run)",
             "DELETE FROM asset WHERE id NOT IN (SELECT image_id FROM sample WHERE image_id IS NOT NULL) AND id NOT IN "
             "(SELECT image2_id FROM sample WHERE image2_id IS NOT NULL)",
             "DELETE FROM picture_measure WHERE asset_id NOT IN (SELECT id FROM asset)",
             "DROP TABLE temp.kept",
         }) {
        database.exec(sql);
    }
}

}  // namespace atlas::storage
