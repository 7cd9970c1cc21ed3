#include "core/error.h"
#include "core/files.h"
#include "core/safetensors.h"
#include "engine/backbone/wordpiece_tokenizer.h"
#include "tests/support/shared_data.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>

using atlas::Error;
using atlas::ErrorCode;
using atlas::engine::TokenizedText;
using atlas::engine::WordPieceTokenizer;

namespace {

const std::string kSpecials = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n";

/// Rows of an int64 matrix.
std::vector<std::vector<std::int64_t>> rows(const atlas::SafetensorsFile &file, const std::string &name)
{
    const atlas::TensorView &view = file.at(name);
    const auto width = static_cast<std::size_t>(view.shape.at(1));
    std::vector<std::vector<std::int64_t>> result(static_cast<std::size_t>(view.shape.at(0)));
    for (std::size_t i = 0; i < result.size(); ++i) {
        result[i].resize(width);
        std::memcpy(result[i].data(), view.bytes.data() + i * width * sizeof(std::int64_t),
                    width * sizeof(std::int64_t));
    }
    return result;
}

std::vector<std::int64_t> padded(std::vector<std::int64_t> values, std::size_t length, std::int64_t fill)
{
    values.resize(std::max(values.size(), length), fill);
    return values;
}

}  // namespace

class TestWordPieceTokenizer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_folder.isValid()); }

    void idsEqualTheGoldens_data()
    {
        QTest::addColumn<int>("length");
        QTest::newRow("40 tokens") << 40;
        QTest::newRow("12 tokens, truncated") << 12;
    }
    void idsEqualTheGoldens()
    {
        QFETCH(int, length);
        ATLAS_NEED_SHARED(atlas::test::golden("tokenizer.safetensors"));
        const auto tokenizer = WordPieceTokenizer::fromFolder(atlas::test::golden("tiny-vilt"));
        const auto file = atlas::SafetensorsFile::open(atlas::test::golden("tokenizer.safetensors"));
        const auto expected = rows(file, "max" + std::to_string(length) + ".input_ids");
        const auto mask = rows(file, "max" + std::to_string(length) + ".attention_mask");
        const auto sentences = inputs().at("sentences").get<std::vector<std::string>>();
        QCOMPARE(sentences.size(), expected.size());
        for (std::size_t i = 0; i < sentences.size(); ++i) {
            const TokenizedText text = tokenizer.encode(sentences[i], {}, length);
            QCOMPARE(padded(text.ids, static_cast<std::size_t>(length), tokenizer.padId()), expected[i]);
            QCOMPARE(static_cast<std::int64_t>(text.ids.size()),
                     std::accumulate(mask[i].begin(), mask[i].end(), std::int64_t{0}));
            QVERIFY(std::all_of(text.typeIds.begin(), text.typeIds.end(), [](auto type) { return type == 0; }));
        }
    }

    void pairsEqualTheGoldens()
    {
        ATLAS_NEED_SHARED(atlas::test::golden("tokenizer.safetensors"));
        const auto tokenizer = WordPieceTokenizer::fromFolder(atlas::test::golden("tiny-vilt"));
        const auto file = atlas::SafetensorsFile::open(atlas::test::golden("tokenizer.safetensors"));
        const auto ids = rows(file, "pair24.input_ids");
        const auto types = rows(file, "pair24.token_type_ids");
        const auto pairs = inputs().at("pairs").get<std::vector<std::array<std::string, 2>>>();
        QCOMPARE(pairs.size(), ids.size());
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const TokenizedText text = tokenizer.encodePair(pairs[i][0], pairs[i][1], 24);
            QCOMPARE(padded(text.ids, 24, tokenizer.padId()), ids[i]);
            QCOMPARE(padded(text.typeIds, 24, 0), types[i]);
        }
    }

    void piecesEqualTheGoldens()
    {
        ATLAS_NEED_SHARED(atlas::test::golden("tokenizer_inputs.json"));
        const auto tokenizer = WordPieceTokenizer::fromFolder(atlas::test::golden("tiny-vilt"));
        const auto sentences = inputs().at("sentences").get<std::vector<std::string>>();
        const auto tokens = inputs().at("tokens").get<std::vector<std::vector<std::string>>>();
        for (std::size_t i = 0; i < sentences.size(); ++i) {
            std::vector<std::string> pieces;
            for (const std::int64_t id : tokenizer.encode(sentences[i], {}, 40).ids) {
                if (id != tokenizer.padId()) {
                    pieces.push_back(tokenizer.piece(id));
                }
            }
            QCOMPARE(pieces, tokens[i]);
        }
    }

    void truncationTakesFromTheLongerPart_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<int>("maxTokens");
        QTest::addColumn<int>("keptFirst");
        QTest::addColumn<int>("keptSecond");
        QTest::newRow("fits") << "a a"
                              << "a" << 6 << 2 << 1;
        QTest::newRow("first is longer") << "a a a a a"
                                         << "a" << 7 << 3 << 1;
        QTest::newRow("second is longer") << "a"
                                          << "a a a a a" << 7 << 1 << 3;
        QTest::newRow("both too long, odd room") << "a a a a a a"
                                                 << "a a a a a" << 8 << 3 << 2;
        QTest::newRow("no room at all") << "a"
                                        << "a" << 3 << 0 << 0;
    }
    void truncationTakesFromTheLongerPart()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(int, maxTokens);
        QFETCH(int, keptFirst);
        QFETCH(int, keptSecond);
        const auto tokenizer = WordPieceTokenizer::fromFile(vocabulary(kSpecials + "a\n"), true);
        const TokenizedText text = tokenizer.encodePair(first.toStdString(), second.toStdString(), maxTokens);
        const auto ones = std::count(text.typeIds.begin(), text.typeIds.end(), 1);
        QCOMPARE(static_cast<int>(text.ids.size()), keptFirst + keptSecond + 3);
        QCOMPARE(static_cast<int>(ones), keptSecond + 1);
    }

    void accentsStayWhenTheConfigSaysSo()
    {
        const auto file = vocabulary(kSpecials + "か\nが\n");
        const auto stripped = WordPieceTokenizer::fromFile(file, true);
        const auto kept = WordPieceTokenizer::fromFile(file, true, false);
        QCOMPARE(stripped.piece(stripped.pieces("が").at(0)), std::string("か"));
        QCOMPARE(kept.piece(kept.pieces("が").at(0)), std::string("が"));
    }

    void bytesThatAreNotUtf8DoNoHarm()
    {
        const auto tokenizer = WordPieceTokenizer::fromFile(vocabulary(kSpecials + "a\nb\n"), true);
        const TokenizedText text = tokenizer.encode("a \xFF\xC3 b\xE3\x81", {}, 10);
        QCOMPARE(text.ids, (std::vector<std::int64_t>{2, 5, 6, 3}));
    }

    void badVocabulariesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("named");
        QTest::newRow("empty") << QByteArray() << "[PAD]";
        QTest::newRow("no mask") << QByteArray("[PAD]\n[UNK]\n[CLS]\n[SEP]\na\n") << "[MASK]";
        QTest::newRow("not UTF-8") << QByteArray(kSpecials.c_str()) + "\xFFx\n"
                                   << "line 6";
        QTest::newRow("a piece twice") << QByteArray(kSpecials.c_str()) + "a\nb\na\n"
                                       << "line 8";
    }
    void badVocabulariesAreRefused()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, named);
        try {
            WordPieceTokenizer::fromFile(vocabulary(content.toStdString()), true);
            QFAIL("a bad vocabulary was accepted");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::BadInput);
            QVERIFY2(QString::fromStdString(error.message()).contains(named), error.what());
        }
    }

private:
    static nlohmann::json inputs()
    {
        return nlohmann::json::parse(atlas::readFile(atlas::test::golden("tokenizer_inputs.json")));
    }

    std::filesystem::path vocabulary(const std::string &content) const
    {
        const std::filesystem::path file = m_folder.filePath("vocab.txt").toStdString();
        atlas::writeFileAtomically(file, content);
        return file;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestWordPieceTokenizer)
#include "tst_wordpiece_tokenizer.moc"
