#include "core/files.h"
#include "engine/features/feature_cache.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>

using atlas::engine::FeatureCache;
using atlas::engine::featureKey;

namespace {

constexpr std::int64_t kAmple = 1 << 20;

std::vector<std::byte> bytesOf(const std::string &text)
{
    const auto span = std::as_bytes(std::span(text));
    return {span.begin(), span.end()};
}

std::string textOf(const std::optional<atlas::engine::CachedBytes> &found)
{
    return found ? std::string(reinterpret_cast<const char *>(found->bytes.data()), found->bytes.size()) : "absent";
}

}  // namespace

class TestFeatureCache : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath("cache/some.features").toStdString();
    }

    void whatWasStoredIsFoundAgain()
    {
        {
            FeatureCache cache(m_file, "one", kAmple);
            cache.store(featureKey({"a"}), bytesOf("first"));
            cache.store(featureKey({"b"}), bytesOf(std::string(1000, 'x')));
            QCOMPARE(textOf(cache.find(featureKey({"a"}))), std::string("first"));
            QVERIFY(!cache.find(featureKey({"c"})));
        }
        FeatureCache again(m_file, "one", kAmple);
        QCOMPARE(textOf(again.find(featureKey({"a"}))), std::string("first"));
        QCOMPARE(textOf(again.find(featureKey({"b"}))), std::string(1000, 'x'));
        QCOMPARE(again.bytes(), static_cast<std::int64_t>(std::filesystem::file_size(m_file)));
    }

    void keysOfPartsDoNotRunTogether() { QVERIFY(featureKey({"ab", "c"}) != featureKey({"a", "bc"})); }

    void bytesOutliveTheCache()
    {
        std::optional<atlas::engine::CachedBytes> held;
        {
            FeatureCache cache(m_file, "one", kAmple);
            cache.store(featureKey({"a"}), bytesOf("kept"));
            held = cache.find(featureKey({"a"}));
        }
        std::filesystem::remove(m_file);
        QCOMPARE(textOf(held), std::string("kept"));
        QCOMPARE(reinterpret_cast<std::uintptr_t>(held->bytes.data()) % 64, std::uintptr_t{0});
    }

    void anotherIdentityEmptiesIt()
    {
        storeOne("one", "a", "first");
        FeatureCache other(m_file, "two", kAmple);
        QVERIFY(!other.find(featureKey({"a"})));
        QVERIFY(other.bytes() < 100);
    }

    void aTornTailIsCutOff()
    {
        storeOne("one", "a", "first");
        const auto whole = std::filesystem::file_size(m_file);
        storeOne("one", "b", std::string(500, 'y'));
        std::filesystem::resize_file(m_file, whole + 100);
        FeatureCache cache(m_file, "one", kAmple);
        QCOMPARE(textOf(cache.find(featureKey({"a"}))), std::string("first"));
        QVERIFY(!cache.find(featureKey({"b"})));
        cache.store(featureKey({"b"}), bytesOf("again"));
        QCOMPARE(textOf(cache.find(featureKey({"b"}))), std::string("again"));
        QCOMPARE(cache.bytes(), static_cast<std::int64_t>(std::filesystem::file_size(m_file)));
    }

    void damagedBytesAreAbsentAndStoredAnew()
    {
        storeOne("one", "a", std::string(200, 'z'));
        {
            std::fstream file(m_file, std::ios::in | std::ios::out | std::ios::binary);
            file.seekp(64 + 64 + 50);
            file.put('!');
        }
        FeatureCache cache(m_file, "one", kAmple);
        QVERIFY(!cache.find(featureKey({"a"})));
        cache.store(featureKey({"a"}), bytesOf("whole"));
        QCOMPARE(textOf(cache.find(featureKey({"a"}))), std::string("whole"));
        QCOMPARE(textOf(FeatureCache(m_file, "one", kAmple).find(featureKey({"a"}))), std::string("whole"));
    }

    void everyTruncationIsSurvived()
    {
        storeOne("one", "a", "first");
        storeOne("one", "b", std::string(150, 'y'));
        const std::string whole = atlas::readFile(m_file);
        for (std::size_t size = 0; size <= whole.size(); size += 7) {
            std::ofstream(m_file, std::ios::binary | std::ios::trunc) << whole.substr(0, size);
            FeatureCache cache(m_file, "one", kAmple);
            cache.store(featureKey({"c"}), bytesOf("new"));
            QCOMPARE(textOf(cache.find(featureKey({"c"}))), std::string("new"));
            const std::string first = textOf(cache.find(featureKey({"a"})));
            QVERIFY(first == "first" || first == "absent");
        }
    }

    void theOldestGoWhenTheLimitIsPassed()
    {
        for (int i = 0; i < 40; ++i) {
            storeOne("one", std::to_string(i), std::string(1000, 'a'));
        }
        FeatureCache small(m_file, "one", 20000);
        QVERIFY(small.bytes() <= 10000 + 64);
        QVERIFY(!small.find(featureKey({"0"})));
        QCOMPARE(textOf(small.find(featureKey({"39"}))), std::string(1000, 'a'));
        QCOMPARE(small.bytes(), static_cast<std::int64_t>(std::filesystem::file_size(m_file)));
    }

    void whatDoesNotFitStaysInMemory()
    {
        FeatureCache cache(m_file, "one", 500);
        cache.store(featureKey({"big"}), bytesOf(std::string(2000, 'b')));
        QCOMPARE(textOf(cache.find(featureKey({"big"}))), std::string(2000, 'b'));
        QVERIFY(cache.bytes() < 500);
    }

    void aSecondOpenerReadsAndDoesNotWrite()
    {
        FeatureCache writer(m_file, "one", kAmple);
        writer.store(featureKey({"a"}), bytesOf("first"));
        FeatureCache reader(m_file, "one", kAmple);
        QCOMPARE(textOf(reader.find(featureKey({"a"}))), std::string("first"));
        const auto size = std::filesystem::file_size(m_file);
        reader.store(featureKey({"b"}), bytesOf("second"));
        QCOMPARE(textOf(reader.find(featureKey({"b"}))), std::string("second"));
        QCOMPARE(std::filesystem::file_size(m_file), size);
    }

    void aPlaceThatCannotBeWrittenIsToldAndWorkGoesOn()
    {
        FeatureCache cache("/proc/nowhere/some.features", "one", kAmple);
        QVERIFY(!cache.problem().empty());
        cache.store(featureKey({"a"}), bytesOf("first"));
        QCOMPARE(textOf(cache.find(featureKey({"a"}))), std::string("first"));
    }

private:
    void storeOne(const std::string &identity, const std::string &key, const std::string &text)
    {
        FeatureCache cache(m_file, identity, kAmple);
        cache.store(featureKey({key}), bytesOf(text));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_file;
};

QTEST_GUILESS_MAIN(TestFeatureCache)
#include "tst_feature_cache.moc"
