#include "project_fixture.h"
#include "tests/support/child_process.h"

#include <QtTest>

#include <cstdio>
#include <fstream>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::errorCodeOf;
using atlas::test::errorMessageOf;
namespace fs = std::filesystem;

class TestProject : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void createsTheFolders();
    void refusesAFolderThatIsInUse();
    void findsNoProject();
    void onlyOneProcessWrites();
    void theLockEndsWithItsProcess();
    void readsWhileAnotherWrites();
    void readsFromAReadOnlyFolder();
    void aReadOnlyProjectHasNoWriter();
    void aNewerProjectIsOnlyRead();
    void refusesOtherFiles_data();
    void refusesOtherFiles();
    void refusesForeignTriggers();
    void findsDamageAfterACrash();
};

namespace {

void overwrite(const fs::path &file, std::streamoff at, const std::string &bytes)
{
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(at);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// Holds the project given until its input closes.
int holdProject(int, char **argv)
{
    const auto project = Project::open(argv[1], OpenMode::ReadWrite);
    std::puts("open");
    std::fflush(stdout);
    return std::getchar() == EOF ? 0 : 1;
}

}  // namespace

void TestProject::createsTheFolders()
{
    test::ProjectFixture fixture;
    const Project &project = fixture.project();
    QCOMPARE(project.name(), "Test");
    QCOMPARE(project.uuid().size(), 36U);
    QVERIFY(fs::is_directory(project.assetFolder()));
    QVERIFY(fs::is_directory(project.cacheFolder()));
    QVERIFY(fs::is_directory(project.exportFolder()));
    QVERIFY(fs::is_directory(project.modelFolder("x").parent_path()));
    const std::string uuid = project.uuid();
    fixture.open(OpenMode::ReadOnly);
    QCOMPARE(fixture.project().uuid(), uuid);
    const auto entries = std::distance(fs::directory_iterator(fixture.temporary()), fs::directory_iterator());
    QCOMPARE(entries, 1);  // nothing of the making is left beside it
}

void TestProject::refusesAFolderThatIsInUse()
{
    test::ProjectFixture fixture;
    QCOMPARE(errorCodeOf([&] { Project::create(fixture.folder()); }), ErrorCode::BadInput);
    const fs::path other = fixture.temporary() / "notes";
    fs::create_directories(other);
    std::ofstream(other / "letter.txt") << "dear";
    QCOMPARE(errorCodeOf([&] { Project::create(other); }), ErrorCode::BadInput);
    QVERIFY(fs::exists(other / "letter.txt"));
    fs::create_directories(fixture.temporary() / "Empty.atlas");
    QVERIFY(Project::create(fixture.temporary() / "Empty.atlas/") != nullptr);
}

void TestProject::findsNoProject()
{
    test::ProjectFixture fixture;
    QCOMPARE(errorCodeOf([&] { Project::open(fixture.temporary(), OpenMode::ReadWrite); }), ErrorCode::NotFound);
    QCOMPARE(errorCodeOf([&] { Project::open("/nowhere.atlas", OpenMode::ReadOnly); }), ErrorCode::NotFound);
}

void TestProject::onlyOneProcessWrites()
{
    test::ProjectFixture fixture;
    fixture.close();
    QProcess child;
    test::startChild(child, {"hold", QString::fromStdString(fixture.folder().string())});
    QVERIFY(child.waitForReadyRead(20000));
    const std::string message = errorMessageOf([&] { fixture.open(); });
    QVERIFY2(message.find("process " + std::to_string(child.processId()) + " on ") != std::string::npos,
             message.c_str());
    QVERIFY2(message.find("being written by ") != std::string::npos, message.c_str());
    QCOMPARE(exitCode(*errorCodeOf([&] { fixture.open(); })), 4);
    child.closeWriteChannel();
    QVERIFY(child.waitForFinished(20000));
    fixture.open();
}

void TestProject::theLockEndsWithItsProcess()
{
    test::ProjectFixture fixture;
    fixture.close();
    QProcess child;
    test::startChild(child, {"hold", QString::fromStdString(fixture.folder().string())});
    QVERIFY(child.waitForReadyRead(20000));
    child.kill();
    QVERIFY(child.waitForFinished(20000));
    fixture.open();
}

void TestProject::readsWhileAnotherWrites()
{
    test::ProjectFixture fixture;
    const auto reader = Project::open(fixture.folder(), OpenMode::ReadOnly);
    fixture.addDataset("later");
    QCOMPARE(reader->connect()->integer("SELECT count(*) FROM dataset"), 1);
}

void TestProject::readsFromAReadOnlyFolder()
{
    test::ProjectFixture fixture;
    fixture.addDataset("d");
    fixture.close();
    fs::permissions(fixture.folder(), fs::perms::owner_read | fs::perms::owner_exec);
    const auto project = Project::open(fixture.folder(), OpenMode::ReadOnly);
    QCOMPARE(project->connect()->integer("SELECT count(*) FROM dataset"), 1);
    fs::permissions(fixture.folder(), fs::perms::owner_all);
}

void TestProject::aReadOnlyProjectHasNoWriter()
{
    test::ProjectFixture fixture;
    fixture.open(OpenMode::ReadOnly);
    QCOMPARE(errorCodeOf([&] { fixture.project().writer(); }), ErrorCode::Locked);
}

void TestProject::aNewerProjectIsOnlyRead()
{
    test::ProjectFixture fixture;
    fixture.project().writer().run([](Connection &connection) { connection.execute("PRAGMA user_version = 999"); });
    fixture.close();
    QCOMPARE(errorCodeOf([&] { fixture.open(OpenMode::ReadWrite); }), ErrorCode::BadInput);
    fixture.open(OpenMode::ReadOnly);
    QCOMPARE(fixture.project().connect()->integer("PRAGMA user_version"), 999);
}

void TestProject::refusesOtherFiles_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("keep");
    QTest::newRow("wrong application id") << 68 << QByteArray("\0\0\0\1", 4) << -1;
    QTest::newRow("no SQLite file") << 0 << QByteArray("PK\3\4") << -1;
    QTest::newRow("empty") << 0 << QByteArray() << 0;
    QTest::newRow("cut in the header") << 0 << QByteArray() << 50;
    QTest::newRow("cut in the schema") << 0 << QByteArray() << 5000;
    QTest::newRow("first page overwritten") << 100 << QByteArray(1000, '\xAA') << -1;
}

