#include "core/error.h"
#include "core/files.h"
#include "engine/embedders/bert_encoder.h"
#include "engine/embedders/quantised_table.h"
#include "engine/embedders/text_encoder.h"
#include "engine/tensor/tensor_file.h"
#include "tests/support/shared_data.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <fstream>
#include <thread>

using namespace atlas;
using namespace atlas::engine;

namespace {

using Ids = std::vector<std::int64_t>;

constexpr double kTolerance = 1e-4;  ///< of the largest value
constexpr const char *kFile = "e5-small-q4.bin";
constexpr int kWidth = 32;
constexpr int kVocabulary = 9;

double relativeDifference(const at::Tensor &actual, const at::Tensor &expected)
{
    return actual.sizes() == expected.sizes() ? ((actual - expected).abs().max() / expected.abs().max()).item<double>()
                                              : INFINITY;
}

template <class Number>
void append(std::string &bytes, Number value)
{
    bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
}

BertConfig smallConfig()
{
    BertConfig config;
    config.width = kWidth;
    config.layers = 1;
    config.heads = 4;
    config.intermediate = 64;
    config.vocabulary = kVocabulary;
    config.positions = 8;
    return config;
}

/// Notes every weight a network asks for.
class Recorder final : public WeightSource {
public:
    at::Tensor take(const std::string &name, at::IntArrayRef shape, Init init) override
    {
        return tensors.emplace(name, m_random.take(name, shape, init)).first->second;
    }

    StateDict tensors;

private:
    RandomWeights m_random{1};
};

/// A sound file of 4-bit weights whose network is tiny.
std::string smallE5File()
{
    std::string file = "E5S1";
    for (const std::int32_t value : {1, kWidth, 1, 4, 64, kVocabulary, 8, 2}) {
        append(file, value);
    }
    append(file, 1e-12F);
    append(file, std::int32_t{32});
    const std::vector<std::string> pieces{"<s>", "<pad>", "</s>", "<unk>", "a", "▁"};
    for (const auto value : {static_cast<std::int32_t>(pieces.size()), 0, 2, 1, 3}) {
        append(file, value);
    }
    std::string blob;
    std::string offsets;
    append(offsets, std::uint32_t{0});
    for (const std::string &piece : pieces) {
        blob += piece;
        append(offsets, static_cast<std::uint32_t>(blob.size()));
    }
    append(file, static_cast<std::uint64_t>(blob.size()));
    file += offsets;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        append(file, i < 4 ? 0.0F : -1.0F);
    }
    file += blob;
    append(file, std::int32_t{1});
    append(file, std::uint32_t{9});
    append(file, std::uint32_t{'A'});
    append(file, std::uint8_t{1});
    append(file, std::uint32_t{'a'});

    struct Weight {
        std::string name;
        std::uint32_t count;
        bool quantised;
    };
    std::vector<Weight> weights{{"emb.word", kVocabulary * kWidth, true},
                                {"emb.pos", 8 * kWidth, false},
                                {"emb.type", 2 * kWidth, false},
                                {"emb.ln.w", kWidth, false},
                                {"emb.ln.b", kWidth, false}};
    for (const auto &[name, out, in] : {std::tuple{"q", kWidth, kWidth},
                                        {"k", kWidth, kWidth},
                                        {"v", kWidth, kWidth},
                                        {"ao", kWidth, kWidth},
                                        {"fi", 64, kWidth},
                                        {"fo", kWidth, 64}}) {
        weights.push_back({std::string("l0.") + name + ".w", static_cast<std::uint32_t>(out * in), true});
        weights.push_back({std::string("l0.") + name + ".b", static_cast<std::uint32_t>(out), false});
    }
    for (const char *name : {"aln.w", "aln.b", "oln.w", "oln.b"}) {
        weights.push_back({std::string("l0.") + name, kWidth, false});
    }
    std::size_t directory = 4;
    for (const Weight &weight : weights) {
        directory += 2 + weight.name.size() + 1 + 4 + 8 + 8;
    }
    append(file, static_cast<std::int32_t>(weights.size()));
    std::uint64_t offset = file.size() - 4 + directory;
    std::string data;
    for (const Weight &weight : weights) {
        append(file, static_cast<std::uint16_t>(weight.name.size()));
        file += weight.name;
        append(file, static_cast<std::uint8_t>(weight.quantised ? 1 : 0));
        append(file, weight.count);
        append(file, offset);
        const std::uint64_t bytes = weight.quantised ? weight.count / 32 * 18 : weight.count * 4;
        append(file, bytes);
        offset += bytes;
        if (weight.quantised) {
            for (std::uint32_t block = 0; block < weight.count / 32; ++block) {
                append(data, std::uint16_t{0x2e66});  // 0.1
                for (std::uint32_t i = 0; i < 16; ++i) {
                    append(data, static_cast<std::uint8_t>(block * 37 + i * 11));
                }
            }
        } else {
            for (std::uint32_t i = 0; i < weight.count; ++i) {
                append(data, 0.1F * static_cast<float>(i % 7));
            }
        }
    }
    return file + data;
}

}  // namespace

