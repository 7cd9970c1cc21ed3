#include "core/error.h"
#include "core/files.h"
#include "engine/embedders/e5_file.h"
#include "engine/embedders/precompiled_charsmap.h"
#include "engine/embedders/unigram_tokenizer.h"
#include "tests/support/shared_data.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace atlas;
using namespace atlas::engine;

namespace {

using Ids = std::vector<std::int64_t>;

constexpr const char *kFile = "e5-small-q4.bin";

/// 0 <s>, 1 <pad>, 2 </s>, 3 <unk>, 4 a, 5 ▁, 6 ▁a, 7 ab, 8 か, 9 b
UnigramTables small()
{
    UnigramTables tables;
    tables.pieces = {"<s>", "<pad>", "</s>", "<unk>", "a", "▁", "▁a", "ab", "か", "b"};
    tables.scores = {0, 0, 0, 0, -2, -2, -3, -5, -1, -2};
    return tables;
}

std::string bytesOf(const std::vector<std::uint32_t> &units)
{
    return {reinterpret_cast<const char *>(units.data()), units.size() * sizeof(std::uint32_t)};
}

/// A charsmap with the rules "a" -> "X" and "ab" -> "YZ". A unit: its byte, bit 8 "a value follows", from bit 10 the
/// offset that leads (xor) to its children; the value is the child for byte 0.
std::string charsmap()
{
    std::vector<std::uint32_t> units(1024, 0);
    constexpr std::uint32_t kHasValue = 1U << 8;
    units[0] = 256U << 10;                                             // children of the root at 256 ^ byte
    units[256 ^ 'a'] = 'a' | kHasValue | ((256U ^ 'a' ^ 512U) << 10);  // "a": its children at 512 ^ byte
    units[512] = 0x80000000U | 0;                                      // value of "a": place 0
    units[512 ^ 'b'] = 'b' | kHasValue | ((512U ^ 'b' ^ 768U) << 10);  // "ab": its children at 768
    units[768] = 0x80000000U | 2;                                      // value of "ab": place 2
    return bytesOf({static_cast<std::uint32_t>(units.size() * 4)}) + bytesOf(units) + std::string("X\0YZ\0", 5);
}

}  // namespace

