#include "project_fixture.h"
#include "tests/support/child_process.h"

#include "core/files.h"
#include "storage/process_identity.h"
#include "storage/result_store.h"
#include "storage/run_list.h"
#include "storage/run_store.h"
#include "storage/task_store.h"

#include <QtTest>

#include <cstdio>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::errorCodeOf;
using atlas::test::ProjectFixture;

class TestRunStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatWasAskedFor();
    void keepsTheSequenceAsItWas();
    void isFoundByNumberNameAndUuid();
    void claimsInOrderAndOnce();
    void claimsOnlyWhatCanGoOn_data();
    void claimsOnlyWhatCanGoOn();
    void heartbeatsShowProgress();
    void findsRunsOfEndedProcesses();
    void findsSilentRuns();
    void knowsARestartedHost();
    void findsByManyNames();
    void hidesRemovedRuns();
    void listsAllNewestFirst();
    void aRunThatGoesOnHasWhatWasMeasuredBefore();
    void aReplacedTaskHasNothingOfBefore();
};

namespace {

template <typename Work>
auto with(ProjectFixture &fixture, Work work)
{
    return fixture.project().writer().run([&](Connection &connection) {
        RunStore store(connection);
        return work(store);
    });
}

RunSpec specOf(std::uint64_t seed = 1)
{
    RunSpec spec;
    spec.sequence = "pilot";
    spec.strategy = "atlas";
    spec.seed = seed;
    spec.backboneName = "mini";
    spec.backboneSha256 = std::string(64, 'b');
    spec.settings = {{"learning_rate", "5e-4"}, {"policy", "always"}};
    spec.maxTrain = 400;
    spec.precision = "bf16";
    return spec;
}

void makeSequence(ProjectFixture &fixture)
{
    fixture.addTask("a");
    fixture.addTask("b");
    fixture.project().writer().run([](Connection &connection) {
        TaskStore(connection, {}).setSequence("pilot", {"b", "a"});
    });
}

int claimAndEnd(int, char **argv)
{
    const auto project = Project::open(argv[1], OpenMode::ReadWrite);
    const auto run = project->writer().run([](Connection &connection) { return RunStore(connection).claim(); });
    return run ? 0 : 1;
}

}  // namespace

void TestRunStore::keepsWhatWasAskedFor()
{
    ProjectFixture fixture;
    makeSequence(fixture);
    const RunSpec spec = specOf(0xFFFFFFFFFFFFFFFFULL);
    const RunRecord made = with(fixture, [&](RunStore &store) { return store.create(spec); });
    const auto reader = fixture.project().connect();
    const RunRecord run = *RunStore(*reader).find(made.uuid);
    QCOMPARE(run.name, "atlas " + std::to_string(run.id));
    QCOMPARE(run.status, RunStatus::Queued);
    QCOMPARE(run.spec.sequence, spec.sequence);
    QCOMPARE(run.spec.seed, spec.seed);
    QCOMPARE(run.spec.backboneName, spec.backboneName);
    QCOMPARE(run.spec.backboneSha256, spec.backboneSha256);
    QVERIFY(run.spec.settings == spec.settings);
    QCOMPARE(run.spec.maxTrain, 400);
    QCOMPARE(run.spec.device, "auto");
    QCOMPARE(run.spec.precision, "bf16");
    QVERIFY(run.createdUs > 0);
    QCOMPARE(run.startedUs, 0);
    // Settings that are numbers can be filtered by range.
    QCOMPARE(reader->integer("SELECT count(*) FROM run_setting WHERE number > 4e-4 AND number < 6e-4"), 1);
    RunSpec unknown = spec;
    unknown.sequence = "none";
    QCOMPARE(errorCodeOf([&] { with(fixture, [&](RunStore &store) { return store.create(unknown); }); }),
             ErrorCode::NotFound);
}

