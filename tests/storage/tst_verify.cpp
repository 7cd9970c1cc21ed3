#include "project_fixture.h"

#include "core/files.h"
#include "storage/asset_index.h"
#include "storage/run_store.h"
#include "storage/task_store.h"
#include "storage/verify.h"

#include <QtTest>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::errorCodeOf;
using atlas::test::ProjectFixture;
namespace fs = std::filesystem;

class TestVerify : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSoundProjectHasNoFindings();
    void findsAFlippedByte();
    void findsAMissingLink();
    void findsMissingAndStrayRunFolders();
    void findsRowsThatNameNothing();
    void canBeStopped();
};

namespace {

StoredAsset addAsset(ProjectFixture &fixture, const std::string &content)
{
    const fs::path folder = fixture.project().assetFolder();
    const auto asset = AssetStore(folder).putBytes(std::as_bytes(std::span(content.data(), content.size())));
    fixture.project().writer().run([&](Connection &connection) { AssetIndex(connection, folder).add(asset, 1, 1); });
    return asset;
}

std::string findings(ProjectFixture &fixture)
{
    NullObserver observer;
    std::string all;
    for (const std::string &finding : verifyProject(fixture.project(), observer, {})) {
        all += finding + "\n";
    }
    return all;
}

bool has(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

std::string addFinishedRun(ProjectFixture &fixture)
{
    fixture.addTask("a");
    return fixture.project().writer().run([](Connection &connection) {
        TaskStore(connection, {}).setSequence("s", {"a"});
        RunSpec spec;
        spec.sequence = "s";
        spec.strategy = "atlas";
        RunStore runs(connection);
        const std::string uuid = runs.create(spec).uuid;
        runs.setStatus(uuid, RunStatus::Finished, "");
        return uuid;
    });
}

}  // namespace

void TestVerify::aSoundProjectHasNoFindings()
{
    ProjectFixture fixture;
    addAsset(fixture, "one");
    fs::create_directories(fixture.project().modelFolder(addFinishedRun(fixture)));
    QCOMPARE(findings(fixture), "");
    fixture.open(OpenMode::ReadOnly);
    QCOMPARE(findings(fixture), "");
}

void TestVerify::findsAFlippedByte()
{
    ProjectFixture fixture;
    addAsset(fixture, "sound");
    const StoredAsset asset = addAsset(fixture, "flipped");
    writeFileAtomically(asset.path, std::string("flIpped"));
    const std::string found = findings(fixture);
    QVERIFY2(has(found, asset.path.string() + ": the content changed"), found.c_str());
    QCOMPARE(std::ranges::count(found, '\n'), 1);
}

void TestVerify::findsAMissingLink()
{
    ProjectFixture fixture;
    const fs::path file = fixture.temporary() / "outside.png";
    writeFileAtomically(file, std::string("x"));
    const fs::path folder = fixture.project().assetFolder();
    const StoredAsset asset = AssetStore(folder).linkFile(file);
    fixture.project().writer().run([&](Connection &connection) { AssetIndex(connection, folder).add(asset, 1, 1); });
    QCOMPARE(findings(fixture), "");
    fs::remove(file);
    QVERIFY(has(findings(fixture), "outside.png"));
}

void TestVerify::findsMissingAndStrayRunFolders()
{
    ProjectFixture fixture;
    const std::string uuid = addFinishedRun(fixture);
    fs::create_directories(fixture.project().modelFolder("stray"));
    const std::string found = findings(fixture);
    QVERIFY2(has(found, uuid + ") is finished, but its folder in models is missing"), found.c_str());
    QVERIFY2(has(found, "stray: belongs to no run"), found.c_str());
}

void TestVerify::findsRowsThatNameNothing()
{
    ProjectFixture fixture;
    fixture.addTexts(fixture.addDataset("d"), 3, 1);
    fixture.close();
    {
        Connection connection(fixture.database(), Connection::Access::ReadWrite);
        connection.execute("PRAGMA foreign_keys = OFF; DELETE FROM dataset");
    }
    fixture.open();
    const std::string found = findings(fixture);
    QVERIFY2(has(found, "of table sample names a row of table dataset that does not exist"), found.c_str());
}

void TestVerify::canBeStopped()
{
    ProjectFixture fixture;
    addAsset(fixture, "one");
    std::stop_source source;
    source.request_stop();
    NullObserver observer;
    QCOMPARE(errorCodeOf([&] { verifyProject(fixture.project(), observer, source.get_token()); }),
             ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestVerify)
#include "tst_verify.moc"
