#include "core/error.h"
#include "core/files.h"
#include "engine/backbone/wordpiece_tokenizer.h"
#include "engine/pretrain/vocabulary_builder.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <set>

using atlas::engine::VocabularyBuilder;
using atlas::engine::WordPieceTokenizer;

namespace {

constexpr std::size_t kRoom = 520;  ///< characters that every vocabulary holds, and some joins

std::vector<std::string> build(const std::vector<std::string> &texts, std::size_t size = kRoom)
{
    VocabularyBuilder builder({.lowerCase = true, .stripAccents = false});
    for (const std::string &text : texts) {
        builder.add(text);
    }
    return builder.build(size);
}

bool holds(const std::vector<std::string> &vocabulary, const std::string &piece)
{
    return std::find(vocabulary.begin(), vocabulary.end(), piece) != vocabulary.end();
}

}  // namespace

class TestVocabularyBuilder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void frequentNeighboursBecomePieces()
    {
        const auto vocabulary = build({"low low low low", "lower lowest", "newest newest newest"});
        QVERIFY(holds(vocabulary, "low"));
        QVERIFY(holds(vocabulary, "newest"));
        QVERIFY(!holds(vocabulary, "lowest"));  // seen once: no pattern
    }

    void everyPieceStandsOnce()
    {
        const auto vocabulary = build({"aaaa aaaa aa aaa aaaaaa", "ababab abab", "太郎は走る。太郎は走った。"});
        QCOMPARE(std::set<std::string>(vocabulary.begin(), vocabulary.end()).size(), vocabulary.size());
    }

    void theOrderOfTextsDoesNotMatter()
    {
        QCOMPARE(build({"the cat sat", "a cat ran", "猫が走る"}), build({"猫が走る", "a cat ran", "the cat sat"}));
    }

    void charactersOfTheTextsAndKanaAreCovered_data()
    {
        QTest::addColumn<QString>("piece");
        for (const char *piece : {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "z", "##z", "9", "?", "あ", "##あ",
                                  "ガ", "##ガ", "ー", "鹿", "é", "##é"}) {
            QTest::newRow(piece) << QString::fromUtf8(piece);
        }
    }
    void charactersOfTheTextsAndKanaAreCovered()
    {
        QFETCH(QString, piece);
        QVERIFY(holds(build({"鹿", "é", "né"}), piece.toStdString()));
    }

    void sizeIsTheLimit()
    {
        QVERIFY(build({"some words that repeat", "some words that repeat"}).size() <= kRoom);
        QVERIFY_EXCEPTION_THROWN(build({"words"}, 100), atlas::Error);
    }

    void theTokenizerNeedsNoUnknownForItsTexts()
    {
        const std::vector<std::string> texts{"The weather in Kyoto?", "猫がカメラを見ている。", "コンピューターは速い"};
        std::string file;
        for (const std::string &piece : build(texts, 600)) {
            file += piece + "\n";
        }
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("vocab.txt").toStdString();
        atlas::writeFileAtomically(path, file);
        const auto tokenizer = WordPieceTokenizer::fromFile(path, true, false);
        for (const std::string &text : texts) {
            const auto ids = tokenizer.pieces(text);
            QVERIFY(!ids.empty());
            QCOMPARE(std::count(ids.begin(), ids.end(), tokenizer.unknownId()), 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestVocabularyBuilder)
#include "tst_vocabulary_builder.moc"
