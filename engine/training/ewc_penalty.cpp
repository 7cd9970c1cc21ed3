#include "engine/training/ewc_penalty.h"

#include "engine/learning/ewc.h"
#include "engine/training/seeds.h"

#include <torch/types.h>

#include <algorithm>
#include <cmath>

namespace atlas::engine {

EwcMemory measureEwc(const LearningContext &context, const TaskModel &learned, EwcMemory earlier, double share)
{
    const PreparedSplit &split = *context.task.train.split;
    const std::int64_t n = split.size();
    const std::int64_t wanted = std::llround(share * static_cast<double>(n));
    std::vector<std::int64_t> places =
        shuffled(n, deriveSeed(context.run.request.spec.seed, {context.task.data.task.name, "fisher", "subset"}));
    places.resize(static_cast<std::size_t>(std::min(n, std::max(wanted, kLeastFisherSamples))));

    TunedWeights &tuned = context.model.tuned;
    NamedTensors network;
    for (std::size_t i = 0; i < tuned.network().size(); ++i) {
        network.emplace_back(tuned.parameters()[i].first, tuned.network()[i]);
    }
    tuned.setTrainable(true);
    Fisher fisher(network, FisherForm::Squared);
    const LiveFeatures features(*context.run.backbone, nullptr, split);
    // Fisher's information is that of the likelihood: the plain loss, whatever the task was learned by.
    const Classifier plain(context.task.data.task);
    for (const std::int64_t sample : places) {
        throwIfStopped(context.run.stop);
        fisher.add(lossOf(plain, *learned.head, features, context.task.train.targets, {sample}, context.run.stop), 1);
    }
    tuned.setTrainable(false);
    earlier.add(tuned.parameters(), fisher.result());
    return earlier;
}

std::optional<double> EwcPenalty::addGradients(const StepInfo &)
{
    const at::Tensor penalty = m_memory.penalty(m_tuned.parameters(), m_lambda);
    penalty.backward();
    return penalty.item<double>();
}

}  // namespace atlas::engine
