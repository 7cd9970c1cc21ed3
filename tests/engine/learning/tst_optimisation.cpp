#include "tests/engine/learning/golden_model.h"

#include "core/error.h"
#include "engine/learning/adamw.h"
#include "engine/learning/ewc.h"
#include "engine/learning/ewc_memory.h"
#include "engine/learning/lr_schedule.h"
#include "engine/learning/orthogonality.h"

using namespace atlas::engine;
using namespace atlas::test;

namespace {

at::Generator generator(std::uint64_t seed)
{
    return at::detail::createCPUGenerator(seed);
}

/// The goldens' little network: 6 -> 5, GELU -> 3, in double.
NamedTensors ewcParameters(const StateDict &tensors)
{
    NamedTensors parameters;
    for (const char *name : {"0.weight", "0.bias", "2.weight", "2.bias"}) {
        parameters.emplace_back(name, tensors.at(std::string("theta_star.") + name).clone().requires_grad_());
    }
    return parameters;
}

at::Tensor ewcLoss(const NamedTensors &p, const at::Tensor &x, const at::Tensor &y)
{
    const at::Tensor hidden = torch::gelu(torch::linear(x, p[0].second, p[1].second));
    return torch::cross_entropy_loss(torch::linear(hidden, p[2].second, p[3].second), y);
}

NamedTensors trainables(const at::Generator &source)
{
    at::Generator own = source;
    return {{"layer.0.attn.0.query", torch::empty({40000}).normal_(0, 1, own).requires_grad_()},
            {"head.x.fc1.bias", torch::empty({7}).normal_(0, 1, own).requires_grad_()}};
}

void runSteps(AdamW &optimiser, int from, int to)
{
    for (int step = from; step < to; ++step) {
        optimiser.zeroGrad();
        at::Tensor loss = torch::zeros({});
        for (const AdamWParameter &parameter : optimiser.parameters()) {
            loss = loss + (parameter.tensor * parameter.tensor * (1.0 + 0.1 * step)).sin().sum();
        }
        loss.backward();
        optimiser.step(0.5);
    }
}

}  // namespace

class TestOptimisation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scheduleIsAsPublished_data();
    void scheduleIsAsPublished();
    void penaltyIsAsPublished_data();
    void penaltyIsAsPublished();
    void ewcIsAsPublished_data();
    void ewcIsAsPublished();
    void ewcMemoryIsTheSumOfPenalties();
    void biasesAndLayerNormsAreNotDecayed();
    void queriesHaveTheirOwnRate();
    void restoredStateGoesOnBitForBit();
    void stateOfAnotherShapeIsRefused();
    void parameterWithoutGradientStays();
    void updateTellsCachesThatItChangedAParameter();
};

void TestOptimisation::scheduleIsAsPublished_data()
{
    QTest::addColumn<int>("total");
    for (const int total : {10, 37, 100}) {
        QTest::addRow("total %d", total) << total;
    }
}

void TestOptimisation::scheduleIsAsPublished()
{
    ATLAS_NEED_SHARED(golden("schedule_ortho.safetensors"));
    QFETCH(int, total);
    const StateDict tensors = loadTensors(golden("schedule_ortho.safetensors"));
    const at::Tensor expected = tensors.at("lr_factor.total" + std::to_string(total));
    for (std::int64_t step = 0; step < expected.size(0); ++step) {
        QCOMPARE(learningRateFactor(step, total, 0.1 * total), expected[step].item<double>());
    }
}

void TestOptimisation::penaltyIsAsPublished_data()
{
    QTest::addColumn<int>("rows");
    for (const int rows : {1, 2, 4}) {
        QTest::addRow("%d rows", rows) << rows;
    }
}

void TestOptimisation::penaltyIsAsPublished()
{
    ATLAS_NEED_SHARED(golden("schedule_ortho.safetensors"));
    QFETCH(int, rows);
    const StateDict tensors = loadTensors(golden("schedule_ortho.safetensors"));
    const std::string name = "ortho.rows" + std::to_string(rows);
    const double expected = tensors.at(name + ".value").item<double>();
    const double actual = orthogonalityPenalty(tensors.at(name + ".x")).item<double>();
    QVERIFY(std::abs(actual - expected) <= 1e-12 * expected);
}

