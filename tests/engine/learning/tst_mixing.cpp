#include "tests/engine/learning/golden_model.h"

#include "core/error.h"
#include "engine/learning/head_products_matrix.h"
#include "engine/learning/mixing_lowrank.h"
#include "engine/learning/mixing_plain.h"

#include <functional>

using namespace atlas::engine;
using namespace atlas::test;

namespace {

constexpr std::int64_t kBatch = 3;
constexpr std::int64_t kLength = 7;

/// One site with its input, of any size and type.
struct SiteCase {
    std::vector<Adapter> adapters;
    std::vector<at::Tensor> queries, keys;
    int heads = 2;
    at::Tensor h;
    at::Tensor mask;

    SiteCase(int tasks, int width, int headCount, int bottleneck, std::int64_t batch, std::int64_t length,
             at::ScalarType type = at::kDouble)
        : heads(headCount)
    {
        torch::manual_seed(7);
        const auto options = torch::dtype(type);
        for (int task = 0; task < tasks; ++task) {
            adapters.push_back(
                {torch::randn({bottleneck, width}, options) * 0.3, torch::randn({bottleneck}, options) * 0.2,
                 torch::randn({width, bottleneck}, options) * 0.3, torch::randn({width}, options) * 0.2});
            queries.push_back(torch::randn({width}, options));
            keys.push_back(torch::randn({width}, options));
        }
        h = torch::randn({batch, length, width}, options);
        mask = torch::ones({batch, length});
        mask[0].narrow(0, length - 2, 2).zero_();
    }

    Mixture mixture() const
    {
        Mixture result;
        for (const Adapter &adapter : adapters) {
            result.adapters.push_back(&adapter);
        }
        result.queries = torch::stack(queries);
        result.keys = torch::stack(keys);
        result.heads = heads;
        return result;
    }

    /// The last `count` adapters with their gates, or all queries when count is 0.
    std::vector<at::Tensor> trainable(int count)
    {
        std::vector<at::Tensor> result;
        if (count == 0) {
            result = queries;
        }
        for (std::size_t i = adapters.size() - static_cast<std::size_t>(count); i < adapters.size(); ++i) {
            for (const at::Tensor &tensor : {adapters[i].downWeight, adapters[i].downBias, adapters[i].upWeight,
                                             adapters[i].upBias, queries[i], keys[i]}) {
                result.push_back(tensor);
            }
        }
        for (at::Tensor &tensor : result) {
            tensor.requires_grad_();
        }
        h.requires_grad_();
        result.push_back(h);
        return result;
    }

    at::Tensor mix(const GateOptions &options, MixTrace *trace = nullptr) const
    {
        const Mixture parts = mixture();
        if (options.form == MixingForm::Plain) {
            return mixPlain(h, mask, parts, options, trace);
        }
        m_packed.update(parts.adapters, heads, h.scalar_type());
        return mixLowRank(h, mask, parts, m_packed, options, trace);
    }

private:
    mutable PackedAdapters m_packed;
};

std::vector<at::Tensor> gradientsOf(SiteCase &site, const GateOptions &options, const std::vector<at::Tensor> &inputs)
{
    torch::manual_seed(11);
    const at::Tensor out = site.mix(options);
    const at::Tensor direction = torch::randn(out.sizes(), at::kDouble).to(out.scalar_type());
    return torch::autograd::grad({(out * direction).sum()}, inputs, {}, false, false, true);
}

}  // namespace

Q_DECLARE_METATYPE(GateScaling)

class TestMixing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void handWrittenBackwardEqualsNumericGradients_data();
    void handWrittenBackwardEqualsNumericGradients();
    void lowRankEqualsPlain_data();
    void lowRankEqualsPlain();
    void matrixFormsEqualTheRowKernels();
    void recomputingChangesNothing();
    void predictionDoesNotDependOnItsBatch_data();
    void predictionDoesNotDependOnItsBatch();
    void bf16StaysNearFp32();
    void gateWeightsOfOneSumToOneWhenNormalised();
    void withoutGateAdaptersAreAdded();
    void siteWithoutAdaptersHandsOn();
    void frozenAdapterBehindTrainedOneIsRefused();
    void stepBetweenForwardAndBackwardIsRefused();
};

