#include "project_fixture.h"

#include "core/files.h"
#include "storage/dataset_store.h"
#include "storage/migrations.h"
#include "storage/query.h"
#include "storage/result_store.h"
#include "storage/run_store.h"
#include "storage/task_store.h"
#include "storage/versions/run_data.h"

#include "tests/support/shared_data.h"

#include <QtTest>

#include <cmath>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::errorCodeOf;
using atlas::test::ProjectFixture;
namespace fs = std::filesystem;

class TestMigrations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsAreNumberedWithoutGaps();
    void aNewProjectIsCurrent();
    void backsUpBeforeAStep();
    void aFailedStepChangesNothing();
    void aStepThatBreaksReferencesIsUndone();
    void doesNothingTwice();
    void twoAtOnceMigrateOnce();
    void opensDatabasesOfEveryVersion_data();
    void opensDatabasesOfEveryVersion();
};

namespace {

/// The real steps and one more.
std::vector<SchemaStep> stepsAnd(const char *sql)
{
    std::vector<SchemaStep> steps(schemaSteps().begin(), schemaSteps().end());
    steps.push_back({steps.back().version + 1, "next", sql});
    return steps;
}

std::vector<fs::path> filesOf(const fs::path &folder)
{
    std::vector<fs::path> files;
    if (fs::exists(folder)) {
        for (const auto &entry : fs::directory_iterator(folder)) {
            files.push_back(entry.path());
        }
    }
    return files;
}

}  // namespace

void TestMigrations::stepsAreNumberedWithoutGaps()
{
    int expected = 0;
    for (const SchemaStep &step : schemaSteps()) {
        QCOMPARE(step.version, ++expected);
    }
    QVERIFY(expected >= 1);
    const auto files = filesOf(test::sourceFolder() / "resources" / "schema");
    QCOMPARE(files.size(), schemaSteps().size());  // no file was left out of the build
}

void TestMigrations::aNewProjectIsCurrent()
{
    ProjectFixture fixture;
    const auto reader = fixture.project().connect();
    QCOMPARE(schemaVersion(*reader), currentSchemaVersion());
    QCOMPARE(schemaDifference(*reader), "");
    QCOMPARE(reader->integer("PRAGMA application_id"), kApplicationId);
    QCOMPARE(reader->integer("SELECT count(*) FROM migration_log"), currentSchemaVersion());
    QVERIFY(filesOf(fixture.folder() / "backups").empty());
    // Every table is STRICT: it refuses a text where a number belongs.
    QCOMPARE(reader->integer("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                             "AND strict = 0 AND name NOT LIKE 'sqlite%'"),
             0);
}

void TestMigrations::backsUpBeforeAStep()
{
    ProjectFixture fixture;
    fixture.addTexts(fixture.addDataset("d"), 5, 2);
    fixture.close();
    const fs::path backups = fixture.folder() / "backups";
    const auto steps = stepsAnd("ALTER TABLE dataset ADD COLUMN colour TEXT");
    {
        Connection connection(fixture.database(), Connection::Access::ReadWrite);
        migrate(connection, backups, steps);
        QCOMPARE(schemaVersion(connection), currentSchemaVersion() + 1);
        QCOMPARE(connection.integer("SELECT count(*) FROM dataset WHERE colour IS NULL"), 1);
        QCOMPARE(schemaDifference(connection, steps), "");
        QVERIFY(schemaDifference(connection) != "");
    }
    const auto files = filesOf(backups);
    QCOMPARE(files.size(), 1U);
    Connection backup(files[0], Connection::Access::ReadOnly);
    QCOMPARE(schemaVersion(backup), currentSchemaVersion());
    QCOMPARE(schemaDifference(backup), "");
    QCOMPARE(backup.integer("SELECT count(*) FROM sample"), 5);
    Connection connection(fixture.database(), Connection::Access::ReadOnly);
    QCOMPARE(connection.text("SELECT backup FROM migration_log ORDER BY version DESC"), files[0].filename().string());
}

void TestMigrations::aFailedStepChangesNothing()
{
    ProjectFixture fixture;
    fixture.addDataset("d");
    fixture.close();
    Connection connection(fixture.database(), Connection::Access::ReadWrite);
    const auto steps = stepsAnd("CREATE TABLE extra (x INTEGER) STRICT; DELETE FROM dataset; CREATE TABLE dataset (x)");
    QVERIFY(errorCodeOf([&] { migrate(connection, fixture.folder() / "backups", steps); }).has_value());
    QCOMPARE(schemaVersion(connection), currentSchemaVersion());
    QCOMPARE(schemaDifference(connection), "");
    QCOMPARE(connection.integer("SELECT count(*) FROM dataset"), 1);
    QVERIFY(!filesOf(fixture.folder() / "backups").empty());
}

void TestMigrations::aStepThatBreaksReferencesIsUndone()
{
    ProjectFixture fixture;
    fixture.addTexts(fixture.addDataset("d"), 5, 2);
    fixture.close();
    Connection connection(fixture.database(), Connection::Access::ReadWrite);
    connection.execute("PRAGMA foreign_keys = OFF");  // as a step that builds a table anew needs it
    const auto steps = stepsAnd("DELETE FROM label_class");
    QCOMPARE(errorCodeOf([&] { migrate(connection, fixture.folder() / "backups", steps); }), ErrorCode::Damaged);
    QCOMPARE(connection.integer("SELECT count(*) FROM label_class"), 2);
    QCOMPARE(schemaVersion(connection), currentSchemaVersion());
}

void TestMigrations::doesNothingTwice()
{
    ProjectFixture fixture;
    fixture.close();
    Connection connection(fixture.database(), Connection::Access::ReadWrite);
    migrate(connection, fixture.folder() / "backups");
    QVERIFY(filesOf(fixture.folder() / "backups").empty());
    QCOMPARE(connection.integer("SELECT count(*) FROM migration_log"), currentSchemaVersion());
}

void TestMigrations::twoAtOnceMigrateOnce()
{
    ProjectFixture fixture;
    fixture.close();
    const auto steps = stepsAnd("ALTER TABLE dataset ADD COLUMN colour TEXT");
    const auto work = [&] {
        Connection connection(fixture.database(), Connection::Access::ReadWrite);
        migrate(connection, fixture.folder() / "backups", steps);
    };
    auto first = std::async(std::launch::async, work);
    auto second = std::async(std::launch::async, work);
    first.get();
    second.get();
    Connection connection(fixture.database(), Connection::Access::ReadOnly);
    QCOMPARE(connection.integer("SELECT count(*) FROM migration_log"), currentSchemaVersion() + 1);
    QCOMPARE(filesOf(fixture.folder() / "backups").size(), 1U);
}

void TestMigrations::opensDatabasesOfEveryVersion_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("version");
    for (int version = 1; version <= currentSchemaVersion(); ++version) {
        QTest::addRow("v%d", version) << QStringLiteral("v%1.sql").arg(version) << version;
    }
}