void TestOptimisation::ewcMemoryIsTheSumOfPenalties()
{
    at::Generator random = generator(5);
    const auto draw = [&random](bool positive) {
        NamedTensors tensors;
        for (const char *name : {"a", "b"}) {
            const at::Tensor tensor = torch::empty({3, 4}).normal_(0, 1, random);
            tensors.emplace_back(name, positive ? tensor.square() : tensor);
        }
        return tensors;
    };
    NamedTensors parameters = draw(false);
    setRequiresGrad(parameters, true);
    EwcMemory memory;
    at::Tensor sum = torch::zeros({});
    for (int task = 0; task < 3; ++task) {
        const NamedTensors anchor = draw(false);
        NamedTensors fisher = draw(true);
        fisher[0].second.select(0, task).zero_();  // some weights matter to no task or to one
        memory.add(anchor, fisher);
        sum = sum + ewcPenalty(parameters, anchor, fisher, 7);
    }
    const EwcMemory loaded = EwcMemory::load(parameters, toMap(memory.state()));
    const at::Tensor penalty = loaded.penalty(parameters, 7);
    QVERIFY(std::abs((penalty - sum).item<double>()) < 1e-4 * sum.item<double>());
    for (const auto &entry : parameters) {
        const at::Tensor wanted = torch::autograd::grad({sum}, {entry.second}, {}, true)[0];
        const at::Tensor got = torch::autograd::grad({penalty}, {entry.second}, {}, true)[0];
        QVERIFY((wanted - got).abs().max().item<double>() < 1e-4 * wanted.abs().max().item<double>());
    }
    QVERIFY(EwcMemory::load(parameters, {}).empty());
}

void TestOptimisation::ewcIsAsPublished_data()
{
    QTest::addColumn<QString>("variant");
    QTest::addColumn<int>("perLoss");
    QTest::addColumn<bool>("running");
    QTest::newRow("as CLiMB's code") << "climb_as_coded" << 4 << true;
    QTest::newRow("batch gradients") << "batch_grad" << 4 << false;
    QTest::newRow("per sample") << "per_sample" << 1 << false;
}

void TestOptimisation::ewcIsAsPublished()
{
    ATLAS_NEED_SHARED(golden("ewc.safetensors"));
    QFETCH(QString, variant);
    QFETCH(int, perLoss);
    QFETCH(bool, running);
    const StateDict tensors = loadTensors(golden("ewc.safetensors"));
    const NamedTensors parameters = ewcParameters(tensors);
    Fisher fisher(parameters, running ? FisherForm::RunningSum : FisherForm::Squared);
    for (std::int64_t first = 0; first < 12; first += perLoss) {
        fisher.add(
            ewcLoss(parameters, tensors.at("x").narrow(0, first, perLoss), tensors.at("y").narrow(0, first, perLoss)),
            perLoss);
    }
    NamedTensors moved;
    const NamedTensors result = fisher.result();
    for (const auto &[name, value] : result) {
        const at::Tensor expected = tensors.at("fisher." + variant.toStdString() + "." + name);
        const double relative = ((value - expected).abs() / expected.abs().clamp_min(1e-300)).max().item<double>();
        QVERIFY2(relative <= 1e-10, qPrintable(QStringLiteral("%1: %2").arg(name.c_str()).arg(relative)));
        moved.emplace_back(name, tensors.at("theta." + name));
    }
    const double expected = tensors.at("penalty." + variant.toStdString() + ".lambda100").item<double>();
    const double actual = ewcPenalty(moved, parameters, result, 100).item<double>();
    QVERIFY(std::abs(actual - expected) <= 1e-10 * expected);
}

