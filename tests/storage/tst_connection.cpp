#include "project_fixture.h"

#include "storage/query.h"
#include "storage/transaction.h"

#include <QtTest>

#include <cmath>
#include <fstream>
#include <limits>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::errorCodeOf;

class TestConnection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void setsWhatProtectsTheFile();
    void readersCannotWrite();
    void historyCannotBeReplaced();
    void unknownFunctionsOfTheSchemaAreRefused();
    void valuesSurvive();
    void statementsAreUsedAgain();
    void aBusyDatabaseIsLocked();
    void anEndedTransactionLeavesNothing();
};

void TestConnection::setsWhatProtectsTheFile()
{
    test::ProjectFixture fixture;
    fixture.close();
    Connection connection(fixture.database(), Connection::Access::ReadWrite);
    QCOMPARE(connection.text("PRAGMA journal_mode"), "wal");
    QCOMPARE(connection.integer("PRAGMA foreign_keys"), 1);
    QCOMPARE(connection.integer("PRAGMA recursive_triggers"), 1);
    QCOMPARE(connection.integer("PRAGMA trusted_schema"), 0);
    QCOMPARE(connection.integer("PRAGMA cell_size_check"), 1);
    QCOMPARE(connection.integer("PRAGMA synchronous"), 1);
    QVERIFY(connection.integer("PRAGMA busy_timeout") >= 1000);
    // Defensive: the schema table cannot be written directly.
    QVERIFY(errorCodeOf([&] {
        connection.execute("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = '' WHERE name = 'event'");
    }));
    QVERIFY(errorCodeOf([&] { connection.execute("SELECT \"no such column\""); }));
    QVERIFY(errorCodeOf([&] { connection.execute("ATTACH ':memory:' AS other"); }));
}

void TestConnection::readersCannotWrite()
{
    test::ProjectFixture fixture;
    const auto reader = fixture.project().connect();
    QCOMPARE(errorCodeOf([&] { reader->execute("DELETE FROM project"); }), ErrorCode::Io);
    QCOMPARE(reader->integer("SELECT count(*) FROM project"), 1);
}

void TestConnection::historyCannotBeReplaced()
{
    test::ProjectFixture fixture;
    fixture.addTexts(fixture.addDataset("d"), 2, 2);
    fixture.close();
    Connection connection(fixture.database(), Connection::Access::ReadWrite);
    for (const char *sql : {"UPDATE event SET actor = 'x'", "DELETE FROM event",
                            "INSERT OR REPLACE INTO event SELECT id, 0, '', '', 0, '', '' FROM event"}) {
        QVERIFY2(errorCodeOf([&] { connection.execute(sql); }).has_value(), sql);
    }
    QCOMPARE(connection.integer("SELECT count(*) FROM event WHERE actor = 'tester'"), 2);
}

void TestConnection::unknownFunctionsOfTheSchemaAreRefused()
{
    test::ProjectFixture fixture;
    fixture.close();
    Connection connection(fixture.database(), Connection::Access::ReadWrite);
    connection.execute("CREATE VIEW evil AS SELECT load_extension('x')");
    QVERIFY(errorCodeOf([&] { connection.execute("SELECT * FROM evil"); }).has_value());
}

void TestConnection::valuesSurvive()
{
    test::ProjectFixture fixture;
    fixture.close();
    Connection connection(fixture.database(), Connection::Access::ReadWrite);
    const std::string text("nul \0 and \xF0\x9F\x94\xA5", 14);
    const double infinity = std::numeric_limits<double>::infinity();
    const auto low = std::numeric_limits<std::int64_t>::min();
    Query query(connection, "SELECT ?, ?, ?, ?, ?");
    query.bind(text, infinity, low, std::nan(""), std::optional<std::string>()).first();
    QCOMPARE(query.text(0), text);
    QCOMPARE(query.real(1), infinity);
    QCOMPARE(query.integer(2), low);
    QVERIFY(std::isnan(query.real(3)));
    QVERIFY(!query.optionalReal(3));
    QVERIFY(query.isNull(4));
}

void TestConnection::statementsAreUsedAgain()
{
    test::ProjectFixture fixture;
    const auto reader = fixture.project().connect();
    Query outer(*reader, "SELECT value FROM json_each('[1,2,3]') WHERE ?1 > 0");
    outer.bind(1);
    int rows = 0;
    while (outer.step()) {
        // The same text inside the loop is another statement: rows of the outer one stay.
        Query inner(*reader, "SELECT value FROM json_each('[1,2,3]') WHERE ?1 > 0");
        QVERIFY2(!inner.step(), "values of an earlier use must not stay bound");
        ++rows;
    }
    QCOMPARE(rows, 3);
}

void TestConnection::aBusyDatabaseIsLocked()
{
    test::ProjectFixture fixture;
    fixture.close();
    Connection first(fixture.database(), Connection::Access::ReadWrite);
    Connection second(fixture.database(), Connection::Access::ReadWrite);
    second.execute("PRAGMA busy_timeout = 10");
    Transaction transaction(first);
    QCOMPARE(errorCodeOf([&] { Transaction other(second); }), ErrorCode::Locked);
}

void TestConnection::anEndedTransactionLeavesNothing()
{
    test::ProjectFixture fixture;
    fixture.close();
    Connection connection(fixture.database(), Connection::Access::ReadWrite);
    {
        Transaction transaction(connection);
        connection.execute("INSERT INTO metric (key) VALUES ('loss')");
    }
    QCOMPARE(connection.integer("SELECT count(*) FROM metric"), 0);
    Transaction transaction(connection);
    connection.execute("INSERT INTO metric (key) VALUES ('loss')");
    transaction.commit();
    QCOMPARE(connection.integer("SELECT count(*) FROM metric"), 1);
}

QTEST_APPLESS_MAIN(TestConnection)
#include "tst_connection.moc"