void TestProject::refusesOtherFiles()
{
    QFETCH(int, at);
    QFETCH(QByteArray, bytes);
    QFETCH(int, keep);
    test::ProjectFixture fixture;
    fixture.close();
    if (keep >= 0) {
        fs::resize_file(fixture.database(), static_cast<std::uintmax_t>(keep));
    }
    overwrite(fixture.database(), at, bytes.toStdString());
    for (const OpenMode mode : {OpenMode::ReadWrite, OpenMode::ReadOnly}) {
        QCOMPARE(errorCodeOf([&] { fixture.open(mode); }), ErrorCode::Damaged);
    }
    try {
        fixture.open();
    } catch (const Error &error) {
        QVERIFY(!error.hint().empty());
        QCOMPARE(exitCode(error.code()), 4);
    }
}

void TestProject::refusesForeignTriggers()
{
    test::ProjectFixture fixture;
    fixture.project().writer().run([](Connection &connection) {
        connection.execute("CREATE TRIGGER sly AFTER INSERT ON sample BEGIN DELETE FROM sample_label; END");
    });
    fixture.close();
    QCOMPARE(errorCodeOf([&] { fixture.open(OpenMode::ReadOnly); }), ErrorCode::Damaged);
    const std::string message = errorMessageOf([&] { fixture.open(); });
    QVERIFY2(message.find("trigger sly") != std::string::npos, message.c_str());
}

void TestProject::findsDamageAfterACrash()
{
    test::ProjectFixture fixture;
    fixture.addTexts(fixture.addDataset("d"), 2000, 2);
    fixture.close();
    // A page in the middle of the file is lost, and the log left behind tells of an unclean end.
    const auto pages = fs::file_size(fixture.database()) / 4096;
    overwrite(fixture.database(), static_cast<std::streamoff>(4096 * (pages - 20)), std::string(4096, '\x55'));
    std::ofstream(fixture.database().string() + "-wal") << "left over";
    QCOMPARE(errorCodeOf([&] { fixture.open(); }), ErrorCode::Damaged);
}

int main(int argc, char **argv)
{
    return test::runTestOrChild<TestProject>(argc, argv, holdProject);
}
#include "tst_project.moc"