class TestTextEncoder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void statesEqualTheGoldens()
    {
        ATLAS_NEED_SHARED(test::embedderFile(kFile));
        ATLAS_NEED_SHARED(test::golden("embedders.safetensors"));
        const auto encoder = loadTextEncoder(test::embedderFile(kFile));
        const StateDict golden = loadTensors(test::golden("embedders.safetensors"));
        const auto document = nlohmann::json::parse(readFile(test::golden("embedders.json")));
        std::vector<Ids> texts;
        for (const auto &sentence : document.at("sentences")) {
            texts.push_back(sentence.at("ids").get<Ids>());
        }
        const std::vector<at::Tensor> states = encoder->encode(texts);
        QCOMPARE(states.size(), texts.size());
        for (std::size_t i = 0; i < states.size(); ++i) {
            const std::string name = "text." + std::to_string(i);
            const double tokens = relativeDifference(states[i], golden.at(name + ".tokens"));
            const double pooled = relativeDifference(TextEncoder::pooled(states[i]), golden.at(name + ".pooled"));
            QVERIFY2(tokens <= kTolerance && pooled <= kTolerance,
                     qPrintable(QStringLiteral("text %1: tokens %2, pooled %3").arg(i).arg(tokens).arg(pooled)));
        }
        // What the network wants before a text is put there by tokenize().
        QCOMPARE(encoder->tokenize("how do I reset my password?"), texts.at(0));
        QCOMPARE(encoder->tokenize(""), texts.at(11));
        QCOMPARE(encoder->width(), 384);
        QCOMPARE(encoder->maxTokens(), 512);
    }

    void textsOfABatchAndThreadsDoNotMeet()
    {
        const auto encoder = loadTextEncoder(write("small.bin", smallE5File()));
        const std::vector<Ids> texts{{0, 4, 2}, {0, 5, 4, 4, 5, 3, 2}, {0, 2}, {0, 5, 4, 2}, {7}};
        const std::vector<at::Tensor> together = encoder->encode(texts);
        std::array<at::Tensor, 5> alone;
        {
            std::vector<std::jthread> threads;
            for (std::size_t i = 0; i < alone.size(); ++i) {
                threads.emplace_back([&, i] { alone[i] = encoder->encode({texts[i]}).at(0); });
            }
        }
        for (std::size_t i = 0; i < alone.size(); ++i) {
            QCOMPARE(together[i].size(0), static_cast<std::int64_t>(texts[i].size()));
            QVERIFY(at::allclose(together[i], alone[i], 1e-4, 1e-5));
        }
        QVERIFY(encoder->encode({}).empty());
    }

    void manyTokensGoThroughInParts()
    {
        const auto encoder = loadTextEncoder(write("small.bin", smallE5File()));
        const std::vector<Ids> texts(600, Ids{0, 5, 4, 2});
        const std::vector<at::Tensor> states = encoder->encode(texts);
        for (const at::Tensor &state : states) {
            QVERIFY(at::allclose(state, states[0], 1e-4, 1e-5));
        }
    }

    void statesCanBeTrainedOn()
    {
        const auto encoder = loadTextEncoder(write("small.bin", smallE5File()));
        const at::Tensor weight = at::ones({kWidth}).requires_grad_();
        (encoder->encode({{0, 4, 2}}).at(0).mul(weight)).sum().backward();
        QVERIFY(weight.grad().defined());
    }

    void otherIdsAreRefused()
    {
        const auto encoder = loadTextEncoder(write("small.bin", smallE5File()));
        QVERIFY_EXCEPTION_THROWN(encoder->encode({{0, kVocabulary}}), Error);
        QVERIFY_EXCEPTION_THROWN(encoder->encode({{0, -1}}), Error);
        QVERIFY_EXCEPTION_THROWN(encoder->encode({{0}, {}}), Error);
        QVERIFY_EXCEPTION_THROWN(encoder->encode({Ids(9, 0)}), Error);
    }

    void smallFilesTokenize()
    {
        const auto encoder = loadTextEncoder(write("small.bin", smallE5File()));
        QCOMPARE(encoder->tokenize("Aa").size(), std::size_t(8));  // "query: " is all unknown, and 8 is the limit
        QCOMPARE(encoder->maxTokens(), 8);
    }

    void everyTruncationIsRefused()
    {
        const std::string whole = smallE5File();
        for (std::size_t length = 0; length < whole.size(); length += length < 700 ? 1 : 97) {
            const auto file = write("cut.bin", whole.substr(0, length));
            QVERIFY_EXCEPTION_THROWN(loadTextEncoder(file), Error);
        }
    }

    void everyFlippedByteIsReadOrRefused()
    {
        const std::string whole = smallE5File();
        for (std::size_t i = 0; i < 900; ++i) {
            std::string damaged = whole;
            damaged[i] = static_cast<char>(damaged[i] ^ 0xff);
            try {
                loadTextEncoder(write("flipped.bin", damaged))->encode({{0, 4, 2}});
            } catch (const Error &error) {
                QCOMPARE(error.code(), ErrorCode::BadInput);
            }
        }
    }

    void quantisedRowsEqualTheFormat()
    {
        std::string packed;
        for (int block = 0; block < 4; ++block) {
            append(packed, std::uint16_t{0x3c00});  // 1.0
            for (int j = 0; j < 16; ++j) {
                append(packed, static_cast<std::uint8_t>(j | (15 - j) << 4));
            }
        }
        const auto bytes = std::as_bytes(std::span(packed));
        const at::Tensor table = QuantisedTable(bytes, 2, 64, nullptr).unpacked();
        QVERIFY(at::equal(table[0].narrow(0, 0, 16), at::arange(16, at::kFloat) - 8));
        QVERIFY(at::equal(table[1].narrow(0, 48, 16), 7 - at::arange(16, at::kFloat)));
        QVERIFY_EXCEPTION_THROWN(QuantisedTable(bytes, 2, 65, nullptr), Error);
        QVERIFY_EXCEPTION_THROWN(QuantisedTable(bytes, 3, 64, nullptr), Error);
        QCOMPARE(QuantisedTable::byteCount(INT64_MAX, 64), std::int64_t(-1));
    }

    void attentionEqualsLibTorch_data()
    {
        QTest::addColumn<int>("tokens");
        QTest::addColumn<int>("headWidth");
        for (const int tokens : {1, 3, 16, 37}) {
            for (const int headWidth : {8, 32, 40}) {
                QTest::addRow("%d tokens, %d wide", tokens, headWidth) << tokens << headWidth;
            }
        }
    }
    void attentionEqualsLibTorch()
    {
        QFETCH(int, tokens);
        QFETCH(int, headWidth);
        constexpr int kHeads = 3;
        const at::Tensor joined = at::randn({tokens, 3, kHeads, headWidth}) * 3;
        const at::Tensor scratch = at::empty({attentionScratch(tokens, headWidth)});
        const at::Tensor y = at::empty({tokens, kHeads * headWidth});
        AttentionProduct product;
        product.tokens = tokens;
        product.heads = kHeads;
        product.headWidth = headWidth;
        product.scale = 0.25F;
        product.queryKeyValue = joined.data_ptr<float>();
        product.scratch = scratch.data_ptr<float>();
        product.y = y.data_ptr<float>();
        denseKernels().attention(product);
        const auto part = [&](int i) { return joined.select(1, i).transpose(0, 1).to(at::kDouble); };
        const at::Tensor expected =
            at::matmul(at::softmax(at::matmul(part(0), part(1).transpose(1, 2)) * 0.25, -1), part(2));
        const double difference = (y - expected.transpose(0, 1).reshape({tokens, -1})).abs().max().item<double>();
        QVERIFY2(difference < 1e-4, qPrintable(QString::number(difference)));  // of values up to 10
    }

    void geluEqualsLibTorch()
    {
        const at::Tensor x = at::linspace(-12, 12, 4801).unsqueeze(1).contiguous();
        const at::Tensor y = at::empty_like(x);
        PackedMatrix(at::ones({1, 1}), {})
            .multiply(x.data_ptr<float>(), x.size(0), y.data_ptr<float>(), {.activation = Activation::Gelu});
        QVERIFY((y - at::gelu(x)).abs().max().item<double>() < 2e-6);
    }

    void aWordPieceFolderLoads()
    {
        const auto folder = hugFolder("bert", "bert", {});
        write("bert/vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\na\nb\n##c\n");
        const auto encoder = loadTextEncoder(folder);
        QCOMPARE(encoder->tokenize("A bc"), (Ids{2, 5, 6, 7, 3}));
        QCOMPARE(encoder->tokenize(""), (Ids{2, 3}));
        QCOMPARE(encoder->maxTokens(), 8);
        const at::Tensor states = encoder->encode({encoder->tokenize("A bc")}).at(0);
        QVERIFY(states.sizes() == at::IntArrayRef({5, kWidth}));
        QVERIFY(at::isfinite(states).all().item<bool>());
    }

    void aUnigramFolderLoads()
    {
        const auto folder = hugFolder("xlm", "xlm-roberta", {{"_name_or_path", "someone/multilingual-e5-tiny"}});
        nlohmann::json document = unigramJson();
        write("xlm/tokenizer.json", document.dump());
        const auto encoder = loadTextEncoder(folder);
        QCOMPARE(encoder->maxTokens(), 6);                    // the first two positions are the padding's
        QCOMPARE(encoder->tokenize("a"), (Ids{0, 7, 6, 2}));  // "query: " goes before it
        const at::Tensor states = encoder->encode({{0, 7, 6, 2}}).at(0);
        QVERIFY(at::isfinite(states).all().item<bool>());
    }

    void bothWaysToNameAnEncoderAreTheSame()
    {
        const auto plain = loadTextEncoder(bertFolder("plain", ""));
        const auto headed = loadTextEncoder(bertFolder("headed", "bert."));
        const std::vector<Ids> texts{{2, 5, 6, 3}};
        QVERIFY(at::equal(plain->encode(texts)[0], headed->encode(texts)[0]));
    }

    void otherFoldersAreRefused_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("named");
        QTest::newRow("another kind") << "model_type"
                                      << "\"gpt2\""
                                      << "model_type";
        QTest::newRow("another activation") << "hidden_act"
                                            << "\"gelu_new\""
                                            << "hidden_act";
        QTest::newRow("relative positions") << "position_embedding_type"
                                            << "\"relative_key\""
                                            << "position_embedding_type";
        QTest::newRow("heads") << "num_attention_heads"
                               << "5"
                               << "num_attention_heads";
        QTest::newRow("another width") << "hidden_size"
                                       << "64"
                                       << "expected";
        QTest::newRow("a giant") << "vocab_size"
                                 << "16000000"
                                 << "expected";
        QTest::newRow("more layers") << "num_hidden_layers"
                                     << "2"
                                     << "encoder.layer.1";
        QTest::newRow("no layer") << "num_hidden_layers"
                                  << "0"
                                  << "num_hidden_layers";
        QTest::newRow("fewer words") << "vocab_size"
                                     << "4"
                                     << "vocab_size";
    }
    void otherFoldersAreRefused()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(QString, named);
        const auto folder =
            hugFolder("bert", "bert", {{key.toStdString(), nlohmann::json::parse(value.toStdString())}});
        write("bert/vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\na\nb\n##c\n");
        try {
            loadTextEncoder(folder);
            QFAIL("the folder was accepted");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::BadInput);
            QVERIFY2(QString::fromStdString(error.message()).contains(named), error.what());
        }
    }

    void otherTokenizersAreRefused_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("value");
        QTest::newRow("BPE") << "/model/type"
                             << "\"BPE\"";
        QTest::newRow("no vocabulary") << "/model/vocab"
                                       << "{}";
        QTest::newRow("a word without score") << "/model/vocab/0"
                                              << "[\"<s>\"]";
        QTest::newRow("no <s>") << "/model/vocab/0/0"
                                << "\"x\"";
        QTest::newRow("unknown id outside") << "/model/unk_id"
                                            << "100";
        QTest::newRow("normaliser") << "/normalizer"
                                    << R"({"type":"Lowercase"})";
        QTest::newRow("charsmap") << "/normalizer"
                                  << R"({"type":"Precompiled","precompiled_charsmap":"AAAA"})";
        QTest::newRow("pre-tokenizer") << "/pre_tokenizer"
                                       << R"({"type":"ByteLevel"})";
    }
    void otherTokenizersAreRefused()
    {
        QFETCH(QString, pointer);
        QFETCH(QString, value);
        nlohmann::json document = unigramJson();
        document[nlohmann::json::json_pointer(pointer.toStdString())] = nlohmann::json::parse(value.toStdString());
        const auto folder = hugFolder("xlm", "xlm-roberta", {});
        write("xlm/tokenizer.json", document.dump());
        QVERIFY_EXCEPTION_THROWN(loadTextEncoder(folder), Error);
    }

    void foldersWithoutATokenizerAreRefused()
    {
        QVERIFY_EXCEPTION_THROWN(loadTextEncoder(hugFolder("bert", "bert", {})), Error);
        QVERIFY_EXCEPTION_THROWN(loadTextEncoder(m_folder->filePath("nothing").toStdString()), Error);
    }

