#include "engine/learning/adapter_bank.h"
#include "engine/learning/adapter_hook.h"
#include "engine/learning/gate_set.h"
#include "engine/learning/packed_adapters.h"

#include "core/error.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <QTest>

using namespace atlas::engine;

namespace {

constexpr int kWidth = 16;
constexpr int kBottleneck = 4;
constexpr int kLayers = 2;

at::Generator generator(std::uint64_t seed)
{
    return at::detail::createCPUGenerator(seed);
}

AdapterBank bankOf(int tasks, std::uint64_t seed = 1)
{
    AdapterBank bank(kWidth, kBottleneck, kLayers);
    at::Generator source = generator(seed);
    for (int task = 0; task < tasks; ++task) {
        bank.add(task, source);
    }
    return bank;
}

bool equal(const NamedTensors &a, const NamedTensors &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto &x, const auto &y) {
        return x.first == y.first && torch::equal(x.second, y.second);
    });
}

}  // namespace

class TestAdapterBank : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parametersHaveTheRegisteredNames();
    void adaptersBeginSmallAndBiasesAtZero();
    void seedDecidesTheAdapters();
    void bottleneckWiderThanTheBackboneIsRefused();
    void fileGivesTheSameAdaptersBack();
    void prunedSitesStayAbsentThroughAFile();
    void halfAnAdapterIsRefused();
    void anotherWidthIsRefused();
    void copiedGatesLeaveTheOriginalAlone();
    void gatesFollowTheAdaptersThereAre();
    void gatesGoThroughAFile();
    void queryWithoutKeyIsRefused();
    void packedWeightsFollowTraining();
    void aHookIsConstantWhereNoGradientCanChangeIt_data();
    void aHookIsConstantWhereNoGradientCanChangeIt();
};

void TestAdapterBank::aHookIsConstantWhereNoGradientCanChangeIt_data()
{
    QTest::addColumn<int>("tasks");
    QTest::addColumn<GateScaling>("scaling");
    QTest::addColumn<bool>("queries");
    QTest::addColumn<bool>("adapters");
    QTest::addColumn<bool>("constant");
    QTest::newRow("nothing there") << 0 << GateScaling::Normalised << true << false << true;
    QTest::newRow("one adapter, its weight is 1") << 1 << GateScaling::Normalised << true << false << true;
    QTest::newRow("one adapter, weighed") << 1 << GateScaling::Published << true << false << false;
    QTest::newRow("two adapters, weighed") << 2 << GateScaling::Normalised << true << false << false;
    QTest::newRow("two adapters, all frozen") << 2 << GateScaling::Normalised << false << false << true;
    QTest::newRow("an adapter that trains") << 1 << GateScaling::Off << false << true << false;
}

void TestAdapterBank::aHookIsConstantWhereNoGradientCanChangeIt()
{
    QFETCH(int, tasks);
    QFETCH(GateScaling, scaling);
    QFETCH(bool, queries);
    QFETCH(bool, adapters);
    QFETCH(bool, constant);
    AdapterBank bank = bankOf(tasks);
    GateSet gates(kLayers);
    at::Generator source = generator(2);
    for (int task = 0; task < tasks; ++task) {
        gates.add(task, bank, source);
        bank.setTrainable(task, adapters);
    }
    gates.setKeysTrainable(false);
    gates.setQueriesTrainable(queries);
    const AdapterHook hook(bank, gates, 2, {.scaling = scaling});
    QCOMPARE(hook.constant(), constant);
    if (constant && tasks > 0) {
        AdapterHook live(bank, gates, 2, {.scaling = scaling});
        const at::Tensor h = torch::randn({2, 3, kWidth}, source);
        const at::Tensor before = live.apply(0, Site::Mlp, h, torch::ones({2, 3})).detach();
        const torch::NoGradGuard frozen;
        if (queries) {
            at::Tensor query = gates.at(0, Site::Mlp)[0].query;
            query.add_(1);
        }
        QVERIFY(torch::allclose(live.apply(0, Site::Mlp, h, torch::ones({2, 3})), before, 1e-5, 1e-6));
    }
}

