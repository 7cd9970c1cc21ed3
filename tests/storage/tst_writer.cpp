#include "project_fixture.h"

#include "storage/query.h"

#include <QtTest>

#include <atomic>
#include <stdexcept>
#include <thread>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::errorCodeOf;

class TestWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void returnsWhatTheJobReturns();
    void keepsAllOrNothing();
    void keepsTheOrder();
    void bringsErrorsToTheFuture();
    void showsOnlyWhatIsCommitted();
    void aFailedCommitIsTheFuturesError();
    void finishesWhatIsQueued();
    void takesJobsFromManyThreads();
    void aJobCannotWaitForItself();
};

namespace {

void addMetric(Connection &connection, const std::string &key)
{
    Query(connection, "INSERT INTO metric (key) VALUES (?)").bind(key).run();
}

}  // namespace

void TestWriter::returnsWhatTheJobReturns()
{
    test::ProjectFixture fixture;
    Writer &writer = fixture.project().writer();
    QCOMPARE(writer.run([](Connection &connection) { return connection.integer("SELECT 41 + 1"); }), 42);
    auto moved = writer.run([](Connection &) { return std::make_unique<int>(7); });
    QCOMPARE(*moved, 7);
    writer.submit([](Connection &) {}).get();
}

void TestWriter::keepsAllOrNothing()
{
    test::ProjectFixture fixture;
    Writer &writer = fixture.project().writer();
    auto future = writer.submit([](Connection &connection) {
        addMetric(connection, "one");
        addMetric(connection, "two");
        addMetric(connection, "one");  // not unique
    });
    QCOMPARE(errorCodeOf([&] { future.get(); }), ErrorCode::Internal);
    QCOMPARE(fixture.project().connect()->integer("SELECT count(*) FROM metric"), 0);
    writer.run([](Connection &connection) { addMetric(connection, "one"); });
    QCOMPARE(fixture.project().connect()->integer("SELECT count(*) FROM metric"), 1);
}

void TestWriter::keepsTheOrder()
{
    test::ProjectFixture fixture;
    std::vector<std::future<void>> futures;
    std::vector<int> order;
    for (int i = 0; i < 100; ++i) {
        futures.push_back(fixture.project().writer().submit([&order, i](Connection &) { order.push_back(i); }));
    }
    for (auto &future : futures) {
        future.get();
    }
    for (int i = 0; i < 100; ++i) {
        QCOMPARE(order[static_cast<std::size_t>(i)], i);
    }
}

void TestWriter::bringsErrorsToTheFuture()
{
    test::ProjectFixture fixture;
    Writer &writer = fixture.project().writer();
    QCOMPARE(errorCodeOf([&] { writer.run([](Connection &) { throw Error(ErrorCode::BadInput, "no"); }); }),
             ErrorCode::BadInput);
    // SQLite's own exception does not leave the library, even when a job uses the database directly.
    QCOMPARE(errorCodeOf([&] { writer.run([](Connection &connection) { connection.database().exec("nonsense"); }); }),
             ErrorCode::Internal);
    QVERIFY_EXCEPTION_THROWN(writer.run([](Connection &) { throw std::out_of_range("x"); }), std::out_of_range);
}

void TestWriter::showsOnlyWhatIsCommitted()
{
    test::ProjectFixture fixture;
    const auto reader = fixture.project().connect();
    std::promise<void> inserted;
    std::promise<void> goOn;
    auto future = fixture.project().writer().submit([&](Connection &connection) {
        addMetric(connection, "loss");
        inserted.set_value();
        goOn.get_future().wait();
    });
    inserted.get_future().wait();
    QCOMPARE(reader->integer("SELECT count(*) FROM metric"), 0);
    QCOMPARE(future.wait_for(std::chrono::milliseconds(0)), std::future_status::timeout);
    goOn.set_value();
    future.get();
    QCOMPARE(reader->integer("SELECT count(*) FROM metric"), 1);
}

void TestWriter::aFailedCommitIsTheFuturesError()
{
    test::ProjectFixture fixture;
    Writer &writer = fixture.project().writer();
    // A deferred foreign key is looked at by COMMIT: the job itself succeeds.
    auto future = writer.submit([](Connection &connection) {
        connection.execute("PRAGMA defer_foreign_keys = ON");
        connection.execute("INSERT INTO sequence_task (sequence_id, position, task_id) VALUES (77, 0, 77)");
        return 1;
    });
    QVERIFY(errorCodeOf([&] { future.get(); }).has_value());
    QCOMPARE(fixture.project().connect()->integer("SELECT count(*) FROM sequence_task"), 0);
    writer.run([](Connection &connection) { addMetric(connection, "after"); });
}

void TestWriter::finishesWhatIsQueued()
{
    test::ProjectFixture fixture;
    for (int i = 0; i < 50; ++i) {
        fixture.project().writer().submit(
            [i](Connection &connection) { addMetric(connection, "m" + std::to_string(i)); });
    }
    fixture.open(OpenMode::ReadOnly);
    QCOMPARE(fixture.project().connect()->integer("SELECT count(*) FROM metric"), 50);
}

void TestWriter::takesJobsFromManyThreads()
{
    test::ProjectFixture fixture;
    std::atomic<int> failures = 0;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&, t] {
                const auto reader = fixture.project().connect();
                for (int i = 0; i < 50; ++i) {
                    const std::string key = std::to_string(t) + "/" + std::to_string(i);
                    fixture.project().writer().run([&](Connection &connection) { addMetric(connection, key); });
                    Query query(*reader, "SELECT count(*) FROM metric WHERE key = ?");
                    query.bind(key).first();
                    failures += query.integer(0) == 1 ? 0 : 1;  // what run() returned for is there
                }
            });
        }
    }
    QCOMPARE(failures.load(), 0);
    QCOMPARE(fixture.project().connect()->integer("SELECT count(*) FROM metric"), 200);
}

void TestWriter::aJobCannotWaitForItself()
{
    test::ProjectFixture fixture;
    Writer &writer = fixture.project().writer();
    QCOMPARE(errorCodeOf([&] { writer.run([&](Connection &) { writer.run([](Connection &) {}); }); }),
             ErrorCode::Internal);
}

QTEST_APPLESS_MAIN(TestWriter)
#include "tst_writer.moc"
