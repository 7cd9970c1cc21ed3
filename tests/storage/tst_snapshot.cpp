#include "core/error.h"
#include "project_fixture.h"
#include "storage/connection.h"
#include "storage/query.h"
#include "storage/result_store.h"
#include "storage/run_results.h"
#include "storage/run_store.h"
#include "storage/sample_store.h"
#include "storage/snapshot.h"
#include "storage/task_store.h"
#include "storage/verify.h"

#include <QFile>
#include <QTest>

#include <filesystem>

using namespace atlas;
using namespace atlas::storage;
namespace fs = std::filesystem;

/// A frozen copy holds what was chosen, can only be read, and tells when it was changed.
class TestSnapshot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void holdsTheChosenRunsAndNothingElse();
    void canOnlyBeRead();
    void resultsReadAsInTheProject();
    void theSameContentHasTheSameHash();
    void aChangedRowIsFound();
    void isWholeOrNotAtAll();
    void aTakenPlaceIsRefused();
    void liveProjectsAreNoSnapshots();

private:
    RunRecord addRun(const std::string &sequence, const std::string &strategy);
    SnapshotReport take(const std::string &name);
    fs::path place(const std::string &name) { return m_fixture->temporary() / name; }

    std::unique_ptr<test::ProjectFixture> m_fixture;
    RunRecord m_chosen;
    RunRecord m_other;
};

void TestSnapshot::init()
{
    m_fixture = std::make_unique<test::ProjectFixture>();
    m_fixture->addTask("notes");
    m_fixture->addTask("secret");
    m_fixture->project().writer().run([&](Connection &connection) {
        TaskStore store(connection, m_fixture->project().assetFolder());
        store.setSequence("first", {"notes"});
        store.setSequence("hidden", {"secret"});
        return 0;
    });
    m_chosen = addRun("first", "atlas");
    m_other = addRun("hidden", "finetune");
}

void TestSnapshot::cleanup()
{
    m_fixture.reset();
}

RunRecord TestSnapshot::addRun(const std::string &sequence, const std::string &strategy)
{
    return m_fixture->project().writer().run([&](Connection &connection) {
        RunSpec spec;
        spec.sequence = sequence;
        spec.strategy = strategy;
        spec.backboneName = "mini";
        RunStore store(connection);
        const RunRecord run = store.create(spec);
        store.claim(run.uuid);
        store.setStatus(run.uuid, RunStatus::Finished, {});
        AccuracyCell cell;
        cell.scores = {{"accuracy", 0.8125}};
        cell.n = 6;
        ResultStore results(connection);
        results.putCell(run.id, cell, {{.sampleId = 1, .predicted = 0, .expected = 0, .confidence = 0.9, .score = 1}});
        results.addPoints(run.id, {{{"loss", "notes/stage2"}, {1, 0.5}}});
        results.putCost(run.id, {.task = 0, .trainSeconds = 3, .bytesAdded = 1000, .randomScore = 0.5});
        return *store.find(run.uuid);
    });
}

SnapshotReport TestSnapshot::take(const std::string &name)
{
    NullObserver observer;
    return takeSnapshot(m_fixture->project(), {.runs = {m_chosen.uuid}, .target = place(name), .actor = "hana"},
                        observer, {});
}