void TestMixing::handWrittenBackwardEqualsNumericGradients_data()
{
    QTest::addColumn<int>("trained");  // 0 = stage 1 (queries), 1 = stage 2 (the newest), 3 = all
    QTest::addColumn<bool>("masked");
    QTest::addColumn<GateScaling>("scaling");
    for (const int trained : {0, 1, 3}) {
        for (const bool masked : {false, true}) {
            QTest::addRow("trained %d masked %d published", trained, masked)
                << trained << masked << GateScaling::Published;
            QTest::addRow("trained %d masked %d normalised", trained, masked)
                << trained << masked << GateScaling::Normalised;
        }
    }
    QTest::addRow("no gate") << 1 << true << GateScaling::Off;
}

void TestMixing::handWrittenBackwardEqualsNumericGradients()
{
    QFETCH(int, trained);
    QFETCH(bool, masked);
    QFETCH(GateScaling, scaling);
    GateOptions options;
    options.maskPadding = masked;
    options.scaling = scaling;
    SiteCase site(3, 8, 2, 3, 2, 5);
    std::vector<at::Tensor> inputs = site.trainable(trained);
    const std::vector<at::Tensor> gradients = gradientsOf(site, options, inputs);

    constexpr double kStep = 1e-6;
    const torch::NoGradGuard noGrad;
    torch::manual_seed(11);
    const at::Tensor direction = torch::randn(site.h.sizes(), at::kDouble);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        at::Tensor numeric = torch::zeros_like(inputs[i]);
        auto *value = inputs[i].data_ptr<double>();
        auto *slope = numeric.data_ptr<double>();
        for (std::int64_t element = 0; element < inputs[i].numel(); ++element) {
            const double at = value[element];
            const auto evaluate = [&](double x) {
                value[element] = x;
                torch::autograd::impl::bump_version(inputs[i]);
                return (site.mix(options) * direction).sum().item<double>();
            };
            slope[element] = (evaluate(at + kStep) - evaluate(at - kStep)) / (2 * kStep);
            evaluate(at);
        }
        const at::Tensor gradient = gradients[i].defined() ? gradients[i] : torch::zeros_like(inputs[i]);
        ATLAS_CLOSE(gradient, numeric, 1e-7);
    }
}

void TestMixing::lowRankEqualsPlain_data()
{
    QTest::addColumn<int>("tasks");
    QTest::addColumn<int>("trained");
    QTest::addColumn<GateScaling>("scaling");
    for (const int tasks : {1, 2, 5}) {
        for (const int trained : {0, 1}) {
            QTest::addRow("T=%d trained %d published", tasks, trained) << tasks << trained << GateScaling::Published;
            QTest::addRow("T=%d trained %d normalised", tasks, trained) << tasks << trained << GateScaling::Normalised;
        }
        QTest::addRow("T=%d without gate", tasks) << tasks << 1 << GateScaling::Off;
    }
}

void TestMixing::lowRankEqualsPlain()
{
    QFETCH(int, tasks);
    QFETCH(int, trained);
    QFETCH(GateScaling, scaling);
    // Sizes that are no multiple of a vector, a head or a block of rows.
    for (const auto &[width, heads, bottleneck] : {std::tuple{24, 3, 5}, std::tuple{128, 2, 48}}) {
        SiteCase site(tasks, width, heads, bottleneck, kBatch, kLength);
        std::vector<at::Tensor> inputs = site.trainable(trained);
        GateOptions options;
        options.scaling = scaling;
        options.form = MixingForm::Plain;
        const at::Tensor plain = site.mix(options);
        const std::vector<at::Tensor> expected = gradientsOf(site, options, inputs);
        options.form = MixingForm::LowRank;
        ATLAS_CLOSE(site.mix(options), plain, 1e-12);
        const std::vector<at::Tensor> actual = gradientsOf(site, options, inputs);
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            QCOMPARE(actual[i].defined(), expected[i].defined());
            if (actual[i].defined()) {
                ATLAS_CLOSE(actual[i], expected[i], 1e-11);
            }
        }
    }
}

