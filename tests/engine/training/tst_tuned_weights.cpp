#include "core/error.h"
#include "engine/training/tuned_weights.h"
#include "tests/support/shared_data.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <QTest>

#include <cmath>

using namespace atlas;
using namespace atlas::engine;
using namespace atlas::test;

namespace {

constexpr int kLayers = 3;  // of the golden network

/// Nothing at the sites, but said by a hook: the transformer then may not use the memory of what it hands over.
class NoChange final : public SiteHook {
public:
    at::Tensor apply(int, Site, const at::Tensor &h, const at::Tensor &) override { return h; }
};

EmbeddedBatch someTokens(at::ScalarType type)
{
    at::Generator random = at::detail::createCPUGenerator(4);
    EmbeddedBatch batch;
    batch.tokens = torch::empty({2, 5, 64}, torch::kDouble).normal_(0, 1, random).to(type);
    batch.mask = torch::ones({2, 5});
    batch.mask[1][4] = 0;
    return batch;
}

at::Tensor lossOf(const Backbone &backbone, const EmbeddedBatch &batch, SiteHook *hook = nullptr)
{
    const at::Tensor pooled = backbone.pool(backbone.encode(batch, hook));
    return (pooled * torch::arange(64, pooled.options())).sin().sum();
}

}  // namespace

class TestTunedWeights : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { ATLAS_NEED_SHARED(golden("tiny-vilt")); }
    void gradientsAreThoseOfDifferences_data();
    void gradientsAreThoseOfDifferences();
    void gradientsDoNotDependOnMemoryThatIsReused();
    void layersBelowTheLowestStayFrozen();
    void halfPrecisionKeepsSmallSteps();
    void valuesComeBack();

private:
    std::shared_ptr<Backbone> tiny() const { return loadBackbone(golden("tiny-vilt")); }
};

void TestTunedWeights::gradientsAreThoseOfDifferences_data()
{
    QTest::addColumn<bool>("padded");
    QTest::newRow("padded") << true;
    QTest::newRow("all tokens") << false;
}

void TestTunedWeights::gradientsAreThoseOfDifferences()
{
    QFETCH(bool, padded);
    const std::shared_ptr<Backbone> backbone = tiny();
    NamedTensors weights = backbone->jointParameters();
    for (auto &[name, tensor] : weights) {
        tensor.set_data(tensor.to(torch::kDouble));
        tensor.requires_grad_(true);
    }
    EmbeddedBatch batch = someTokens(torch::kDouble);
    if (!padded) {
        batch.mask.fill_(1);
        batch.padded = false;
    }
    lossOf(*backbone, batch).backward();
    constexpr double kStep = 1e-6;
    for (auto &[name, tensor] : weights) {
        // Along the gradient itself the loss changes by its length: every element has its part in that.
        const at::Tensor gradient = tensor.grad();
        QVERIFY2(gradient.defined(), name.c_str());
        const double length = gradient.norm().item<double>();
        if (length < 1e-9) {
            continue;
        }
        const torch::NoGradGuard frozen;
        const at::Tensor kept = tensor.detach().clone();
        tensor.copy_(kept + gradient * (kStep / length));
        const double above = lossOf(*backbone, batch).item<double>();
        tensor.copy_(kept - gradient * (kStep / length));
        const double below = lossOf(*backbone, batch).item<double>();
        tensor.copy_(kept);
        const double difference = (above - below) / (2 * kStep);
        QVERIFY2(std::abs(difference - length) < 1e-4 * length,
                 qPrintable(QString("%1: %2 instead of %3").arg(name.c_str()).arg(length).arg(difference)));
    }
}

void TestTunedWeights::gradientsDoNotDependOnMemoryThatIsReused()
{
    std::vector<std::vector<at::Tensor>> gradients;
    NoChange hook;
    for (SiteHook *used : {static_cast<SiteHook *>(nullptr), static_cast<SiteHook *>(&hook)}) {
        const std::shared_ptr<Backbone> backbone = tiny();
        TunedWeights tuned(*backbone, 0);
        tuned.setTrainable(true);
        lossOf(*backbone, someTokens(torch::kFloat), used).backward();
        gradients.emplace_back();
        for (const auto &[name, tensor] : tuned.parameters()) {
            gradients.back().push_back(tensor.grad());
        }
    }
    for (std::size_t i = 0; i < gradients[0].size(); ++i) {
        QVERIFY(torch::equal(gradients[0][i], gradients[1][i]));
    }
}

void TestTunedWeights::layersBelowTheLowestStayFrozen()
{
    const std::shared_ptr<Backbone> backbone = tiny();
    TunedWeights tuned(*backbone, 2);
    tuned.setTrainable(true);
    for (const auto &[name, tensor] : backbone->parameters()) {
        const bool above = name.find("encoder.layer.2.") != std::string::npos || name.starts_with("vilt.layernorm.") ||
                           name.starts_with("vilt.pooler.");
        QVERIFY2(tensor.requires_grad() == above, name.c_str());
    }
    QCOMPARE(jointLayerOf("vilt.encoder.layer.11.output.dense.bias", 12), 11);
    QCOMPARE(jointLayerOf("vilt.pooler.dense.weight", 12), 12);
    QVERIFY(TunedWeights(*backbone, kLayers).parameters().size() == 4);  // final LayerNorm and pooler
}

void TestTunedWeights::halfPrecisionKeepsSmallSteps()
{
    const std::shared_ptr<Backbone> backbone = tiny();
    backbone->to("cpu", true);
    TunedWeights tuned(*backbone, 0);
    tuned.setTrainable(true);
    lossOf(*backbone, someTokens(torch::kBFloat16)).backward();
    tuned.collectGradients();
    const torch::NoGradGuard frozen;
    const at::Tensor own = tuned.network().front();
    const at::Tensor before = own.clone();
    at::Tensor parameter = tuned.parameters().front().second;
    QCOMPARE(parameter.scalar_type(), torch::kFloat32);
    QVERIFY(parameter.grad().defined() && parameter.grad().scalar_type() == torch::kFloat32);
    QVERIFY(!own.grad().defined());
    for (int step = 0; step < 64; ++step) {  // each alone is less than bf16 can tell apart
        parameter.mul_(1 + 1.0 / 1024);
        tuned.publish();
    }
    QVERIFY(torch::allclose(own.to(torch::kFloat), before.to(torch::kFloat) * std::pow(1 + 1.0 / 1024, 64), 0.01));
}

void TestTunedWeights::valuesComeBack()
{
    const std::shared_ptr<Backbone> backbone = tiny();
    TunedWeights tuned(*backbone, 0, true);
    const torch::NoGradGuard frozen;
    const TensorMap pretrained = tuned.copy();
    for (auto [name, tensor] : tuned.parameters()) {
        tensor.add_(1);
    }
    const TensorMap changed = tuned.copy();
    tuned.reset();
    QVERIFY(torch::equal(tuned.parameters()[0].second, pretrained.at(tuned.parameters()[0].first)));
    tuned.put(changed);
    QVERIFY(torch::equal(tuned.network()[0], changed.at(tuned.parameters()[0].first)));
    TensorMap incomplete = changed;
    incomplete.erase(incomplete.begin());
    QVERIFY_EXCEPTION_THROWN(tuned.put(incomplete), Error);
}

QTEST_GUILESS_MAIN(TestTunedWeights)
#include "tst_tuned_weights.moc"