void TestSnapshot::holdsTheChosenRunsAndNothingElse()
{
    const SnapshotReport report = take("Frozen.atlas");
    QCOMPARE(report.facts.runs, std::vector{m_chosen.uuid});
    QVERIFY(report.samples > 0);
    const auto project = Project::open(place("Frozen.atlas"), OpenMode::ReadOnly);
    const auto connection = project->connect();
    const std::vector<RunRecord> runs = RunStore(*connection).list();
    QCOMPARE(runs.size(), std::size_t{1});
    QCOMPARE(runs.front().uuid, m_chosen.uuid);
    TaskStore tasks(*connection, project->assetFolder());
    QCOMPARE(tasks.list().size(), std::size_t{1});
    QCOMPARE(tasks.list().front().testCount, std::int64_t(report.samples));
    QCOMPARE(tasks.list().front().trainCount, 0);
    QCOMPARE(tasks.sequences().size(), std::size_t{1});
    QFile file(QString::fromStdString((place("Frozen.atlas") / "project.db").string()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    // Not even in pages that were given back.
    QVERIFY(!bytes.contains(m_other.uuid.c_str()));
    QVERIFY(!bytes.contains("secret"));
}

void TestSnapshot::canOnlyBeRead()
{
    take("Frozen.atlas");
    QCOMPARE(test::errorCodeOf([&] { Project::open(place("Frozen.atlas"), OpenMode::ReadWrite); }),
             std::optional(ErrorCode::Locked));
    QVERIFY(test::errorMessageOf([&] {
                Project::open(place("Frozen.atlas"), OpenMode::ReadWrite);
            }).find("frozen snapshot") != std::string::npos);
    QVERIFY(!fs::exists(place("Frozen.atlas") / "project.lock"));
    const auto facts = snapshotFacts(place("Frozen.atlas"));
    QVERIFY(facts.has_value());
    QCOMPARE(facts->takenBy, std::string("hana"));
    QCOMPARE(facts->projectUuid, m_fixture->project().uuid());
}

void TestSnapshot::resultsReadAsInTheProject()
{
    take("Frozen.atlas");
    const auto frozen = Project::open(place("Frozen.atlas"), OpenMode::ReadOnly);
    const auto read = [&](const Project &project) {
        const auto connection = project.connect();
        return readRunResults(*connection, project.assetFolder(), *RunStore(*connection).find(m_chosen.uuid));
    };
    const RunResults there = read(*frozen);
    const RunResults here = read(m_fixture->project());
    QCOMPARE(there.matrix(), here.matrix());
    QCOMPARE(there.costs.size(), here.costs.size());
    const auto connection = frozen->connect();
    ResultStore results(*connection);
    QCOMPARE(results.predictions(there.run.id, 0, 0).size(), std::size_t{1});
    QCOMPARE(results.points(results.series(there.run.id).front().id).size(), std::size_t{1});
    NullObserver observer;
    const std::vector<std::string> problems = verifyProject(*frozen, observer, {});
    QVERIFY2(problems.empty(), problems.empty() ? "" : problems.front().c_str());
}

void TestSnapshot::theSameContentHasTheSameHash()
{
    const std::string first = take("One.atlas").facts.contentHash;
    QCOMPARE(take("Two.atlas").facts.contentHash, first);
    QCOMPARE(contentHash(place("Two.atlas") / "project.db"), first);
    QVERIFY(snapshotProblems(place("One.atlas")).empty());
}

void TestSnapshot::aChangedRowIsFound()
{
    take("Frozen.atlas");
    const fs::path database = place("Frozen.atlas") / "project.db";
    fs::permissions(database, fs::perms::owner_write, fs::perm_options::add);
    {
        Connection connection(database, Connection::Access::ReadWrite);
        connection.execute("UPDATE cell_score SET value = 0.99");
    }
    QCOMPARE(snapshotProblems(place("Frozen.atlas")).size(), std::size_t{1});
    const auto project = Project::open(place("Frozen.atlas"), OpenMode::ReadOnly);
    NullObserver observer;
    QVERIFY(!verifyProject(*project, observer, {}).empty());
}

void TestSnapshot::isWholeOrNotAtAll()
{
    std::stop_source stop;
    stop.request_stop();
    NullObserver observer;
    QCOMPARE(test::errorCodeOf([&] {
                 takeSnapshot(m_fixture->project(),
                              {.runs = {m_chosen.uuid}, .target = place("Half.atlas"), .actor = {}}, observer,
                              stop.get_token());
             }),
             std::optional(ErrorCode::Cancelled));
    for (const auto &entry : fs::directory_iterator(m_fixture->temporary())) {
        QVERIFY2(entry.path().filename().string().find("Half") == std::string::npos, entry.path().c_str());
    }
}

void TestSnapshot::aTakenPlaceIsRefused()
{
    take("Frozen.atlas");
    QCOMPARE(test::errorCodeOf([&] { take("Frozen.atlas"); }), std::optional(ErrorCode::BadInput));
    NullObserver observer;
    QCOMPARE(test::errorCodeOf([&] {
                 takeSnapshot(m_fixture->project(), {.runs = {"nothing"}, .target = place("No.atlas"), .actor = {}},
                              observer, {});
             }),
             std::optional(ErrorCode::NotFound));
}

void TestSnapshot::liveProjectsAreNoSnapshots()
{
    QVERIFY(!snapshotFacts(m_fixture->folder()).has_value());
}

QTEST_GUILESS_MAIN(TestSnapshot)
#include "tst_snapshot.moc"
