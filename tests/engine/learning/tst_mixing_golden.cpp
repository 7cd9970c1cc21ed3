#include "tests/engine/learning/golden_model.h"

#include "engine/learning/mixing_lowrank.h"
#include "engine/learning/mixing_plain.h"
#include "engine/learning/orthogonality.h"

using namespace atlas::engine;
using namespace atlas::test;

namespace {

constexpr double kTolerance = 2e-5;
constexpr double kWeightTolerance = 5e-6;

/// Hands h on to the hook behind it and keeps both.
class RecordingHook final : public SiteHook {
public:
    explicit RecordingHook(SiteHook &next) : m_next(next) {}

    at::Tensor apply(int layer, Site site, const at::Tensor &h, const at::Tensor &mask) override
    {
        const std::string name = "layer." + std::to_string(layer) + "." + siteName(site);
        inputs[name] = h;
        return m_next.apply(layer, site, h, mask);
    }

    std::map<std::string, at::Tensor> inputs;

private:
    SiteHook &m_next;
};

GateOptions options(MixingForm form, ScoreScale scale = ScoreScale::Width)
{
    GateOptions result = GateOptions::reference();
    result.form = form;
    result.scoreScale = scale;
    return result;
}

}  // namespace

Q_DECLARE_METATYPE(MixingForm)

class TestMixingGolden : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        ATLAS_NEED_SHARED(golden("tiny-vilt"));
        m_vilt = Vilt::load(golden("tiny-vilt"));
    }

    void everySiteGivesThePublishedValues_data() { cases(); }
    void everySiteGivesThePublishedValues();
    void theWholeNetworkGivesThePublishedLogits_data() { cases(); }
    void theWholeNetworkGivesThePublishedLogits();
    void penaltiesAreAsPublished_data() { cases(); }
    void penaltiesAreAsPublished();

private:
    void cases()
    {
        QTest::addColumn<int>("tasks");
        QTest::addColumn<QString>("batch");
        QTest::addColumn<MixingForm>("form");
        for (const MixingForm form : {MixingForm::Plain, MixingForm::LowRank}) {
            const char *name = form == MixingForm::Plain ? "plain" : "low-rank";
            for (const int tasks : {1, 2, 4}) {
                QTest::addRow("T=%d square, %s", tasks, name) << tasks << QStringLiteral("square") << form;
            }
            QTest::addRow("T=2 varsize, %s", name) << 2 << QStringLiteral("varsize") << form;
        }
    }

    void open()
    {
        QFETCH(int, tasks);
        QFETCH(QString, batch);
        const std::string name = "mix_T" + std::to_string(tasks) + "_" + batch.toStdString() + ".safetensors";
        m_tensors = loadTensors(golden(name.c_str()));
        m_model = std::make_unique<GoldenModel>(m_vilt, tasks, under(m_tensors, "param."));
        // The goldens' inputs are the first two rows of a larger batch, cut to their own length.
        const StateDict source = loadTensors(golden(("backbone_" + batch.toStdString() + ".safetensors").c_str()));
        const std::int64_t length = m_tensors.at("act.layer.0.hidden").size(1);
        m_batch.tokens = source.at("embeddings").narrow(0, 0, 2).narrow(1, 0, length).contiguous();
        m_batch.mask = source.at("mask").narrow(0, 0, 2).narrow(1, 0, length).to(at::kFloat).contiguous();
    }

    std::shared_ptr<Vilt> m_vilt;
    StateDict m_tensors;
    std::unique_ptr<GoldenModel> m_model;
    EmbeddedBatch m_batch;
};

