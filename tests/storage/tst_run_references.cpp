#include "project_fixture.h"

#include "core/measure.h"
#include "storage/measure_input.h"
#include "storage/result_store.h"
#include "storage/run_references.h"
#include "storage/run_store.h"
#include "storage/task_store.h"

#include <QtTest>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::ProjectFixture;

class TestRunReferences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheReferencesOfTheSameSeedAndData();
    void theNewestFinishedOneCounts();
    void findsOtherSeedsAndShares();
    void runsThatGoOnFromAnotherAreTheirOwn();
    void readsWhatMeasuresNeed();
    void scoresThatAreNoMeansGiveNoIntervals();
    void oldTasksInsideANewOneAreFound();
};

namespace {

RunRecord run(const std::string &uuid, const std::string &strategy, std::uint64_t seed = 1, std::int64_t maxTrain = 0)
{
    RunRecord record;
    record.uuid = uuid;
    record.status = RunStatus::Finished;
    record.tasks = {"a", "b"};
    record.spec.strategy = strategy;
    record.spec.seed = seed;
    record.spec.maxTrain = maxTrain;
    record.spec.backboneSha256 = "b";
    return record;
}

std::vector<std::string> uuids(const std::vector<RunRecord> &runs)
{
    std::vector<std::string> list;
    for (const RunRecord &record : runs) {
        list.push_back(record.uuid);
    }
    return list;
}

/// A project with a sequence of two tasks, and runs over it with cells.
class MeasuredProject {
public:
    MeasuredProject()
    {
        fixture.addTask("a");
        fixture.addTask("b");
        fixture.project().writer().run([](Connection &connection) {
            TaskStore(connection, {}).setSequence("pilot", {"a", "b"});
        });
    }

    /// `right[i][j]` of ten answers are right.
    RunRecord add(const std::string &strategy, const std::vector<std::vector<int>> &right)
    {
        return fixture.project().writer().run([&](Connection &connection) {
            RunStore runs(connection);
            RunSpec spec;
            spec.sequence = "pilot";
            spec.strategy = strategy;
            const RunRecord made = runs.create(spec);
            for (std::size_t i = 0; i < right.size(); ++i) {
                for (std::size_t j = 0; j < right[i].size(); ++j) {
                    putCell(connection, made.id, static_cast<int>(i), static_cast<int>(j), right[i][j]);
                }
                ResultStore(connection).putCost(made.id, {.task = static_cast<int>(i), .randomScore = 0.1});
            }
            runs.claim(made.uuid);
            runs.setStatus(made.uuid, RunStatus::Finished, {});
            return *runs.find(made.uuid);
        });
    }

    MeasureInput read(const RunRecord &record)
    {
        const auto connection = fixture.project().connect();
        return readMeasureInput(*connection, fixture.project().assetFolder(), record);
    }

    ProjectFixture fixture;

private:
    static void putCell(Connection &connection, std::int64_t id, int after, int eval, int right)
    {
        AccuracyCell cell;
        cell.afterTask = after;
        cell.evalTask = eval;
        cell.scores = {{"accuracy", right / 10.0}};
        cell.n = 10;
        std::vector<Prediction> predictions;
        for (int i = 0; i < 10; ++i) {
            predictions.push_back({i + 1, i < right ? 0 : 1, 0, 0.8, i < right ? 1.0 : 0.0});
        }
        ResultStore(connection).putCell(id, cell, predictions);
    }
};

std::optional<double> valueOf(const MeasureInput &input, const std::string &name)
{
    const std::vector<MeasureResult> results = computeMeasures(input);
    for (std::size_t i = 0; i < results.size(); ++i) {
        if (measures()[i].name == name) {
            return results[i].value;
        }
    }
    return std::nullopt;
}

}  // namespace

void TestRunReferences::findsTheReferencesOfTheSameSeedAndData()
{
    RunRecord otherTasks = run("other tasks", "joint");
    otherTasks.tasks = {"b", "a"};
    RunRecord otherBackbone = run("other backbone", "joint");
    otherBackbone.spec.backboneSha256 = "c";
    const std::vector<RunRecord> runs{otherTasks,
                                      otherBackbone,
                                      run("other seed", "joint", 2),
                                      run("other limit", "joint", 1, 100),
                                      run("joint", "joint"),
                                      run("single", "single-task"),
                                      run("own", "atlas")};
    const RunReferences found = findReferences(run("own", "atlas"), runs);
    QCOMPARE(found.joint.value().uuid, std::string("joint"));
    QCOMPARE(found.single.value().uuid, std::string("single"));
    QVERIFY(!findReferences(run("own", "atlas", 3), runs).joint);
}

void TestRunReferences::theNewestFinishedOneCounts()
{
    RunRecord failed = run("failed", "single-task");
    failed.status = RunStatus::Failed;
    const RunReferences found =
        findReferences(run("own", "atlas"), {failed, run("new", "single-task"), run("old", "single-task")});
    QCOMPARE(found.single.value().uuid, std::string("new"));
    QVERIFY(!found.joint);
}