private:
    std::filesystem::path write(const std::string &name, const std::string &content)
    {
        const std::filesystem::path file = std::filesystem::path(m_folder->path().toStdString()) / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << content;  // many files: not synced
        return file;
    }

    /// config.json and model.safetensors of a tiny network; `prefix` before each name.
    std::filesystem::path hugFolder(const std::string &name, const std::string &type,
                                    const std::map<std::string, nlohmann::json> &changes,
                                    const std::string &prefix = {})
    {
        nlohmann::json config{{"model_type", type},           {"hidden_size", kWidth},   {"num_hidden_layers", 1},
                              {"num_attention_heads", 4},     {"intermediate_size", 64}, {"vocab_size", kVocabulary},
                              {"max_position_embeddings", 8}, {"type_vocab_size", 2},    {"hidden_act", "gelu"}};
        for (const auto &[key, value] : changes) {
            config[key] = value;
        }
        Recorder recorder;
        recorder.take("embeddings.word_embeddings.weight", {kVocabulary, kWidth}, Init::Normal);
        BertEncoder::askFor(smallConfig(), recorder);
        NamedTensors tensors;
        for (const auto &[key, tensor] : recorder.tensors) {
            tensors.emplace_back(prefix + key, tensor);
        }
        tensors.emplace_back(prefix + "pooler.dense.weight", at::ones({kWidth, kWidth}));
        tensors.emplace_back(prefix + "embeddings.position_ids", at::arange(8));
        const auto file = write(name + "/config.json", config.dump());
        saveTensors(file.parent_path() / "model.safetensors", tensors);
        return file.parent_path();
    }

    std::filesystem::path bertFolder(const std::string &name, const std::string &prefix)
    {
        const auto folder = hugFolder(name, "bert", {}, prefix);
        write(name + "/vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\na\nb\n##c\n");
        return folder;
    }

    static nlohmann::json unigramJson()
    {
        return nlohmann::json::parse(R"({
            "added_tokens": [{"id": 0, "content": "<s>"}, {"id": 8, "content": "<mask>"}],
            "normalizer": {"type": "Sequence", "normalizers": [{"type": "Replace"}]},
            "pre_tokenizer": {"type": "Sequence",
                              "pretokenizers": [{"type": "WhitespaceSplit"}, {"type": "Metaspace"}]},
            "model": {"type": "Unigram", "unk_id": 3,
                      "vocab": [["<s>", 0], ["<pad>", 0], ["</s>", 0], ["<unk>", 0], ["a", -2], ["▁", -2],
                                ["▁a", -3], ["▁query:", -4]]}})");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestTextEncoder)
#include "tst_text_encoder.moc"