void TestRunStore::keepsTheSequenceAsItWas()
{
    ProjectFixture fixture;
    makeSequence(fixture);
    const auto run = with(fixture, [](RunStore &store) { return store.create(specOf()); });
    fixture.project().writer().run(
        [](Connection &connection) { TaskStore(connection, {}).setSequence("pilot", {"a"}); });
    const auto again = with(fixture, [&](RunStore &store) { return *store.find(run.uuid); });
    QCOMPARE(again.tasks, (std::vector<std::string>{"b", "a"}));
    QCOMPARE(errorCodeOf([&] {
                 fixture.project().writer().run([](Connection &connection) { TaskStore(connection, {}).remove("b"); });
             }),
             ErrorCode::BadInput);
}

void TestRunStore::isFoundByNumberNameAndUuid()
{
    ProjectFixture fixture;
    makeSequence(fixture);
    const RunRecord run = with(fixture, [](RunStore &store) { return store.create(specOf()); });
    const auto reader = fixture.project().connect();
    RunStore store(*reader);
    for (const std::string &key : {std::to_string(run.id), run.name, run.uuid, run.uuid.substr(0, 8)}) {
        QCOMPARE(store.find(key)->uuid, run.uuid);
    }
    // A single digit is a number, not the beginning of an identifier.
    for (const char *key : {"", "2", "3", "4", "5", "6", "7", "8", "9", "a", "b", "c", "d", "e", "f"}) {
        QVERIFY(!store.find(key));
    }
}

void TestRunStore::claimsInOrderAndOnce()
{
    ProjectFixture fixture;
    makeSequence(fixture);
    const auto first = with(fixture, [](RunStore &store) { return store.create(specOf(1)); });
    const auto second = with(fixture, [](RunStore &store) { return store.create(specOf(2)); });
    const auto claim = [&](const std::string &uuid = {}) {
        return with(fixture, [&](RunStore &store) { return store.claim(uuid); });
    };
    const auto claimed = claim();
    QCOMPARE(claimed->uuid, first.uuid);
    QCOMPARE(claimed->status, RunStatus::Running);
    QCOMPARE(claimed->host, thisProcess().host);
    QVERIFY(claimed->startedUs > 0 && claimed->heartbeatUs > 0);
    QVERIFY(!claim(first.uuid));
    QCOMPARE(claim(second.uuid)->uuid, second.uuid);
    QVERIFY(!claim());
    QVERIFY(!claim("no such uuid"));
}

void TestRunStore::claimsOnlyWhatCanGoOn_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("claimable");
    QTest::newRow("queued") << int(RunStatus::Queued) << true;
    QTest::newRow("running") << int(RunStatus::Running) << false;
    QTest::newRow("paused") << int(RunStatus::Paused) << true;
    QTest::newRow("interrupted") << int(RunStatus::Interrupted) << true;
    QTest::newRow("finished") << int(RunStatus::Finished) << false;
    QTest::newRow("failed") << int(RunStatus::Failed) << true;
    QTest::newRow("cancelled") << int(RunStatus::Cancelled) << true;
}

void TestRunStore::claimsOnlyWhatCanGoOn()
{
    QFETCH(int, status);
    QFETCH(bool, claimable);
    ProjectFixture fixture;
    makeSequence(fixture);
    const auto run = with(fixture, [](RunStore &store) { return store.create(specOf()); });
    with(fixture, [&](RunStore &store) { store.setStatus(run.uuid, static_cast<RunStatus>(status), "so"); });
    const auto claimed = with(fixture, [&](RunStore &store) { return store.claim(run.uuid); });
    QCOMPARE(claimed.has_value(), claimable);
    const auto now = with(fixture, [&](RunStore &store) { return *store.find(run.uuid); });
    QCOMPARE(int(now.status), claimable ? int(RunStatus::Running) : status);
}

