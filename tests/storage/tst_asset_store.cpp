#include "project_fixture.h"

#include "core/files.h"
#include "core/hash.h"
#include "storage/asset_index.h"

#include <QtTest>

#include <thread>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::errorCodeOf;
namespace fs = std::filesystem;

class TestAssetStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsContentUnderItsHash();
    void keepsEqualContentOnce();
    void leavesLinkedFilesInPlace();
    void discardsOnlyWhatItWrote();
    void writesADamagedFileAnew();
    void reportsAMissingFile();
    void manyThreadsMayPutTheSame();
    void indexKnowsSizeAndPlace();
};

namespace {

std::span<const std::byte> bytesOf(const std::string &text)
{
    return std::as_bytes(std::span(text.data(), text.size()));
}

}  // namespace

void TestAssetStore::keepsContentUnderItsHash()
{
    test::ProjectFixture fixture;
    const AssetStore store(fixture.project().assetFolder());
    const std::string text = "picture";
    const fs::path file = fixture.temporary() / "a.png";
    writeFileAtomically(file, text);
    const StoredAsset asset = store.putFile(file);
    QCOMPARE(asset.sha256, sha256(bytesOf(text)));
    QCOMPARE(asset.path, fixture.project().assetFolder() / asset.sha256.substr(0, 2) / asset.sha256);
    QCOMPARE(asset.bytes, text.size());
    QVERIFY(asset.fresh && !asset.linked);
    QCOMPARE(readFile(asset.path), text);
}

void TestAssetStore::keepsEqualContentOnce()
{
    test::ProjectFixture fixture;
    const AssetStore store(fixture.project().assetFolder());
    const StoredAsset first = store.putBytes(bytesOf("same"));
    const StoredAsset second = store.putBytes(bytesOf("same"));
    QCOMPARE(second.path, first.path);
    QVERIFY(first.fresh && !second.fresh);
}

void TestAssetStore::leavesLinkedFilesInPlace()
{
    test::ProjectFixture fixture;
    const fs::path file = fixture.temporary() / "b.png";
    writeFileAtomically(file, std::string("linked"));
    const StoredAsset asset = AssetStore(fixture.project().assetFolder()).linkFile(file);
    QVERIFY(asset.linked);
    QCOMPARE(asset.path, file);
    QVERIFY(fs::is_empty(fixture.project().assetFolder()));
}

void TestAssetStore::discardsOnlyWhatItWrote()
{
    test::ProjectFixture fixture;
    const AssetStore store(fixture.project().assetFolder());
    const StoredAsset first = store.putBytes(bytesOf("x"));
    store.discard(store.putBytes(bytesOf("x")));
    QVERIFY(fs::exists(first.path));
    store.discard(first);
    QVERIFY(!fs::exists(first.path));
}

void TestAssetStore::writesADamagedFileAnew()
{
    test::ProjectFixture fixture;
    const AssetStore store(fixture.project().assetFolder());
    const StoredAsset asset = store.putBytes(bytesOf("whole"));
    fs::resize_file(asset.path, 2);
    QVERIFY(store.putBytes(bytesOf("whole")).fresh);
    QCOMPARE(readFile(asset.path), "whole");
}

void TestAssetStore::reportsAMissingFile()
{
    test::ProjectFixture fixture;
    const AssetStore store(fixture.project().assetFolder());
    QCOMPARE(errorCodeOf([&] { store.putFile(fixture.temporary() / "none.png"); }), ErrorCode::NotFound);
    QCOMPARE(errorCodeOf([&] { store.linkFile(fixture.temporary() / "none.png"); }), ErrorCode::NotFound);
}

void TestAssetStore::manyThreadsMayPutTheSame()
{
    test::ProjectFixture fixture;
    const AssetStore store(fixture.project().assetFolder());
    const std::string text(100000, 'z');
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&] { store.putBytes(bytesOf(text)); });
        }
    }
    QCOMPARE(sha256OfFile(store.pathOf(sha256(bytesOf(text)))), sha256(bytesOf(text)));
    // Nothing but the file itself is left in its folder.
    const fs::path folder = store.pathOf(sha256(bytesOf(text))).parent_path();
    QCOMPARE(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 1);
}

void TestAssetStore::indexKnowsSizeAndPlace()
{
    test::ProjectFixture fixture;
    const fs::path folder = fixture.project().assetFolder();
    const AssetStore store(folder);
    const fs::path file = fixture.temporary() / "c.png";
    writeFileAtomically(file, std::string("picture c"));
    const StoredAsset linked = store.linkFile(file);
    const auto add = [&](const StoredAsset &asset) {
        return fixture.project().writer().run(
            [&](Connection &connection) { return AssetIndex(connection, folder).add(asset, 640, 480); });
    };
    QCOMPARE(add(linked).path, file);
    const StoredAsset copied = store.putFile(file);
    QCOMPARE(add(copied).path, copied.path);  // a copy in the project is safer than a link
    QCOMPARE(add(linked).path, copied.path);  // and stays
    const auto reader = fixture.project().connect();
    const auto found = AssetIndex(*reader, folder).find(copied.sha256);
    QVERIFY(found.has_value());
    QCOMPARE(found->width, 640);
    QCOMPARE(found->height, 480);
    QVERIFY(!AssetIndex(*reader, folder).find(std::string(64, '0')));
}

QTEST_APPLESS_MAIN(TestAssetStore)
#include "tst_asset_store.moc"
