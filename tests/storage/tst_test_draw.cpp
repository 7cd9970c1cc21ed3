#include "project_fixture.h"

#include "storage/task_store.h"
#include "storage/test_draw.h"

#include <QtTest>

#include <set>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::ProjectFixture;

class TestTestDraw : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatIsTestedIsDrawn();
    void theSameOneIsNotDrawnTwiceInARow();
    void whatLostItsLabelIsNotDrawn();
};

namespace {

struct Drawn {
    ProjectFixture fixture;
    Task task;
    std::set<std::int64_t> test;

    Drawn()
    {
        fixture.addTask("notes", 40);
        const TaskData data = TaskStore(*fixture.project().connect(), fixture.project().assetFolder()).load("notes");
        task = data.task;
        for (const Sample &sample : data.test) {
            test.insert(sample.id);
        }
    }

    std::optional<Sample> draw(std::uint64_t seed, std::int64_t besides = 0)
    {
        return drawTestSample(*fixture.project().connect(), fixture.project().assetFolder(), task,
                              {.seed = seed, .besides = besides});
    }
};

}  // namespace

void TestTestDraw::onlyWhatIsTestedIsDrawn()
{
    Drawn drawn;
    std::set<std::int64_t> seen;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const auto sample = drawn.draw(seed);
        QVERIFY(sample && drawn.test.contains(sample->id) && !sample->labels.empty());
        QCOMPARE(drawn.draw(seed)->id, sample->id);
        seen.insert(sample->id);
    }
    QCOMPARE(seen, drawn.test);  // each has its chance
}

void TestTestDraw::theSameOneIsNotDrawnTwiceInARow()
{
    Drawn drawn;
    std::int64_t last = 0;
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const auto sample = drawn.draw(seed, last);
        QVERIFY(sample->id != last);
        last = sample->id;
    }
    drawn.fixture.project().writer().run([&](Connection &connection) {
        connection.execute("UPDATE sample SET removed = 1 WHERE id <> " + std::to_string(last));
    });
    QCOMPARE(drawn.draw(1, last)->id, last);  // better than none
}

void TestTestDraw::whatLostItsLabelIsNotDrawn()
{
    Drawn drawn;
    const std::int64_t kept = *drawn.test.begin();
    drawn.fixture.project().writer().run([&](Connection &connection) {
        connection.execute("DELETE FROM sample_label WHERE sample_id <> " + std::to_string(kept));
    });
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        QCOMPARE(drawn.draw(seed)->id, kept);
    }
    drawn.fixture.project().writer().run(
        [](Connection &connection) { connection.execute("UPDATE sample SET removed = 1"); });
    QVERIFY(!drawn.draw(1));
}

QTEST_GUILESS_MAIN(TestTestDraw)
#include "tst_test_draw.moc"
