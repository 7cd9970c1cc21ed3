#include "older_project.h"
#include "project_fixture.h"

#include "core/observer.h"
#include "storage/current_copy.h"
#include "storage/migrations.h"
#include "storage/query.h"
#include "storage/result_store.h"
#include "storage/run_store.h"
#include "storage/snapshot.h"
#include "storage/verify.h"

#include <QTest>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::bytesOf;
using atlas::test::errorCodeOf;
using atlas::test::errorMessageOf;
namespace fs = std::filesystem;

/// What an older program wrote can be read for years, and stays as it was.
class TestCurrentCopy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void olderSnapshotsAreRead_data();
    void olderSnapshotsAreRead();
    void anOlderSnapshotIsNeverWritten();
    void aChangedOlderSnapshotIsFound();
    void anOlderProjectIsReadAsItIsNow();
    void aCurrentProjectIsReadInItsPlace();
    void whatIsLookedAtCanBeFrozenAnew();
    void theCopyIsPrivateAndGoesAway();
    void leftoversOfACrashGoAway();
    void anUnusableTemporaryFolderIsSaid();
    void aFullDiskIsSaid();

private:
    fs::path place(const char *name) const { return fs::path(m_folder->path().toStdString()) / name; }
    std::vector<fs::path> copies() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCurrentCopy::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    fs::create_directory(place("tmp"));
    qputenv("TMPDIR", QByteArray::fromStdString(place("tmp").string()));
}

void TestCurrentCopy::cleanup()
{
    m_folder.reset();
}

std::vector<fs::path> TestCurrentCopy::copies() const
{
    std::vector<fs::path> found;
    for (const auto &entry : fs::directory_iterator(place("tmp"))) {
        found.push_back(entry.path());
    }
    return found;
}

void TestCurrentCopy::olderSnapshotsAreRead_data()
{
    QTest::addColumn<int>("version");
    for (int version = 1; version < currentSchemaVersion(); ++version) {
        QTest::addRow("v%d", version) << version;
    }
}

void TestCurrentCopy::olderSnapshotsAreRead()
{
    QFETCH(int, version);
    const fs::path folder = place("Old.atlas");
    test::makeOlderSnapshot(folder, version);
    const auto before = bytesOf(folder);
    {
        const auto project = Project::open(folder, OpenMode::ReadOnly);
        QVERIFY(readsCurrentCopy(*project));
        const auto connection = project->connect();
        QCOMPARE(schemaDifference(*connection), "");
        const RunRecord run = RunStore(*connection).list().at(0);
        QCOMPARE(run.status, RunStatus::Finished);
        QCOMPARE(ResultStore(*connection).cells(run.id).at(0).scores.at("accuracy"), 0.5);
        NullObserver observer;
        const std::vector<std::string> problems = verifyProject(*project, observer, {});
        QVERIFY2(problems.empty(), problems.empty() ? "" : problems.front().c_str());
        QVERIFY(snapshotProblems(folder).empty());  // of the file itself, in its own layout
    }
    QCOMPARE(bytesOf(folder), before);
    QVERIFY(copies().empty());
}

void TestCurrentCopy::anOlderSnapshotIsNeverWritten()
{
    const fs::path folder = place("Old.atlas");
    test::makeOlderSnapshot(folder, 11);
    const auto before = bytesOf(folder);
    QCOMPARE(errorCodeOf([&] { Project::open(folder, OpenMode::ReadWrite); }), ErrorCode::Locked);
    const auto project = Project::open(folder, OpenMode::ReadOnly);
    QCOMPARE(errorCodeOf([&] { project->writer(); }), ErrorCode::Locked);
    QCOMPARE(bytesOf(folder), before);
}

void TestCurrentCopy::aChangedOlderSnapshotIsFound()
{
    const fs::path folder = place("Old.atlas");
    test::makeOlderSnapshot(folder, 11);
    fs::permissions(folder / "project.db", fs::perms::owner_write, fs::perm_options::add);
    SQLite::Database((folder / "project.db").string(), SQLite::OPEN_READWRITE).exec("UPDATE cell_score SET value = 1");
    const auto project = Project::open(folder, OpenMode::ReadOnly);
    NullObserver observer;
    QCOMPARE(verifyProject(*project, observer, {}).size(), std::size_t{1});
}

void TestCurrentCopy::anOlderProjectIsReadAsItIsNow()
{
    // Another program has it open and has not folded its log into the file.
    const fs::path folder = place("Live.atlas");
    test::makeOlderProject(folder, 9);
    SQLite::Database writer((folder / "project.db").string(), SQLite::OPEN_READWRITE);
    writer.exec("PRAGMA journal_mode = WAL");
    writer.exec("UPDATE dataset SET name = 'renamed'");
    const std::string before = bytesOf(folder)["project.db"];
    {
        const auto project = Project::open(folder, OpenMode::ReadOnly);
        const auto connection = project->connect();
        QCOMPARE(connection->text("SELECT name FROM dataset"), "renamed");
        QCOMPARE(schemaDifference(*connection), "");
    }
    QCOMPARE(bytesOf(folder)["project.db"], before);
    QVERIFY(!fs::exists(folder / "backups"));
    QCOMPARE(writer.execAndGet("PRAGMA user_version").getInt(), 9);
}