void TestRunStore::heartbeatsShowProgress()
{
    ProjectFixture fixture;
    makeSequence(fixture);
    const auto uuid = with(fixture, [](RunStore &store) { return store.create(specOf()).uuid; });
    with(fixture, [](RunStore &store) { return store.claim(); });
    with(fixture, [&](RunStore &store) { store.heartbeat(uuid, 0.25, "a, stage 1"); });
    auto run = with(fixture, [&](RunStore &store) { return *store.find(uuid); });
    QCOMPARE(run.progress, 0.25);
    QCOMPARE(run.message, "a, stage 1");
    QCOMPARE(run.endedUs, 0);
    with(fixture, [&](RunStore &store) { store.setStatus(uuid, RunStatus::Finished, ""); });
    run = with(fixture, [&](RunStore &store) { return *store.find(uuid); });
    QCOMPARE(run.progress, 1.0);
    QVERIFY(run.endedUs >= run.startedUs);
    QCOMPARE(
        errorCodeOf([&] { with(fixture, [](RunStore &store) { store.setStatus("none", RunStatus::Failed, ""); }); }),
        ErrorCode::NotFound);
}

void TestRunStore::findsRunsOfEndedProcesses()
{
    ProjectFixture fixture;
    makeSequence(fixture);
    const auto theirs = with(fixture, [](RunStore &store) { return store.create(specOf()).uuid; });
    fixture.close();
    QProcess child;
    test::startChild(child, {"claim", QString::fromStdString(fixture.folder().string())});
    QVERIFY(child.waitForFinished(20000));
    QCOMPARE(child.exitCode(), 0);
    fixture.open();
    const auto mine = with(fixture, [](RunStore &store) { return store.create(specOf()).uuid; });
    with(fixture, [](RunStore &store) { return store.claim(); });
    const auto marked = with(fixture, [](RunStore &store) { return store.markInterrupted(); });
    QCOMPARE(marked.size(), 1U);
    QCOMPARE(marked[0].uuid, theirs);
    QCOMPARE(marked[0].status, RunStatus::Interrupted);
    const auto own = with(fixture, [&](RunStore &store) { return *store.find(mine); });
    QCOMPARE(own.status, RunStatus::Running);
    QVERIFY(with(fixture, [&](RunStore &store) { return store.claim(theirs); }).has_value());
}

void TestRunStore::findsSilentRuns()
{
    ProjectFixture fixture;
    makeSequence(fixture);
    const auto uuid = with(fixture, [](RunStore &store) { return store.create(specOf()).uuid; });
    with(fixture, [](RunStore &store) { return store.claim(); });
    // As if claimed on another computer, which nothing can be asked of, and last heard of 70 seconds ago.
    fixture.project().writer().run([](Connection &connection) {
        connection.execute("UPDATE run SET host = 'elsewhere', heartbeat_us = " + std::to_string(nowUs() - 70'000'000));
    });
    QVERIFY(with(fixture, [](RunStore &store) { return store.markInterrupted(600'000'000); }).empty());
    QCOMPARE(with(fixture, [](RunStore &store) { return store.markInterrupted(); }).at(0).uuid, uuid);
}

void TestRunStore::knowsARestartedHost()
{
    ProcessIdentity self = thisProcess();
    QVERIFY(!hasEnded(self));
    self.bootId = "an earlier start";
    QVERIFY(hasEnded(self));
    self.host = "elsewhere";
    QVERIFY(!hasEnded(self));
}

void TestRunStore::findsByManyNames()
{
    ProjectFixture fixture;
    makeSequence(fixture);
    const auto first = with(fixture, [](RunStore &store) { return store.create(specOf(1)); });
    const auto second = with(fixture, [](RunStore &store) { return store.create(specOf(2)); });
    const auto find = [&](const std::string &key) {
        return with(fixture, [&](RunStore &store) { return store.find(key); });
    };
    QCOMPARE(find(second.uuid)->id, second.id);
    QCOMPARE(find(second.name)->id, second.id);
    QCOMPARE(find(std::to_string(first.id))->uuid, first.uuid);
    QCOMPARE(find(first.uuid.substr(0, 13))->id, first.id);
    QVERIFY(!find("nothing"));
    QVERIFY(!find(""));
    fixture.project().writer().run(
        [](Connection &connection) { connection.execute("UPDATE run SET uuid = 'feed000' || id"); });
    QCOMPARE(errorCodeOf([&] { find("feed"); }), ErrorCode::BadInput);
    QCOMPARE(find("feed0002")->id, second.id);
    const auto list = with(fixture, [](RunStore &store) { return store.list(); });
    QCOMPARE(list.size(), 2U);
    QCOMPARE(list[0].id, second.id);
}

