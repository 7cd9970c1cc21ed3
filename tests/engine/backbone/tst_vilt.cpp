#include "core/error.h"
#include "engine/backbone/vilt.h"
#include "engine/tensor/tensor_file.h"
#include "tests/support/shared_data.h"

#include <ATen/ATen.h>

#include <QTemporaryDir>
#include <QTest>

using namespace atlas;
using namespace atlas::engine;

namespace {

constexpr double kBackboneTolerance = 2e-5;
constexpr double kMlmTolerance = 5e-5;

double largestDifference(const at::Tensor &a, const at::Tensor &b)
{
    return a.sizes() == b.sizes() ? (a - b).abs().max().item<double>() : INFINITY;
}

/// The golden's padded batch: texts as they are, pictures cut to what their masks keep.
EmbeddedBatch embedGolden(const Vilt &vilt, const StateDict &golden)
{
    const at::Tensor mask = golden.at("in.attention_mask").to(at::kFloat);
    const TextBatch texts{golden.at("in.input_ids"), golden.at("in.token_type_ids"), mask, !mask.all().item<bool>()};
    std::vector<at::Tensor> pictures;
    for (std::int64_t i = 0; i < mask.size(0); ++i) {
        const at::Tensor kept = golden.at("in.pixel_mask")[i].to(at::kLong);
        pictures.push_back(golden.at("in.pixel_values")[i]
                               .narrow(1, 0, kept.select(1, 0).sum().item<std::int64_t>())
                               .narrow(2, 0, kept.select(0, 0).sum().item<std::int64_t>())
                               .contiguous());
    }
    return vilt.embed(texts, pictures);
}

#define COMPARE_TENSORS(actual, expected, tolerance)                                                                   \
    do {                                                                                                               \
        const double difference = largestDifference(actual, expected);                                                 \
        QVERIFY2(difference <= (tolerance),                                                                            \
                 qPrintable(QStringLiteral("%1 differs by %2").arg(QStringLiteral(#actual)).arg(difference)));         \
    } while (false)

}  // namespace

class TestVilt : public QObject {
    Q_OBJECT

private:
    /// The golden folder with one of its two weight files.
    std::shared_ptr<Vilt> loadTiny(const char *weights = "model.safetensors")
    {
        const std::filesystem::path source = test::golden("tiny-vilt");
        const std::filesystem::path folder = m_folder.filePath(QString::fromLatin1(weights) + ".folder").toStdString();
        std::filesystem::create_directories(folder);
        for (const char *name :
             {"config.json", "vocab.txt", "preprocessor_config.json", "tokenizer_config.json", weights}) {
            std::filesystem::copy_file(source / name, folder / name, std::filesystem::copy_options::overwrite_existing);
        }
        return Vilt::load(folder);
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void equalsThePublishedNetwork_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("weights");
        for (const char *weights : {"model.safetensors", "pytorch_model.bin"}) {
            for (const char *name : {"square", "varsize", "text9", "96x80"}) {
                QTest::addRow("%s from %s", name, weights)
                    << QStringLiteral("backbone_%1.safetensors").arg(name) << weights;
            }
        }
    }

    void equalsThePublishedNetwork()
    {
        QFETCH(const QString, file);
        QFETCH(const QString, weights);
        const auto path = test::golden(qPrintable(file));
        ATLAS_NEED_SHARED(path);
        const std::shared_ptr<Vilt> vilt = loadTiny(qPrintable(weights));
        const StateDict golden = loadTensors(path);

        const EmbeddedBatch batch = embedGolden(*vilt, golden);
        QVERIFY(at::equal(batch.mask, golden.at("mask").to(at::kFloat)));
        COMPARE_TENSORS(batch.tokens, golden.at("embeddings"), kBackboneTolerance);
        std::vector<at::Tensor> hidden;
        const at::Tensor last = vilt->transformer().encode(batch, nullptr, &hidden);
        QCOMPARE(hidden.size(), std::size_t(3));
        for (std::size_t i = 0; i < hidden.size(); ++i) {
            COMPARE_TENSORS(hidden[i], golden.at("hidden." + std::to_string(i)), kBackboneTolerance);
        }
        COMPARE_TENSORS(last, golden.at("last_hidden"), kBackboneTolerance);
        COMPARE_TENSORS(vilt->pool(last), golden.at("pooled"), kBackboneTolerance);
    }

    void bothFileFormatsGiveTheSameNetwork()
    {
        ATLAS_NEED_SHARED(test::golden("tiny-vilt"));
        const NamedTensors first = loadTiny("model.safetensors")->stateDict();
        const NamedTensors second = loadTiny("pytorch_model.bin")->stateDict();
        QCOMPARE(first.size(), second.size());
        for (std::size_t i = 0; i < first.size(); ++i) {
            QCOMPARE(first[i].first, second[i].first);
            QVERIFY2(at::equal(first[i].second, second[i].second), first[i].first.c_str());
        }
    }

    void predictsMaskedWordsAsPublished()
    {
        const auto path = test::golden("mlm.safetensors");
        ATLAS_NEED_SHARED(path);
        const StateDict golden = loadTensors(path);
        StateDict inputs = golden;
        const at::Tensor square =
            loadTensors(test::golden("backbone_square.safetensors")).at("in.pixel_values").narrow(0, 0, 3);
        inputs["in.pixel_values"] = square;
        inputs["in.pixel_mask"] = at::ones({3, square.size(2), square.size(3)}, at::kByte);

        const std::shared_ptr<Vilt> vilt = loadTiny();
        QVERIFY(vilt->hasMlmHead() && vilt->mlmTied());
        const at::Tensor text = vilt->encode(embedGolden(*vilt, inputs), nullptr).narrow(1, 0, 16);
        const at::Tensor logits = vilt->mlmLogits(text);
        COMPARE_TENSORS(logits, golden.at("logits"), kMlmTolerance);
        const at::Tensor loss = at::cross_entropy_loss(logits.flatten(0, 1), golden.at("labels").flatten());
        COMPARE_TENSORS(loss, golden.at("loss"), kMlmTolerance);
    }

    void usesAnOwnDecoderWhereTheFileHasOne()
    {
        const auto path = test::golden("mlm.safetensors");
        ATLAS_NEED_SHARED(path);
        const StateDict golden = loadTensors(path);
        const std::filesystem::path folder = m_folder.filePath("untied").toStdString();
        std::filesystem::create_directories(folder);
        for (const char *name : {"config.json", "vocab.txt", "preprocessor_config.json", "tokenizer_config.json"}) {
            std::filesystem::copy_file(test::golden("tiny-vilt") / name, folder / name);
        }
        StateDict tensors = loadTensors(test::golden("tiny-vilt") / "model.safetensors");
        tensors["mlm_score.decoder.weight"] = golden.at("untied.decoder.weight");
        saveTensors(folder / "model.safetensors", NamedTensors(tensors.begin(), tensors.end()));

        const std::shared_ptr<Vilt> vilt = Vilt::load(folder);
        QVERIFY(!vilt->mlmTied());
        StateDict inputs = golden;
        inputs["in.pixel_values"] =
            loadTensors(test::golden("backbone_square.safetensors")).at("in.pixel_values").narrow(0, 0, 3);
        inputs["in.pixel_mask"] = at::ones({3, 64, 64}, at::kByte);
        const at::Tensor text = vilt->encode(embedGolden(*vilt, inputs), nullptr).narrow(1, 0, 16);
        COMPARE_TENSORS(vilt->mlmLogits(text), golden.at("untied.logits"), kMlmTolerance);
    }

    /// Texts and pictures of unlike sizes, with and without a picture: padding must not reach a pooled output.
    void aSampleDoesNotDependOnItsBatch()
    {
        ATLAS_NEED_SHARED(test::golden("tiny-vilt"));
        const std::shared_ptr<Vilt> vilt = loadTiny();
        at::manual_seed(1);
        std::vector<PreparedInput> inputs(8);
        std::vector<const PreparedInput *> batch;
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            inputs[i].ids.assign(2 + 3 * i, static_cast<std::int64_t>(20 + i));
            inputs[i].typeIds.assign(inputs[i].ids.size(), 0);
            if (i % 3 != 2) {
                const auto side = static_cast<std::int64_t>(16 * (1 + i % 5));
                inputs[i].pixels = at::randint(0, 256, {3, side, 64}, at::kByte);
            }
            batch.push_back(&inputs[i]);
        }
        const EmbeddedBatch embedded = vilt->embed(batch);
        QVERIFY(embedded.padded);
        QCOMPARE(embedded.tokens.size(1), std::int64_t(2 + 3 * 7 + 1 + 5 * 4));
        const at::Tensor together = vilt->pool(vilt->encode(embedded, nullptr));
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            const EmbeddedBatch single = vilt->embed({batch[i]});
            QVERIFY(!single.padded);
            QCOMPARE(single.tokens.size(1), std::int64_t(vilt->tokenCount(inputs[i])));
            const at::Tensor alone = vilt->pool(vilt->encode(single, nullptr));
            COMPARE_TENSORS(alone[0], together[static_cast<std::int64_t>(i)], kBackboneTolerance);
        }
    }

    void bf16StaysCloseToFp32()
    {
        ATLAS_NEED_SHARED(test::golden("tiny-vilt"));
        const std::shared_ptr<Vilt> vilt = loadTiny();
        const StateDict golden = loadTensors(test::golden("backbone_varsize.safetensors"));
        vilt->to("cpu", true);
        const EmbeddedBatch batch = embedGolden(*vilt, golden);
        QCOMPARE(batch.tokens.scalar_type(), at::kBFloat16);
        const at::Tensor pooled = vilt->pool(vilt->encode(batch, nullptr)).to(at::kFloat);
        COMPARE_TENSORS(pooled, golden.at("pooled"), 0.05);
    }

    void hooksStandAtBothSitesOfEveryLayer()
    {
        struct Recorder : SiteHook {
            std::vector<std::pair<int, Site>> seen;
            at::Tensor apply(int layer, Site site, const at::Tensor &h, const at::Tensor &) override
            {
                seen.emplace_back(layer, site);
                return at::zeros_like(h);
            }
        } recorder;
        ViltConfig config;
        config.width = 32;
        config.heads = 2;
        config.layers = 2;
        config.intermediate = 64;
        config.vocabulary = 50;
        const std::shared_ptr<Vilt> vilt = Vilt::random(config, 1);
        PreparedInput input;
        input.ids = {1, 2, 3};
        input.typeIds = {0, 0, 0};
        const EmbeddedBatch batch = vilt->embed({&input});
        std::vector<at::Tensor> hidden;
        vilt->transformer().encode(batch, &recorder, &hidden);
        const std::vector<std::pair<int, Site>> expected{
            {0, Site::Attention}, {0, Site::Mlp}, {1, Site::Attention}, {1, Site::Mlp}};
        QCOMPARE(recorder.seen, expected);
        QVERIFY2(at::equal(hidden.back(), batch.tokens), "zeros at every site must leave the residual alone");
    }

    void everyWeightGetsAGradient()
    {
        ViltConfig config;
        config.width = 32;
        config.heads = 2;
        config.layers = 2;
        config.intermediate = 64;
        config.imageSize = 64;
        config.patch = 32;
        config.vocabulary = 50;
        const std::shared_ptr<Vilt> vilt = Vilt::random(config, 1);
        for (auto &[name, weight] : vilt->parameters()) {
            weight.requires_grad_();
        }
        PreparedInput input;
        input.ids = {1, 2, 3};
        input.typeIds = {0, 0, 1};
        input.pixels = at::randint(0, 256, {3, 96, 32}, at::kByte);
        const at::Tensor last = vilt->encode(vilt->embed({&input}), nullptr);
        (vilt->pool(last).pow(2).sum() + vilt->mlmLogits(last.narrow(1, 0, 3)).pow(2).sum()).backward();
        for (const auto &[name, weight] : vilt->parameters()) {
            QVERIFY2(weight.grad().defined() && weight.grad().abs().max().item<float>() > 0, name.c_str());
        }
    }

    void readsBackWhatItSaved_data()
    {
        QTest::addColumn<bool>("half");
        QTest::addRow("fp32") << false;
        QTest::addRow("fp16") << true;
    }

    void readsBackWhatItSaved()
    {
        QFETCH(const bool, half);
        ATLAS_NEED_SHARED(test::golden("tiny-vilt"));
        const std::filesystem::path folder = m_folder.filePath(half ? "half" : "single").toStdString();
        std::filesystem::create_directories(folder);
        std::filesystem::copy_file(test::golden("tiny-vilt") / "vocab.txt", folder / "vocab.txt");
        const std::shared_ptr<Vilt> vilt = loadTiny();
        vilt->save(folder, {.half = half});
        const std::shared_ptr<Vilt> read = Vilt::load(folder);
        const NamedTensors before = vilt->stateDict();
        const NamedTensors after = read->stateDict();
        QCOMPARE(after.size(), before.size());
        for (std::size_t i = 0; i < before.size(); ++i) {
            const at::Tensor expected = half ? before[i].second.to(at::kHalf).to(at::kFloat) : before[i].second;
            QVERIFY2(at::equal(after[i].second, expected), before[i].first.c_str());
        }
        QCOMPARE(read->imageProcessor().config().shortestEdge, vilt->imageProcessor().config().shortestEdge);
        QVERIFY(read->sha256() != vilt->sha256());
    }
};

QTEST_APPLESS_MAIN(TestVilt)
#include "tst_vilt.moc"