void TestMixing::matrixFormsEqualTheRowKernels()
{
    // The forms that accelerators use; on the CPU they serve rows too wide for the kernels.
    SiteCase narrow(3, 24, 3, 5, kBatch, kLength);
    const at::Tensor z = torch::randn({kBatch, kLength, 15}, at::kDouble);
    const HeadPair pair{torch::randn({1, 3, 3, 8}, at::kDouble), torch::randn({1, 3, 3, 5}, at::kDouble)};
    const at::Tensor c = torch::randn({kBatch, kLength, 3, 3}, at::kDouble);
    const at::Tensor weights = torch::rand({kBatch, 3}, at::kDouble);
    const SpreadInput input{c, pair, c.neg(), pair, weights, narrow.h, z, z, torch::sigmoid(z)};

    QVERIFY(maxDifference(contractHeads(narrow.h, z, pair), matrix::contractHeads(narrow.h, z, pair)) < 1e-12);
    const HeadPair fast = gatherHeads(c, narrow.h, z), slow = matrix::gatherHeads(c, narrow.h, z);
    ATLAS_CLOSE(fast.h, slow.h, 1e-12);
    ATLAS_CLOSE(fast.z, slow.z, 1e-12);
    const GradientSums sums = sumGradients(narrow.h, narrow.h, z, z, 3);
    const GradientSums expected = matrix::sumGradients(narrow.h, narrow.h, z, z, 3);
    ATLAS_CLOSE(sums.columns, expected.columns, 1e-12);
    ATLAS_CLOSE(sums.product, expected.product, 1e-12);
    ATLAS_CLOSE(sums.codeProducts, expected.codeProducts, 1e-12);
    const SpreadGradient spread = spreadHeads(input, true), spreadExpected = matrix::spreadHeads(input, true);
    ATLAS_CLOSE(spread.h, spreadExpected.h, 1e-12);
    ATLAS_CLOSE(spread.activation, spreadExpected.activation, 1e-12);
}

void TestMixing::recomputingChangesNothing()
{
    SiteCase site(3, 24, 3, 5, kBatch, kLength);
    std::vector<at::Tensor> inputs = site.trainable(1);
    GateOptions options;
    const std::vector<at::Tensor> expected = gradientsOf(site, options, inputs);
    options.recompute = true;
    const std::vector<at::Tensor> actual = gradientsOf(site, options, inputs);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        QVERIFY(torch::equal(actual[i], expected[i]));
    }
}

void TestMixing::predictionDoesNotDependOnItsBatch_data()
{
    QTest::addColumn<bool>("lowRank");
    QTest::newRow("plain") << false;
    QTest::newRow("low-rank") << true;
}

void TestMixing::predictionDoesNotDependOnItsBatch()
{
    ATLAS_NEED_SHARED(golden("tiny-vilt"));
    QFETCH(bool, lowRank);
    const torch::NoGradGuard noGrad;
    const std::shared_ptr<Vilt> vilt = Vilt::load(golden("tiny-vilt"));
    const StateDict tensors = loadTensors(golden("mix_T2_square.safetensors"));
    const GoldenModel model(vilt, 2, under(tensors, "param."));
    torch::manual_seed(5);
    std::vector<PreparedInput> inputs(32);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        for (std::size_t token = 0; token < 4 + i; ++token) {
            inputs[i].ids.push_back(8 + static_cast<std::int64_t>((i * 7 + token * 3) % 200));
        }
        inputs[i].typeIds.assign(inputs[i].ids.size(), 0);
        inputs[i].pixels = torch::randint(0, 255, {3, 64, i % 3 == 0 ? 96 : 64}, at::kByte);
    }
    GateOptions options;
    options.form = lowRank ? MixingForm::LowRank : MixingForm::Plain;
    const auto logitsIn = [&](std::size_t batchSize, const GateOptions &gate) {
        AdapterHook hook(model.bank, model.gates, vilt->config().heads, gate);
        std::vector<at::Tensor> rows;
        for (std::size_t first = 0; first < inputs.size(); first += batchSize) {
            std::vector<const PreparedInput *> batch;
            for (std::size_t i = first; i < first + batchSize; ++i) {
                batch.push_back(&inputs[i]);
            }
            rows.push_back(model.head.forward(vilt->pool(vilt->encode(vilt->embed(batch), &hook))));
        }
        return torch::cat(rows);
    };
    const at::Tensor alone = logitsIn(1, options);
    ATLAS_CLOSE(logitsIn(8, options), alone, 1e-5);
    ATLAS_CLOSE(logitsIn(32, options), alone, 1e-5);
    // The published form does depend on it, so the test can fail.
    GateOptions published = GateOptions::reference();
    published.form = options.form;
    QVERIFY(maxDifference(logitsIn(32, published), logitsIn(1, published)) > 1e-4);
}