void TestRunStore::listsAllNewestFirst()
{
    ProjectFixture fixture;
    makeSequence(fixture);
    std::vector<RunRecord> made;
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        RunSpec spec = specOf(seed);
        spec.settings["own"] = std::to_string(seed);
        made.push_back(with(fixture, [&](RunStore &store) { return store.create(spec); }));
    }
    with(fixture, [&](RunStore &store) { store.remove(made[2].uuid); });
    const auto listed = with(fixture, [](RunStore &store) { return store.list(); });
    const std::vector<RunRecord> light = listRuns(*fixture.project().connect());
    QCOMPARE(listed.size(), 4U);
    QCOMPARE(light.size(), 4U);
    const std::vector<std::size_t> order{4, 3, 1, 0};
    for (std::size_t i = 0; i < order.size(); ++i) {
        const RunRecord &run = made[order[i]];
        QCOMPARE(listed[i].uuid, run.uuid);
        QCOMPARE(listed[i].spec.settings, run.spec.settings);  // its own, though another was removed
        QCOMPARE(listed[i].tasks, run.tasks);
        QCOMPARE(light[i].uuid, run.uuid);
        QCOMPARE(light[i].tasks, run.tasks);
        QVERIFY(light[i].spec.settings.empty());
    }
}

void TestRunStore::hidesRemovedRuns()
{
    ProjectFixture fixture;
    makeSequence(fixture);
    const auto run = with(fixture, [](RunStore &store) { return store.create(specOf()); });
    with(fixture, [](RunStore &store) { return store.claim(); });
    const auto remove = [&] { with(fixture, [&](RunStore &store) { store.remove(run.uuid); }); };
    QCOMPARE(errorCodeOf(remove), ErrorCode::BadInput);  // it is being trained
    with(fixture, [&](RunStore &store) { store.setStatus(run.uuid, RunStatus::Cancelled, ""); });
    remove();
    QCOMPARE(errorCodeOf(remove), ErrorCode::NotFound);
    QVERIFY(with(fixture, [](RunStore &store) { return store.list(); }).empty());
    QVERIFY(!with(fixture, [&](RunStore &store) { return store.claim(run.uuid); }));
    QCOMPARE(fixture.project().connect()->integer("SELECT count(*) FROM run"), 1);
}

namespace {

/// A finished run over "b" and "a" with a whole matrix.
RunRecord finishedRun(ProjectFixture &fixture)
{
    makeSequence(fixture);
    fixture.addTask("c");
    return fixture.project().writer().run([](Connection &connection) {
        RunStore runs(connection);
        ResultStore results(connection);
        const RunRecord run = runs.create(specOf());
        for (int row = 0; row < 2; ++row) {
            for (int task = 0; task <= row; ++task) {
                results.putCell(run.id, {row, task, {{"accuracy", 0.5 + 0.1 * row}}, 1, "h", 0.01},
                                {{7, 0, 0, 0.9, 1}});
            }
            results.putCost(run.id, {.task = row, .trainSeconds = 10.0 + row});
            DecisionRecord decision;
            decision.task = row;
            decision.policy = "always";
            results.putDecision(run.id, decision);
        }
        results.putCell(run.id, {kBeforeLearning, 0, {{"accuracy", 0.1}}, 1, "h", 0.01}, {});
        runs.setStatus(run.uuid, RunStatus::Finished, {});
        return *runs.find(run.uuid);
    });
}

Task taskNamed(ProjectFixture &fixture, const std::string &name)
{
    const auto reader = fixture.project().connect();
    return *TaskStore(*reader, {}).find(name);
}

}  // namespace