void TestMigrations::opensDatabasesOfEveryVersion()
{
    QFETCH(QString, file);
    ProjectFixture fixture;
    fixture.close();
    fs::remove(fixture.database());
    const std::string sql = readFile(test::sourceFolder() / "tests" / "data" / "schema" / file.toStdString());
    {
        SQLite::Database old(fixture.database().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        old.exec("BEGIN; " + sql + "COMMIT");
    }
    fixture.open();
    const auto reader = fixture.project().connect();
    QCOMPARE(schemaDifference(*reader), "");
    QCOMPARE(reader->text("PRAGMA integrity_check"), "ok");
    const Dataset dataset = DatasetStore(*reader).list().at(0);
    QCOMPARE(dataset.name, "notes");
    QCOMPARE(dataset.sampleCount, 12);
    QCOMPARE(dataset.labelledCount, 12);
    const TaskData data = TaskStore(*reader, {}).load("notes");
    QCOMPARE(data.train.size() + data.validation.size() + data.test.size(), 12U);
    QCOMPARE(data.task.classes, (std::vector<std::string>{"c0", "c1", "c2"}));
    const RunRecord run = RunStore(*reader).list().at(0);
    QCOMPARE(run.status, RunStatus::Finished);
    QCOMPARE(run.spec.settings.at("learning_rate"), "5e-4");
    QFETCH(int, version);
    QCOMPARE(versionTitles(runData(*reader, run.id)), version >= 6 ? "notes v1" : "");
    ResultStore results(*reader);
    const auto points = results.points(results.series(run.id).at(0).id);
    QCOMPARE(points.at(0).value, 1.5);
    QVERIFY(std::isnan(points.at(1).value));
    QCOMPARE(results.cells(run.id).at(0).scores.at("accuracy"), 0.5);
    QCOMPARE(results.predictions(run.id, 0, 0).at(0).confidence, 0.75);
}

QTEST_APPLESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