class TestUnigramTokenizer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void idsEqualTheGoldens()
    {
        ATLAS_NEED_SHARED(test::embedderFile(kFile));
        ATLAS_NEED_SHARED(test::golden("embedders.json"));
        E5File file(test::embedderFile(kFile));
        const UnigramTokenizer tokenizer(file.takeTokenizer());
        const auto golden = nlohmann::json::parse(readFile(test::golden("embedders.json")));
        for (const auto &sentence : golden.at("sentences")) {
            const Ids ids = tokenizer.encode(sentence.at("text").get<std::string>(), 64);
            QCOMPARE(ids, sentence.at("ids").get<Ids>());
            const auto pieces = sentence.at("pieces").get<std::vector<std::string>>();
            for (std::size_t i = 0; i < ids.size(); ++i) {
                QCOMPARE(tokenizer.piece(ids[i]), pieces[i]);
            }
        }
    }

    void theBestSumWins_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("pieces");
        QTest::newRow("empty") << "" << QList<int>{5};
        QTest::newRow("one blank") << " " << QList<int>{5};
        QTest::newRow("the longer piece is better") << "a" << QList<int>{6};
        QTest::newRow("the shorter pieces are better") << "ab" << QList<int>{6, 9};
        QTest::newRow("blanks become one") << "a   a" << QList<int>{6, 6};
        QTest::newRow("a blank at the end stays") << "a " << QList<int>{6, 5};
        QTest::newRow("unknown ones one by one") << "a龘龗b" << QList<int>{6, 3, 3, 9};
        QTest::newRow("the name of <unk> is no piece") << "<unk>" << QList<int>{5, 3, 3, 3, 3, 3};
        QTest::newRow("three bytes") << "か" << QList<int>{5, 8};
    }
    void theBestSumWins()
    {
        QFETCH(QString, text);
        QFETCH(QList<int>, pieces);
        QCOMPARE(UnigramTokenizer(small()).encode(text.toStdString(), 64), framed(pieces));
    }

    void wordsAreSplitWhereTheTokenizerSaysSo_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("pieces");
        QTest::newRow("empty") << "" << QList<int>{};
        QTest::newRow("blanks around") << " \t a " << QList<int>{6};
        QTest::newRow("ideographic blank") << QStringLiteral("a\u3000か") << QList<int>{6, 5, 8};
        QTest::newRow("unknown ones together") << "a龘龗b" << QList<int>{6, 3, 9};
    }
    void wordsAreSplitWhereTheTokenizerSaysSo()
    {
        QFETCH(QString, text);
        QFETCH(QList<int>, pieces);
        UnigramTables tables = small();
        tables.splitWords = true;
        tables.fuseUnknown = true;
        QCOMPARE(UnigramTokenizer(std::move(tables)).encode(text.toStdString(), 64), framed(pieces));
    }

    void longTextsAreCutBehindTheLimit()
    {
        const UnigramTokenizer tokenizer(small());
        QCOMPARE(tokenizer.encode("a a a a a", 4), (Ids{0, 6, 6, 2}));
        QCOMPARE(tokenizer.encode("a", 2), (Ids{0, 2}));
        QCOMPARE(tokenizer.encode(std::string(1'000'000, 'b'), 512).size(), std::size_t(512));
    }

    void bytesThatAreNotUtf8DoNoHarm()
    {
        const UnigramTokenizer tokenizer(small());
        QCOMPARE(tokenizer.encode("a\xFF\xC3\xE3\x81", 64), framed({6}));
        QCOMPARE(tokenizer.encode(std::string("\0", 1), 64), framed({5, 3}));
    }

    void codePointsAreReplaced()
    {
        auto map = std::make_shared<CodePointMap>();
        map->add(U'Ａ', {'a'});
        map->add('\t', {' '});
        map->add('-', {});
        map->add(U'㍿', {0x110000, 0xD800, 'b', 'b'});  // what is no code point is left out
        UnigramTables tables = small();
        tables.normaliser = map;
        QCOMPARE(UnigramTokenizer(std::move(tables)).encode("Ａ\t-か㍿", 64), framed({6, 5, 8, 9, 9}));
    }

    void theLongestRuleOfACharsmapWins()
    {
        const PrecompiledCharsmap map(charsmap());
        QCOMPARE(map.apply("a"), std::string("X"));
        QCOMPARE(map.apply("ab"), std::string("YZ"));
        QCOMPARE(map.apply("caabか"), std::string("cXYZか"));
        QCOMPARE(map.apply(""), std::string());
    }

    void damagedCharsmapsDoNoHarm()
    {
        const std::string whole = charsmap();
        for (const std::size_t length : {0, 3, 4, 100, 4099}) {
            QVERIFY_EXCEPTION_THROWN(PrecompiledCharsmap(std::string_view(whole).substr(0, length)), Error);
        }
        QCOMPARE(PrecompiledCharsmap(std::string_view(whole).substr(0, 4100)).apply("c"), std::string("c"));
        std::string wild = whole;
        std::fill(wild.begin() + 4, wild.begin() + 4100, '\xff');
        PrecompiledCharsmap(wild).apply("caab");
    }

    void unsoundVocabulariesAreRefused()
    {
        UnigramTables tables = small();
        tables.scores.pop_back();
        QVERIFY_EXCEPTION_THROWN(UnigramTokenizer{std::move(tables)}, Error);
        tables = small();
        tables.unknown = 10;
        QVERIFY_EXCEPTION_THROWN(UnigramTokenizer{std::move(tables)}, Error);
        QVERIFY_EXCEPTION_THROWN(UnigramTokenizer{UnigramTables()}, Error);
    }

    void ofEqualPiecesTheLastCounts()
    {
        UnigramTables tables = small();
        tables.pieces.emplace_back("か");
        tables.pieces.emplace_back();
        tables.scores.insert(tables.scores.end(), {-1, 0});
        QCOMPARE(UnigramTokenizer(std::move(tables)).encode("か", 64), framed({5, 10}));
    }

private:
    static Ids framed(const QList<int> &pieces)
    {
        Ids ids{0};
        ids.insert(ids.end(), pieces.begin(), pieces.end());
        ids.push_back(2);
        return ids;
    }
};

QTEST_GUILESS_MAIN(TestUnigramTokenizer)
#include "tst_unigram_tokenizer.moc"
