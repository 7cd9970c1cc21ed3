#include "finished_run.h"

#include "storage/run_choices.h"

#include <QtTest>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::FinishedRuns;
using atlas::test::ProjectFixture;

class TestRunChoices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finishedRunsComeFirstAndTheNewestOfThem();
    void onlyWhatIsOfferedCounts();
    void removedRunsAreNoChoice();
    void aliasesStandBesideTheirRun();
};

namespace {

std::vector<std::int64_t> idsOf(const RunChoices &choices)
{
    std::vector<std::int64_t> ids;
    for (const RunChoice &run : choices.runs) {
        ids.push_back(run.id);
    }
    return ids;
}

using Ids = std::vector<std::int64_t>;

}  // namespace

void TestRunChoices::finishedRunsComeFirstAndTheNewestOfThem()
{
    ProjectFixture fixture;
    FinishedRuns runs(fixture);
    for (const RunStatus status :
         {RunStatus::Finished, RunStatus::Failed, RunStatus::Finished, RunStatus::Finished, RunStatus::Interrupted}) {
        runs.run(status);
    }
    const auto connection = fixture.project().connect();
    RunChoices choices = readRunChoices(*connection, {.finished = 2, .unfinished = 1});
    QCOMPARE(idsOf(choices), (Ids{4, 3, 5}));
    QCOMPARE(choices.more, 2);
    QCOMPARE(choices.all, 5);
    QCOMPARE(choices.runs[2].status, RunStatus::Interrupted);
    choices = readRunChoices(*connection, {.wanted = choices.runs[1].uuid, .finished = 1, .unfinished = 1});
    QCOMPARE(idsOf(choices), (Ids{4, 3, 5}));  // wanted, and not twice
}

void TestRunChoices::onlyWhatIsOfferedCounts()
{
    ProjectFixture fixture;
    FinishedRuns runs(fixture);
    runs.run();
    const RunRecord failed = runs.run(RunStatus::Failed);
    const auto connection = fixture.project().connect();
    QCOMPARE(idsOf(readRunChoices(*connection, {})), Ids{1});
    QCOMPARE(readRunChoices(*connection, {}).more, 0);
    QCOMPARE(idsOf(readRunChoices(*connection, {.wanted = failed.uuid})), (Ids{1, 2}));
    QCOMPARE(idsOf(readRunChoices(*connection, {.wanted = failed.uuid, .wantedUnfinished = false})), Ids{1});
    QVERIFY(readRunChoices(*connection, {}).find(failed.uuid) == nullptr);
}

void TestRunChoices::removedRunsAreNoChoice()
{
    ProjectFixture fixture;
    FinishedRuns runs(fixture);
    const RunRecord gone = runs.run();
    runs.write([&](Connection &connection) { RunStore(connection).remove(gone.uuid); });
    const RunChoices choices = readRunChoices(*fixture.project().connect(), {.wanted = gone.uuid});
    QVERIFY(choices.runs.empty());
    QCOMPARE(choices.all, 0);
}

void TestRunChoices::aliasesStandBesideTheirRun()
{
    ProjectFixture fixture;
    FinishedRuns runs(fixture);
    const ModelVersion first = runs.version();
    const ModelVersion second = runs.version();
    runs.run();
    runs.write([&](Connection &connection) {
        ModelRegistry registry(connection);
        registry.promote(first.number, {.alias = kCandidate, .reason = "to be tried", .actor = "Aiko"});
        registry.promote(second.number, {.reason = "good", .actor = "Aiko"});
        registry.promote(first.number, {.reason = "better", .actor = "Aiko"});
    });
    const RunChoices choices = readRunChoices(*fixture.project().connect(), {.finished = 1});
    QCOMPARE(idsOf(choices), (Ids{3, 1}));  // what serves is there, however old
    QCOMPARE(choices.runs[1].aliases, (std::vector<std::string>{kProduction, kCandidate}));
    QCOMPARE(choices.serving()->id, 1);
    QVERIFY(choices.runs[0].aliases.empty());
}

QTEST_GUILESS_MAIN(TestRunChoices)
#include "tst_run_choices.moc"