void TestAdapterBank::parametersHaveTheRegisteredNames()
{
    const AdapterBank bank = bankOf(2);
    const NamedTensors parameters = bank.parameters(1);
    QCOMPARE(parameters.size(), std::size_t(kLayers * 2 * 4));
    QCOMPARE(parameters[0].first, std::string("layer.0.attn.1.down.weight"));
    QCOMPARE(parameters[1].first, std::string("layer.0.attn.1.down.bias"));
    QCOMPARE(parameters[2].first, std::string("layer.0.attn.1.up.weight"));
    QCOMPARE(parameters[3].first, std::string("layer.0.attn.1.up.bias"));
    QCOMPARE(parameters[4].first, std::string("layer.0.mlp.1.down.weight"));
    QCOMPARE(elementCount(parameters), std::int64_t(kLayers * 2 * (2 * kWidth * kBottleneck + kWidth + kBottleneck)));
}

void TestAdapterBank::adaptersBeginSmallAndBiasesAtZero()
{
    AdapterBank bank(256, 64, 1);
    at::Generator source = generator(3);
    bank.add(0, source);
    const Adapter &adapter = bank.at(0, 0, Site::Mlp);
    QVERIFY(std::abs(adapter.downWeight.std().item<double>() - 0.02) < 0.001);
    QVERIFY(std::abs(adapter.upWeight.std().item<double>() - 0.02) < 0.001);
    QCOMPARE(adapter.downBias.abs().max().item<double>(), 0.0);
    QCOMPARE(adapter.upBias.abs().max().item<double>(), 0.0);
    QVERIFY(!adapter.requiresGrad());
}

void TestAdapterBank::seedDecidesTheAdapters()
{
    QVERIFY(equal(bankOf(2, 5).parameters(1), bankOf(2, 5).parameters(1)));
    QVERIFY(!equal(bankOf(2, 5).parameters(1), bankOf(2, 6).parameters(1)));
}

void TestAdapterBank::bottleneckWiderThanTheBackboneIsRefused()
{
    QVERIFY_EXCEPTION_THROWN(AdapterBank(16, 17, 1), atlas::Error);
    QVERIFY_EXCEPTION_THROWN(AdapterBank(16, 0, 1), atlas::Error);
}

void TestAdapterBank::fileGivesTheSameAdaptersBack()
{
    const AdapterBank bank = bankOf(2);
    TensorMap file = toMap(bank.parameters(1));
    AdapterBank other(kWidth, kBottleneck, kLayers);
    other.load(1, file);
    QVERIFY(file.empty());
    QVERIFY(equal(other.parameters(1), bank.parameters(1)));
    QVERIFY(!other.hasTask(0));
}

void TestAdapterBank::prunedSitesStayAbsentThroughAFile()
{
    AdapterBank bank = bankOf(2);
    bank.remove(1, 1, Site::Attention);
    TensorMap file = toMap(bank.parameters(1));
    AdapterBank other = bankOf(2);
    other.load(1, file);
    QVERIFY(!other.has(1, 1, Site::Attention));
    QVERIFY(other.has(1, 1, Site::Mlp));
    QCOMPARE(other.tasksAt(1, Site::Attention), std::vector<int>{0});
    QCOMPARE(other.tasksAt(0, Site::Attention), (std::vector<int>{0, 1}));
}

void TestAdapterBank::halfAnAdapterIsRefused()
{
    TensorMap file = toMap(bankOf(1).parameters(0));
    file.erase("layer.1.mlp.0.up.bias");
    AdapterBank other(kWidth, kBottleneck, kLayers);
    try {
        other.load(0, file);
        QFAIL("half an adapter was taken");
    } catch (const atlas::Error &error) {
        QCOMPARE(error.code(), atlas::ErrorCode::BadInput);
        QVERIFY(error.message().find("layer.1.mlp.0.up.bias") != std::string::npos);
    }
}

void TestAdapterBank::anotherWidthIsRefused()
{
    TensorMap file = toMap(bankOf(1).parameters(0));
    AdapterBank other(2 * kWidth, kBottleneck, kLayers);
    try {
        other.load(0, file);
        QFAIL("an adapter of another width was taken");
    } catch (const atlas::Error &error) {
        QCOMPARE(error.code(), atlas::ErrorCode::BadInput);
        QVERIFY(error.message().find("[4, 32]") != std::string::npos);
        QVERIFY(error.message().find("[4, 16]") != std::string::npos);
    }
}

