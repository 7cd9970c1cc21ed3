#include "tests/engine/learning/golden_model.h"

#include "engine/learning/adamw.h"
#include "engine/learning/losses.h"
#include "engine/learning/lr_schedule.h"
#include "engine/learning/orthogonality.h"

using namespace atlas::engine;
using namespace atlas::test;

namespace {

constexpr int kSteps = 10;
constexpr int kBatch = 4;
constexpr double kLossTolerance = 2e-5;
constexpr double kGradientTolerance = 2e-6;
constexpr double kFinalTolerance = 2e-5;
constexpr double kStage1QueryTolerance = 1e-4;

struct Trace {
    const char *name;
    int stage;
    int tasks;
    double coefficient = 0.1;
    double epsilon = 1e-8;
    bool decayLayerNorm = false;
    bool soft = false;
    const char *initial = nullptr;  ///< the trace whose starting values it shares
};

constexpr Trace kTraces[] = {
    {.name = "train_stage1", .stage = 1, .tasks = 2},
    {.name = "train_stage1_noortho", .stage = 1, .tasks = 2, .coefficient = 0},
    {.name = "train_stage1_authors_opt",
     .stage = 1,
     .tasks = 2,
     .epsilon = 1e-4,
     .decayLayerNorm = true,
     .initial = "train_stage1"},
    {.name = "train_stage2", .stage = 2, .tasks = 3},
    {.name = "train_stage2_bce", .stage = 2, .tasks = 2, .soft = true},
    {.name = "train_stage2_first_task", .stage = 2, .tasks = 1},
};

StateDict load(const std::string &name)
{
    return loadTensors(golden((name + ".safetensors").c_str()));
}

/// The six samples of the goldens as prepared inputs: padding off, pixels normalised already.
std::vector<PreparedInput> samplesOf(const StateDict &inputs)
{
    std::vector<PreparedInput> samples;
    for (std::int64_t row = 0; row < inputs.at("in.input_ids").size(0); ++row) {
        const auto length = inputs.at("in.attention_mask")[row].sum().item<std::int64_t>();
        const at::Tensor ids = inputs.at("in.input_ids")[row].narrow(0, 0, length).contiguous();
        PreparedInput sample;
        sample.ids.assign(ids.data_ptr<std::int64_t>(), ids.data_ptr<std::int64_t>() + length);
        sample.typeIds.assign(static_cast<std::size_t>(length), 0);
        sample.pixels = inputs.at("in.pixel_values")[row].contiguous();
        samples.push_back(std::move(sample));
    }
    return samples;
}

}  // namespace

class TestTrainingGolden : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ATLAS_NEED_SHARED(golden("tiny-vilt")); }

    void tenStepsGiveThePublishedLossesAndWeights_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<bool>("lowRank");
        for (int index = 0; index < static_cast<int>(std::size(kTraces)); ++index) {
            QTest::addRow("%s, plain", kTraces[index].name) << index << false;
            QTest::addRow("%s, low-rank", kTraces[index].name) << index << true;
        }
    }
    void tenStepsGiveThePublishedLossesAndWeights();
};

void TestTrainingGolden::tenStepsGiveThePublishedLossesAndWeights()
{
    QFETCH(int, index);
    QFETCH(bool, lowRank);
    const Trace &trace = kTraces[index];
    const StateDict expected = load(trace.name);
    const StateDict inputs = load("train_inputs");
    const std::vector<PreparedInput> samples = samplesOf(inputs);

    const StateDict initial = trace.initial ? load(trace.initial) : expected;
    GoldenModel model(Vilt::load(golden("tiny-vilt")), trace.tasks, under(initial, "init."));
    const int newest = trace.tasks - 1;
    AdamWOptions optimisation;
    optimisation.epsilon = trace.epsilon;
    optimisation.decayLayerNorm = trace.decayLayerNorm;
    if (trace.stage == 1) {
        model.gates.setQueriesTrainable(true);
        optimisation.queryRateFactor = 100;
    } else {
        model.bank.setTrainable(newest, true);
        model.gates.setTrainable(newest, true);
    }
    NamedTensors trained;
    for (const auto &entry : model.parameters(trace.tasks)) {
        if (entry.second.requires_grad()) {
            trained.push_back(entry);
        }
    }
    QCOMPARE(trained.size(), under(expected, "final.").size());

    AdamW optimiser(adamWParameters(trained, optimisation), optimisation);
    GateOptions options = GateOptions::reference();
    options.form = lowRank ? MixingForm::LowRank : MixingForm::Plain;
    AdapterHook hook(model.bank, model.gates, model.vilt->config().heads, options);
    const Loss &loss = atlas::engine::lossFor(trace.soft ? atlas::LabelForm::Soft : atlas::LabelForm::Single,
                                              atlas::HeadForm::Concatenate);
    const OrthogonalityOptions orthogonality{trace.coefficient, trace.stage == 2, 2};

    for (int step = 0; step < kSteps; ++step) {
        std::vector<const PreparedInput *> batch;
        std::vector<std::int64_t> rows;
        for (int i = 0; i < kBatch; ++i) {
            rows.push_back((kBatch * step + i) % static_cast<std::int64_t>(samples.size()));
            batch.push_back(&samples[static_cast<std::size_t>(rows.back())]);
        }
        const at::Tensor target =
            inputs.at(trace.soft ? "soft_labels" : "labels").index_select(0, torch::tensor(rows, at::kLong));
        optimiser.zeroGrad();
        const at::Tensor logits =
            model.head.forward(model.vilt->pool(model.vilt->encode(model.vilt->embed(batch), &hook)));
        const at::Tensor taskLoss = loss.compute(logits, target);
        const at::Tensor penalty = orthogonalityLoss(model.gates, orthogonality);
        const at::Tensor total = taskLoss + penalty;
        total.backward();
        if (step == 0) {
            ATLAS_CLOSE(logits, expected.at("logits0"), kLossTolerance);
            for (const auto &[name, tensor] : trained) {
                if (const auto gradient = expected.find("grad0." + name); gradient != expected.end()) {
                    const double difference = maxDifference(tensor.grad(), gradient->second);
                    QVERIFY2(
                        difference <= kGradientTolerance,
                        qPrintable(QStringLiteral("gradient of %1 differs by %2").arg(name.c_str()).arg(difference)));
                }
            }
        }
        const double factor = learningRateFactor(step, kSteps, 0.1 * kSteps);
        ATLAS_CLOSE(torch::tensor(factor * optimisation.learningRate), expected.at("head_lr")[step], 1e-9);
        optimiser.step(factor);
        ATLAS_CLOSE(total, expected.at("losses")[step], kLossTolerance);
        ATLAS_CLOSE(taskLoss, expected.at("task_losses")[step], kLossTolerance);
        ATLAS_CLOSE(penalty, expected.at("ortho_losses")[step], kLossTolerance);
    }
    for (const auto &[name, tensor] : trained) {
        const bool stage1Query = trace.stage == 1 && name.ends_with("query");
        const double difference = maxDifference(tensor, expected.at("final." + name));
        QVERIFY2(difference <= (stage1Query ? kStage1QueryTolerance : kFinalTolerance),
                 qPrintable(QStringLiteral("final %1 differs by %2").arg(name.c_str()).arg(difference)));
    }
}

QTEST_APPLESS_MAIN(TestTrainingGolden)
#include "tst_training_golden.moc"