void TestMixingGolden::everySiteGivesThePublishedValues()
{
    const torch::NoGradGuard noGrad;
    open();
    QFETCH(int, tasks);
    QFETCH(MixingForm, form);
    int sites = 0;
    for (int layer = 0; layer < m_vilt->config().layers; ++layer) {
        for (const Site site : {Site::Attention, Site::Mlp}) {
            const std::string prefix = "act.layer." + std::to_string(layer) + "." + siteName(site) + ".";
            if (!m_tensors.contains(prefix + "h")) {
                continue;
            }
            ++sites;
            const at::Tensor h = m_tensors.at(prefix + "h");
            Mixture mixture;
            mixture.heads = m_vilt->config().heads;
            std::vector<at::Tensor> queries, keys;
            for (const Gate &gate : m_model->gates.at(layer, site)) {
                mixture.adapters.push_back(&m_model->bank.at(gate.adapter, layer, site));
                queries.push_back(gate.query);
                keys.push_back(gate.key);
            }
            QCOMPARE(static_cast<int>(queries.size()), tasks);
            mixture.queries = torch::stack(queries);
            mixture.keys = torch::stack(keys);
            PackedAdapters packed;
            packed.update(mixture.adapters, mixture.heads, at::kFloat);
            MixTrace trace;
            const at::Tensor mask = torch::ones({h.size(0), h.size(1)});
            const at::Tensor out = form == MixingForm::Plain
                                       ? mixPlain(h, mask, mixture, options(form), &trace)
                                       : mixLowRank(h, mask, mixture, packed, options(form), &trace);
            if (m_tensors.contains(prefix + "out")) {
                ATLAS_CLOSE(out, m_tensors.at(prefix + "out"), kTolerance);
            }
            for (int task = 0; task < tasks; ++task) {
                const std::string own = prefix + std::to_string(task) + ".";
                if (m_tensors.contains(own + "z")) {
                    ATLAS_CLOSE(trace.codes.select(2, task), m_tensors.at(own + "z"), kTolerance);
                }
                ATLAS_CLOSE(trace.attention.select(2, task).transpose(1, 2), m_tensors.at(own + "p"), kWeightTolerance);
                ATLAS_CLOSE(trace.pooled.select(1, task), m_tensors.at(own + "s"), kTolerance);
                ATLAS_CLOSE(trace.weights.select(1, task), m_tensors.at(own + "w"), kWeightTolerance);
            }
        }
    }
    QCOMPARE(sites, 4);
}

void TestMixingGolden::theWholeNetworkGivesThePublishedLogits()
{
    const torch::NoGradGuard noGrad;
    open();
    QFETCH(int, tasks);
    QFETCH(MixingForm, form);
    const int heads = m_vilt->config().heads;

    AdapterHook hook(m_model->bank, m_model->gates, heads, options(form));
    int observed = 0;
    hook.listen([&](int layer, Site site, const std::vector<int> &adapters, const at::Tensor &weights) {
        ++observed;
        QCOMPARE(static_cast<int>(adapters.size()), tasks);
        for (const int task : adapters) {
            const std::string name =
                "act.layer." + std::to_string(layer) + "." + siteName(site) + "." + std::to_string(task) + ".w";
            ATLAS_CLOSE(weights.select(1, task), m_tensors.at(name), kWeightTolerance);
        }
    });
    RecordingHook recording(hook);
    std::vector<at::Tensor> hidden;
    const at::Tensor last = m_vilt->transformer().encode(m_batch, &recording, &hidden);
    QCOMPARE(observed, 6);
    for (const auto &[name, h] : recording.inputs) {
        if (m_tensors.contains("act." + name + ".h")) {
            ATLAS_CLOSE(h, m_tensors.at("act." + name + ".h"), kTolerance);
        }
    }
    for (std::size_t layer = 0; layer < hidden.size(); ++layer) {
        ATLAS_CLOSE(hidden[layer], m_tensors.at("act.layer." + std::to_string(layer) + ".hidden"), kTolerance);
    }
    const at::Tensor pooled = m_vilt->pool(last);
    ATLAS_CLOSE(pooled, m_tensors.at("act.pooled"), kTolerance);
    ATLAS_CLOSE(m_model->head.forward(pooled), m_tensors.at("logits"), kTolerance);

    AdapterHook other(m_model->bank, m_model->gates, heads, options(form, ScoreScale::HeadWidth));
    const at::Tensor otherPooled = m_vilt->pool(m_vilt->encode(m_batch, &other));
    ATLAS_CLOSE(m_model->head.forward(otherPooled), m_tensors.at("logits_headdim_scale"), kTolerance);
    // The two scales must not be confused: they differ by more than the tolerance.
    QVERIFY(maxDifference(m_tensors.at("logits"), m_tensors.at("logits_headdim_scale")) > kTolerance);
}

void TestMixingGolden::penaltiesAreAsPublished()
{
    open();
    const auto relative = [](const at::Tensor &actual, const at::Tensor &expected) {
        return maxDifference(actual, expected) / std::max(1.0, expected.abs().item<double>());
    };
    QVERIFY(relative(orthogonalityLoss(m_model->gates, {0.1, false, 1}), m_tensors.at("ortho.q")) <= kTolerance);
    QVERIFY(relative(orthogonalityLoss(m_model->gates, {0.1, true, 1}), m_tensors.at("ortho.qk")) <= kTolerance);
    std::vector<at::Tensor> queries;
    for (const Gate &gate : m_model->gates.at(0, Site::Attention)) {
        queries.push_back(gate.query);
    }
    QVERIFY(relative(orthogonalityPenalty(torch::stack(queries)), m_tensors.at("ortho.site0.q")) <= kTolerance);
}

QTEST_APPLESS_MAIN(TestMixingGolden)
#include "tst_mixing_golden.moc"