void TestAdapterBank::copiedGatesLeaveTheOriginalAlone()
{
    const AdapterBank bank = bankOf(1);
    at::Generator source = generator(2);
    GateSet original(kLayers);
    original.add(0, bank, source);
    GateSet copy = original.copy();
    QVERIFY(equal(copy.parameters(), original.parameters()));
    copy.setQueriesTrainable(true);
    QVERIFY(!original.at(0, Site::Mlp).front().query.requires_grad());
    {
        const torch::NoGradGuard noGrad;
        at::Tensor query = copy.at(0, Site::Mlp).front().query;
        query.add_(1);
    }
    QVERIFY(!equal(copy.parameters(), original.parameters()));
}

void TestAdapterBank::gatesFollowTheAdaptersThereAre()
{
    AdapterBank bank = bankOf(2);
    bank.remove(1, 0, Site::Mlp);
    at::Generator source = generator(2);
    GateSet gates(kLayers);
    gates.add(0, bank, source);
    gates.add(1, bank, source);
    QCOMPARE(gates.at(0, Site::Mlp).size(), std::size_t(1));
    QCOMPARE(gates.at(1, Site::Mlp).size(), std::size_t(2));
    gates.remove(0, 1, Site::Mlp);
    QCOMPARE(gates.at(1, Site::Mlp).size(), std::size_t(1));
    QCOMPARE(gates.at(1, Site::Mlp).front().adapter, 1);
    gates.removeTask(1);
    QVERIFY(gates.at(1, Site::Mlp).empty());
}

void TestAdapterBank::gatesGoThroughAFile()
{
    const AdapterBank bank = bankOf(12);
    at::Generator source = generator(2);
    GateSet gates(kLayers);
    for (const int task : {0, 2, 11}) {
        gates.add(task, bank, source);
    }
    TensorMap file = toMap(gates.parameters());
    file.emplace("layer.0.attn.2.down.weight", torch::zeros({kBottleneck, kWidth}));
    const GateSet loaded = GateSet::load(kLayers, kWidth, file);
    QVERIFY(equal(loaded.parameters(), gates.parameters()));
    QCOMPARE(file.size(), std::size_t(1));
    QVERIFY_EXCEPTION_THROWN(requireEmpty(file, "The package"), atlas::Error);
}

void TestAdapterBank::queryWithoutKeyIsRefused()
{
    const AdapterBank bank = bankOf(1);
    at::Generator source = generator(2);
    GateSet gates(kLayers);
    gates.add(0, bank, source);
    TensorMap file = toMap(gates.parameters());
    file.erase("layer.1.attn.0.key");
    QVERIFY_EXCEPTION_THROWN(GateSet::load(kLayers, kWidth, file), atlas::Error);
}

void TestAdapterBank::packedWeightsFollowTraining()
{
    const AdapterBank bank = bankOf(2);
    const std::vector<const Adapter *> adapters{&bank.at(0, 0, Site::Mlp), &bank.at(1, 0, Site::Mlp)};
    PackedAdapters packed;
    packed.update(adapters, 2, at::kFloat);
    const void *memory = packed.up().data_ptr();
    {
        const torch::NoGradGuard noGrad;
        at::Tensor weight = adapters[1]->upWeight;
        weight.add_(1);
    }
    packed.update(adapters, 2, at::kFloat);
    QCOMPARE(packed.up().data_ptr(), memory);
    QVERIFY(torch::equal(packed.up().narrow(1, kBottleneck, kBottleneck), adapters[1]->upWeight));
    QVERIFY(torch::equal(packed.up().narrow(1, 0, kBottleneck), adapters[0]->upWeight));
    QVERIFY(torch::equal(packed.upHeads()[1].reshape({kWidth, kBottleneck}), adapters[1]->upWeight));
    packed.update(adapters, 2, at::kBFloat16);
    QCOMPARE(packed.down().scalar_type(), at::kBFloat16);
    QCOMPARE(packed.upHeads().scalar_type(), at::kFloat);
}

QTEST_APPLESS_MAIN(TestAdapterBank)
#include "tst_adapter_bank.moc"