void TestRunReferences::findsOtherSeedsAndShares()
{
    RunRecord otherSettings = run("other settings", "atlas", 4);
    otherSettings.spec.settings["epochs"] = "3";
    RunRecord tenth = run("tenth", "atlas");
    tenth.spec.settings["train_share"] = "0.1";
    RunRecord noisy = run("noisy", "atlas", 5);
    noisy.spec.settings["noise_share"] = "0.2";
    const RunReferences found =
        findReferences(run("own", "atlas"), {run("3 new", "atlas", 3), run("3 old", "atlas", 3), run("2", "atlas", 2),
                                             otherSettings, run("rival", "shared", 2), run("ten", "atlas", 1, 10),
                                             run("both", "atlas", 2, 10), tenth, tenth, noisy});
    QCOMPARE(uuids(found.seeds), (std::vector<std::string>{"3 new", "2"}));
    QCOMPARE(uuids(found.shares), (std::vector<std::string>{"ten", "tenth"}));
}

void TestRunReferences::runsThatGoOnFromAnotherAreTheirOwn()
{
    const auto goingOn = [](const std::string &uuid, std::uint64_t seed, const std::string &from) {
        RunRecord record = run(uuid, "atlas", seed);
        record.spec.origin = {.run = from, .how = "transfer", .learned = 1, .replaced = -1};
        return record;
    };
    const RunRecord own = goingOn("own", 1, "p");
    const std::vector<RunRecord> runs{goingOn("same", 2, "p"), goingOn("other", 3, "q"), run("plain", "atlas", 4), own};
    QCOMPARE(uuids(findReferences(own, runs).seeds), std::vector<std::string>{"same"});
    QCOMPARE(uuids(findReferences(runs[2], runs).seeds), std::vector<std::string>{});
}

void TestRunReferences::readsWhatMeasuresNeed()
{
    MeasuredProject project;
    project.add("single-task", {{8}, {8, 6}});
    project.add("joint", {{9}, {9, 8}});
    const RunRecord own = project.add("atlas", {{8}, {7, 7}});
    const MeasureInput input = project.read(own);
    QVERIFY(input.single && input.joint);
    QCOMPARE(input.answers.size(), 2u);
    QCOMPARE(input.samples.size(), 2u);
    QCOMPARE(input.samples[0].rows.size(), 2u);
    QCOMPARE(input.samples[0].joint.size(), 10u);
    QVERIFY(std::abs(*valueOf(input, "intransigence") - 0.1) < 1e-12);  // (0.9 - 0.8 + 0.8 - 0.7) / 2
    QVERIFY(std::abs(*valueOf(input, "climb_transfer") - 10) < 1e-9);   // (0 + 100 x 0.1 / 0.5) / 2
    QVERIFY(std::abs(*valueOf(input, "forgetting_from_first") - 0.1) < 1e-12);
    QVERIFY(std::abs(*valueOf(input, "calibration_error") - 0.1) < 1e-12);  // 0.8 said, 0.7 right
    for (const MeasureResult &result : computeMeasures(input)) {
        QVERIFY(result.value.has_value() != !result.reason.empty());
    }
}

void TestRunReferences::scoresThatAreNoMeansGiveNoIntervals()
{
    MeasuredProject project;
    const RunRecord own = project.add("atlas", {{8}});
    project.fixture.project().writer().run([&](Connection &connection) {
        AccuracyCell cell;
        cell.scores = {{"accuracy", 0.77}};  // no mean of ten answers
        cell.n = 10;
        ResultStore store(connection);
        store.putCell(own.id, cell, store.predictions(own.id, 0, 0));
    });
    const MeasureInput input = project.read(own);
    QVERIFY(input.samples.empty());
    QCOMPARE(*valueOf(input, "average_accuracy"), 0.77);
}

void TestRunReferences::oldTasksInsideANewOneAreFound()
{
    MeasuredProject project;
    const RunRecord own = project.add("shared", {{8}, {7, 7}});
    project.fixture.project().writer().run([&](Connection &connection) {
        ResultStore(connection)
            .addPoints(own.id, {{{"validation", "b/stage2/a"}, {0, 0.8}},
                                {{"validation", "b/stage2/a"}, {5, 0.5}},
                                {{"validation", "b/stage2"}, {5, 0.1}},
                                {{"gate", "b/stage2/a"}, {5, 0.2}}});
    });
    const MeasureInput input = project.read(own);
    QCOMPARE(input.inside.size(), 1u);
    QVERIFY(std::abs(*valueOf(input, "stability_gap") - 0.3) < 1e-12);
}

QTEST_GUILESS_MAIN(TestRunReferences)
#include "tst_run_references.moc"
