#include "bench/adapter_setup.h"
#include "bench/bench.h"
#include "engine/backbone/vilt.h"
#include "engine/learning/adamw.h"
#include "engine/learning/adapter_hook.h"
#include "engine/learning/head.h"
#include "engine/learning/losses.h"
#include "engine/learning/orthogonality.h"

#include <torch/types.h>

#include <algorithm>

namespace atlas::bench {

namespace {

constexpr int kWords = 40;
constexpr int kClasses = 100;
constexpr std::uint64_t kSeed = 1;

engine::AdamWOptions optimisation(const BenchArguments &arguments)
{
    engine::AdamWOptions options;
    options.queryRateFactor = arguments.stage == 1 ? 100 : 1;
    return options;
}

/// One update of a stage, as training does it, on random inputs of the largest usual size.
class TrainStepBench final : public BenchCase {
public:
    explicit TrainStepBench(const BenchArguments &arguments)
        : m_arguments(arguments), m_generator(at::detail::createCPUGenerator(kSeed)),
          m_vilt(engine::Vilt::random(engine::ViltConfig(), kSeed)),
          m_setup(arguments, m_vilt->config().layers, m_generator), m_head("bench", kWidth, kClasses, m_generator),
          m_hook(m_setup.bank, m_setup.gates, kHeads, m_setup.options),
          m_optimiser(parameters(), optimisation(arguments))
    {
        m_vilt->to("cpu", wantsBf16(arguments));
        const engine::ViltConfig &config = m_vilt->viltConfig();
        for (int i = 0; i < arguments.batch; ++i) {
            const at::Tensor ids = torch::randint(5, config.vocabulary, {kWords}, m_generator, at::kLong);
            engine::PreparedInput input;
            input.ids.assign(ids.data_ptr<std::int64_t>(), ids.data_ptr<std::int64_t>() + kWords);
            input.typeIds.assign(kWords, 0);
            input.pixels = torch::randint(0, 255, {3, config.imageSize, config.imageSize}, m_generator, at::kByte);
            m_inputs.push_back(std::move(input));
        }
        m_labels = torch::randint(0, kClasses, {arguments.batch}, m_generator, at::kLong);
    }

    void step() override
    {
        m_optimiser.zeroGrad();
        const engine::Loss &loss = engine::lossFor(LabelForm::Single, HeadForm::Concatenate);
        for (int first = 0; first < m_arguments.batch; first += m_arguments.microBatch) {
            const int count = std::min(m_arguments.microBatch, m_arguments.batch - first);
            std::vector<const engine::PreparedInput *> inputs;
            for (int i = first; i < first + count; ++i) {
                inputs.push_back(&m_inputs[static_cast<std::size_t>(i)]);
            }
            const at::Tensor pooled = m_vilt->pool(m_vilt->encode(m_vilt->embed(inputs), &m_hook));
            at::Tensor value = loss.compute(m_head.forward(pooled), m_labels.narrow(0, first, count)) *
                               (static_cast<double>(count) / m_arguments.batch);
            if (first == 0) {
                value = value + engine::orthogonalityLoss(m_setup.gates, {0.1, m_arguments.stage == 2, 2});
            }
            value.backward();
        }
        m_optimiser.step(1);
    }

private:
    std::vector<engine::AdamWParameter> parameters() const
    {
        engine::NamedTensors all = m_setup.trained();
        const engine::NamedTensors head = m_head.parameters();
        all.insert(all.end(), head.begin(), head.end());
        return engine::adamWParameters(all, optimisation(m_arguments));
    }

    BenchArguments m_arguments;
    at::Generator m_generator;
    std::shared_ptr<engine::Vilt> m_vilt;
    AdapterSetup m_setup;
    engine::Head m_head;
    engine::AdapterHook m_hook;
    engine::AdamW m_optimiser;
    std::vector<engine::PreparedInput> m_inputs;
    at::Tensor m_labels;
};

}  // namespace

std::unique_ptr<BenchCase> makeTrainStepBench(const BenchArguments &arguments)
{
    return std::make_unique<TrainStepBench>(arguments);
}

}  // namespace atlas::bench