void TestRunStore::aRunThatGoesOnHasWhatWasMeasuredBefore()
{
    ProjectFixture fixture;
    const RunRecord parent = finishedRun(fixture);
    const DerivedRun derived = deriveRun(parent, originKind("transfer"), taskNamed(fixture, "c"));
    const RunRecord made = with(fixture, [&](RunStore &store) { return store.create(derived); });
    QCOMPARE(made.tasks, (std::vector<std::string>{"b", "a", "c"}));
    QCOMPARE(made.status, RunStatus::Queued);
    const RunOrigin origin{.run = parent.uuid, .how = "transfer", .learned = 2, .replaced = -1};
    QVERIFY(made.spec.origin == origin);
    QVERIFY(made.spec.origin.tookOver(1) && !made.spec.origin.tookOver(2));
    QCOMPARE(made.spec.sequence, "pilot + c");
    QVERIFY(made.spec.settings == parent.spec.settings);
    const auto reader = fixture.project().connect();
    ResultStore results(*reader);
    QCOMPARE(results.cells(made.id).size(), 3U);  // not what was there before anything was learned
    QCOMPARE(results.cells(made.id)[2].scores.at("accuracy"), 0.6);
    QCOMPARE(results.predictions(made.id, 1, 1).at(0).confidence, 0.9);
    QCOMPARE(results.costs(made.id).at(1).trainSeconds, 11.0);
    QCOMPARE(results.decisions(made.id).size(), 2U);
    QCOMPARE(results.cells(parent.id).size(), 4U);
    QVERIFY(RunStore(*reader).find(parent.uuid)->spec.origin == RunOrigin{});

    // What it goes on from must be finished and must not have the task yet.
    RunRecord queued = parent;
    queued.status = RunStatus::Paused;
    const Task c = taskNamed(fixture, "c");
    const Task a = taskNamed(fixture, "a");
    QCOMPARE(errorCodeOf([&] { deriveRun(queued, originKind("transfer"), c); }), ErrorCode::Usage);
    QCOMPARE(errorCodeOf([&] { deriveRun(parent, originKind("transfer"), a); }), ErrorCode::Usage);
    QCOMPARE(errorCodeOf([&] { deriveRun(parent, originKind("head"), c, "absent"); }), ErrorCode::Usage);
    QCOMPARE(errorCodeOf([&] { originKind("sideways"); }), ErrorCode::Usage);
}

void TestRunStore::aReplacedTaskHasNothingOfBefore()
{
    ProjectFixture fixture;
    const RunRecord parent = finishedRun(fixture);
    const DerivedRun derived = deriveRun(parent, originKind("head"), taskNamed(fixture, "c"), "b");
    QCOMPARE(learnedPlace(derived.spec, derived.tasks.size()), 0);
    const RunRecord made = with(fixture, [&](RunStore &store) { return store.create(derived); });
    QCOMPARE(made.tasks, (std::vector<std::string>{"c", "a"}));
    QCOMPARE(made.spec.origin.replaced, 0);
    QVERIFY(!made.spec.origin.tookOver(0) && made.spec.origin.tookOver(1));
    const auto reader = fixture.project().connect();
    ResultStore results(*reader);
    QVERIFY(results.cells(made.id).empty());  // the only other cell is in the last row, which is measured anew
    QCOMPARE(results.costs(made.id).size(), 1U);
    QCOMPARE(results.costs(made.id).at(0).task, 1);

    const DerivedRun alone = deriveRun(parent, originKind("scratch"), taskNamed(fixture, "c"), "b");
    const RunRecord scratch = with(fixture, [&](RunStore &store) { return store.create(alone); });
    QCOMPARE(scratch.tasks, std::vector<std::string>{"c"});
    QCOMPARE(scratch.spec.origin.learned, 0);
    QVERIFY(results.costs(scratch.id).empty());
}

int main(int argc, char **argv)
{
    return test::runTestOrChild<TestRunStore>(argc, argv, claimAndEnd);
}
#include "tst_run_store.moc"
