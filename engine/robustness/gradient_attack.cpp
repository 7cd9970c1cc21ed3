#include "engine/robustness/gradient_attack.h"

#include "core/observer.h"

#include <torch/autograd.h>
#include <torch/types.h>
#include <torch/utils.h>

namespace atlas::engine {
namespace {

constexpr double kBrightest = 255;

/// What a value per channel is for pictures.  -> (3, 1, 1)
at::Tensor perChannel(const std::array<float, 3> &values)
{
    return torch::tensor({values[0], values[1], values[2]}).view({3, 1, 1});
}

}  // namespace

at::Tensor lossOfRows(const AttackedTask &task, const PreparedSplit &split, const MicroBatch &samples,
                      const at::Tensor &rows, const std::stop_token &stop)
{
    const at::Tensor logits = task.classifier.logits(task.head, GivenRows(split, rows), samples, stop);
    const Loss &loss = task.classifier.loss();
    const at::Tensor truth = task.targets.of(loss).index_select(0, torch::tensor(samples, torch::kLong));
    return loss.compute(logits, truth.to(logits.device())) * static_cast<double>(samples.size());
}

at::Tensor PixelAttack::rows(const MicroBatch &samples, const std::stop_token &stop) const
{
    const std::vector<SampleInputs> prepared = split().get(samples, stop);
    const at::Tensor mean = perChannel(m_scale.mean);
    const at::Tensor std = perChannel(m_scale.std);
    std::vector<PreparedInput> inputs;
    std::vector<at::Tensor> leaves;
    for (const SampleInputs &sample : prepared) {
        for (PreparedInput input : *sample) {
            if (input.pixels.defined()) {
                input.pixels = ((input.pixels.to(torch::kFloat) / kBrightest - mean) / std).requires_grad_(true);
                leaves.push_back(input.pixels);
            }
            inputs.push_back(std::move(input));
        }
    }
    std::vector<const PreparedInput *> pointers;
    for (const PreparedInput &input : inputs) {
        pointers.push_back(&input);
    }
    std::vector<at::Tensor> gradients;
    {
        const torch::AutoGradMode derived(true);
        const at::Tensor loss = lossOfRows(m_task, split(), samples, m_plain.rowsOf(pointers, samples), stop);
        gradients = torch::autograd::grad({loss}, leaves);
    }
    const torch::NoGradGuard frozen;
    std::size_t next = 0;
    for (PreparedInput &input : inputs) {
        if (input.pixels.defined()) {
            const at::Tensor levels = (input.pixels.detach() * std + mean) * kBrightest;
            const at::Tensor moved = (levels + m_strength * gradients[next++].sign()).clamp(0, kBrightest);
            input.pixels = (moved / kBrightest - mean) / std;
        }
    }
    return m_plain.rowsOf(pointers, samples);
}

at::Tensor FeatureAttack::rows(const MicroBatch &samples, const std::stop_token &stop) const
{
    const at::Tensor plain = m_plain.rows(samples, stop).detach().to(torch::kFloat);
    const at::Tensor leaf = plain.clone().requires_grad_(true);
    at::Tensor gradient;
    {
        const torch::AutoGradMode derived(true);
        gradient = torch::autograd::grad({lossOfRows(m_task, split(), samples, leaf, stop)}, {leaf}).front();
    }
    return plain + m_strength * m_deviation.to(plain.device()) * gradient.sign();
}

at::Tensor deviationOf(const FeatureSource &features, const BatchLimits &limits, const std::stop_token &stop)
{
    const torch::NoGradGuard frozen;
    const PreparedSplit &split = features.split();
    std::vector<at::Tensor> rows;
    for (const MicroBatch &batch : makeMicroBatches(split, allPlaces(split.size()), limits)) {
        throwIfStopped(stop);
        rows.push_back(features.rows(batch, stop).to(torch::kCPU, torch::kFloat));
    }
    return torch::cat(rows).to(torch::kDouble).std(0, /*unbiased=*/false).to(torch::kFloat);
}

}  // namespace atlas::engine