void TestMixing::bf16StaysNearFp32()
{
    // bf16 keeps 8 bits: one rounding is 0.4 % of a value. Output and gradients stay within 2 % of their size (norm).
    constexpr double kRelative = 0.02;
    SiteCase exact(8, 128, 2, 48, 4, 33, at::kFloat);
    std::vector<at::Tensor> inputs = exact.trainable(1);
    SiteCase half = exact;
    half.h = exact.h.detach().to(at::kBFloat16).requires_grad_();
    std::vector<at::Tensor> halfInputs = inputs;
    halfInputs.back() = half.h;
    const GateOptions options;
    const auto relative = [](const at::Tensor &actual, const at::Tensor &expected) {
        return ((actual.to(at::kFloat) - expected).norm() / expected.norm()).item<double>();
    };
    MixTrace trace, halfTrace;
    const double output = relative(half.mix(options, &halfTrace), exact.mix(options, &trace));
    QVERIFY2(output < kRelative, qPrintable(QString::number(output)));
    QVERIFY(maxDifference(halfTrace.weights, trace.weights) < 5e-3);
    QCOMPARE(halfTrace.weights.scalar_type(), at::kFloat);
    QCOMPARE(halfTrace.attention.scalar_type(), at::kFloat);
    const std::vector<at::Tensor> expected = gradientsOf(exact, options, inputs);
    const std::vector<at::Tensor> actual = gradientsOf(half, options, halfInputs);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const double difference = relative(actual[i], expected[i]);
        QVERIFY2(difference < kRelative, qPrintable(QStringLiteral("%1: %2").arg(i).arg(difference)));
    }
}

void TestMixing::gateWeightsOfOneSumToOneWhenNormalised()
{
    const torch::NoGradGuard noGrad;
    const SiteCase site(5, 24, 3, 5, kBatch, kLength);
    GateOptions options;
    options.scaling = GateScaling::Normalised;
    MixTrace trace;
    site.mix(options, &trace);
    ATLAS_CLOSE(trace.weights.sum(1), torch::ones({kBatch}, at::kDouble), 1e-12);
    options.scaling = GateScaling::Published;
    site.mix(options, &trace);
    QVERIFY(trace.weights.min().item<double>() >= 0);
    QVERIFY(trace.weights.max().item<double>() <= 1);
}

void TestMixing::withoutGateAdaptersAreAdded()
{
    const torch::NoGradGuard noGrad;
    const SiteCase site(2, 24, 3, 5, kBatch, kLength);
    GateOptions options;
    options.scaling = GateScaling::Off;
    ATLAS_CLOSE(site.mix(options), adapterOutput(site.adapters[0], site.h) + adapterOutput(site.adapters[1], site.h),
                1e-12);
}

void TestMixing::siteWithoutAdaptersHandsOn()
{
    const AdapterBank bank(24, 5, 1);
    const GateSet gates(1);
    AdapterHook hook(bank, gates, 3);
    const at::Tensor h = torch::randn({1, 4, 24});
    QVERIFY(hook.apply(0, Site::Attention, h, torch::ones({1, 4})).is_same(h));
}

void TestMixing::frozenAdapterBehindTrainedOneIsRefused()
{
    SiteCase site(2, 24, 3, 5, kBatch, kLength);
    site.adapters[0].downWeight.requires_grad_();
    try {
        site.mix({});
        QFAIL("the gradient would be of the wrong adapter");
    } catch (const atlas::Error &error) {
        QCOMPARE(error.code(), atlas::ErrorCode::Internal);
    }
}

void TestMixing::stepBetweenForwardAndBackwardIsRefused()
{
    SiteCase site(2, 24, 3, 5, kBatch, kLength);
    site.trainable(1);
    const at::Tensor out = site.mix({});
    {
        const torch::NoGradGuard noGrad;
        site.adapters[1].upWeight.add_(1);
        site.mix({});  // brings the packed weights up to date
    }
    QVERIFY_EXCEPTION_THROWN(out.sum().backward(), c10::Error);
}

QTEST_APPLESS_MAIN(TestMixing)
#include "tst_mixing.moc"