void TestOptimisation::biasesAndLayerNormsAreNotDecayed()
{
    NamedTensors named;
    for (const char *name : {"layer.0.attn.0.down.weight", "layer.0.attn.0.down.bias", "layer.0.attn.0.query",
                             "layer.0.attn.0.key", "head.x.ln.weight", "head.x.ln.bias", "head.x.fc1.weight"}) {
        named.emplace_back(name, torch::zeros({1}));
    }
    std::map<std::string, double> decay;
    for (const AdamWParameter &parameter : adamWParameters(named, {})) {
        decay[parameter.name] = parameter.weightDecay;
    }
    QCOMPARE(decay.at("layer.0.attn.0.down.weight"), 0.01);
    QCOMPARE(decay.at("layer.0.attn.0.query"), 0.01);
    QCOMPARE(decay.at("layer.0.attn.0.key"), 0.01);
    QCOMPARE(decay.at("head.x.fc1.weight"), 0.01);
    QCOMPARE(decay.at("layer.0.attn.0.down.bias"), 0.0);
    QCOMPARE(decay.at("head.x.ln.weight"), 0.0);
    QCOMPARE(decay.at("head.x.ln.bias"), 0.0);
    AdamWOptions published;
    published.decayLayerNorm = true;
    QCOMPARE(adamWParameters({named[4]}, published).front().weightDecay, 0.01);
}

void TestOptimisation::queriesHaveTheirOwnRate()
{
    AdamWOptions options;
    options.queryRateFactor = 100;
    const auto parameters = adamWParameters(trainables(generator(1)), options);
    QCOMPARE(parameters[0].learningRate, 0.05);
    QCOMPARE(parameters[1].learningRate, 5e-4);
}

void TestOptimisation::restoredStateGoesOnBitForBit()
{
    const NamedTensors whole = trainables(generator(3));
    AdamW uninterrupted(adamWParameters(whole, {}), {});
    runSteps(uninterrupted, 0, 6);

    const NamedTensors first = trainables(generator(3));
    AdamW before(adamWParameters(first, {}), {});
    runSteps(before, 0, 3);
    TensorMap saved;
    for (const auto &[name, tensor] : before.state()) {
        saved.emplace(name, tensor.clone());
    }
    NamedTensors second;
    for (const auto &[name, tensor] : first) {
        second.emplace_back(name, tensor.detach().clone().requires_grad_());
    }
    AdamW after(adamWParameters(second, {}), {});
    after.load(saved);
    QVERIFY(saved.empty());
    QCOMPARE(after.steps(), std::int64_t(3));
    runSteps(after, 3, 6);
    for (std::size_t i = 0; i < whole.size(); ++i) {
        QVERIFY(torch::equal(whole[i].second, second[i].second));
    }
}

void TestOptimisation::stateOfAnotherShapeIsRefused()
{
    AdamW optimiser(adamWParameters(trainables(generator(3)), {}), {});
    TensorMap state = toMap(optimiser.state());
    state["head.x.fc1.bias.exp_avg"] = torch::zeros({8});
    try {
        optimiser.load(state);
        QFAIL("a state of another shape was taken");
    } catch (const atlas::Error &error) {
        QCOMPARE(error.code(), atlas::ErrorCode::BadInput);
        QVERIFY(error.message().find("head.x.fc1.bias.exp_avg") != std::string::npos);
    }
}

void TestOptimisation::parameterWithoutGradientStays()
{
    const NamedTensors named = trainables(generator(5));
    const at::Tensor before = named[0].second.detach().clone();
    AdamW optimiser(adamWParameters(named, {}), {});
    optimiser.step(1);
    QVERIFY(torch::equal(named[0].second, before));
}

void TestOptimisation::updateTellsCachesThatItChangedAParameter()
{
    const NamedTensors named = trainables(generator(5));
    AdamW optimiser(adamWParameters(named, {}), {});
    const auto version = named[0].second._version();
    runSteps(optimiser, 0, 1);
    QVERIFY(named[0].second._version() > version);
}

QTEST_APPLESS_MAIN(TestOptimisation)
#include "tst_optimisation.moc"