void TestCurrentCopy::aCurrentProjectIsReadInItsPlace()
{
    test::ProjectFixture fixture;
    fixture.open(OpenMode::ReadOnly);
    QVERIFY(!readsCurrentCopy(fixture.project()));
    for (const fs::path &path : copies()) {  // the folder of the fixture alone
        QVERIFY2(!path.filename().string().starts_with("atlas-older-"), path.c_str());
    }
}

void TestCurrentCopy::whatIsLookedAtCanBeFrozenAnew()
{
    const fs::path folder = place("Live.atlas");
    test::makeOlderProject(folder, 10);
    const auto project = Project::open(folder, OpenMode::ReadOnly);
    const std::string run = RunStore(*project->connect()).list().at(0).uuid;
    NullObserver observer;
    takeSnapshot(*project, {.runs = {run}, .target = place("Frozen.atlas"), .actor = "hana"}, observer, {});
    const auto frozen = Project::open(place("Frozen.atlas"), OpenMode::ReadOnly);
    QVERIFY(!readsCurrentCopy(*frozen));
    QCOMPARE(RunStore(*frozen->connect()).list().at(0).uuid, run);
}

void TestCurrentCopy::theCopyIsPrivateAndGoesAway()
{
    test::makeOlderSnapshot(place("One.atlas"), 11);
    auto one = Project::open(place("One.atlas"), OpenMode::ReadOnly);
    QCOMPARE(copies().size(), 1U);
    QCOMPARE(fs::status(copies()[0]).permissions(), fs::perms::owner_all);
    // A second one leaves the first alone: it is in use.
    auto two = Project::open(place("One.atlas"), OpenMode::ReadOnly);
    QCOMPARE(copies().size(), 2U);
    QCOMPARE(one->connect()->integer("SELECT count(*) FROM run"), 1);
    one.reset();
    QCOMPARE(copies().size(), 1U);
    QCOMPARE(two->connect()->integer("SELECT count(*) FROM run"), 1);
    two.reset();
    QVERIFY(copies().empty());
}

void TestCurrentCopy::leftoversOfACrashGoAway()
{
    test::makeOlderSnapshot(place("Old.atlas"), 11);
    const pid_t child = ::fork();
    if (child == 0) {
        const auto project = Project::open(place("Old.atlas"), OpenMode::ReadOnly);
        ::_exit(0);  // without an end
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    QCOMPARE(copies().size(), 1U);
    fs::create_directory(place("tmp") / "atlas-older-XX");  // of one that is just being made: stays
    fs::create_directory(place("tmp") / "something else");
    const fs::path left = copies().front();
    Project::open(place("Old.atlas"), OpenMode::ReadOnly).reset();
    QCOMPARE(copies().size(), 2U);
    for (const fs::path &path : copies()) {
        QVERIFY(path.filename() == "atlas-older-XX" || path.filename() == "something else");
    }
}

void TestCurrentCopy::anUnusableTemporaryFolderIsSaid()
{
    test::makeOlderSnapshot(place("Old.atlas"), 11);
    for (const std::string &folder : {std::string("/proc"), place("nowhere").string()}) {
        qputenv("TMPDIR", QByteArray::fromStdString(folder));
        const auto opening = [&] { Project::open(place("Old.atlas"), OpenMode::ReadOnly); };
        QCOMPARE(errorCodeOf(opening), ErrorCode::Io);
        const std::string message = errorMessageOf(opening);
        QVERIFY2(message.find("written by an older program") != std::string::npos &&
                     message.find("The project itself was not changed.") != std::string::npos &&
                     message.find("Old.atlas") != std::string::npos,
                 message.c_str());
    }
}

void TestCurrentCopy::aFullDiskIsSaid()
{
    test::makeOlderSnapshot(place("Old.atlas"), 11);
    const auto before = bytesOf(place("Old.atlas"));
    // A limit for every file stands in for a full disk.
    rlimit usual{};
    ::getrlimit(RLIMIT_FSIZE, &usual);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit small = usual;
    small.rlim_cur = 100'000;
    ::setrlimit(RLIMIT_FSIZE, &small);
    std::optional<Error> error;
    try {
        Project::open(place("Old.atlas"), OpenMode::ReadOnly);
    } catch (const Error &thrown) {
        error = thrown;
    }
    ::setrlimit(RLIMIT_FSIZE, &usual);
    std::signal(SIGXFSZ, handler);
    QVERIFY(error.has_value());
    QCOMPARE(error->code(), ErrorCode::DiskFull);
    QVERIFY2(error->message().find("disk") != std::string::npos, error->message().c_str());
    QVERIFY(!error->hint().empty());
    QCOMPARE(bytesOf(place("Old.atlas")), before);
    QVERIFY(copies().empty());
}

QTEST_GUILESS_MAIN(TestCurrentCopy)
#include "tst_current_copy.moc"
