#include "engine/training/decision/frozen_rows.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>
#include <map>
#include <numeric>

namespace atlas::engine {
namespace {

constexpr std::int64_t kMostFitted = 1000;
constexpr std::int64_t kMostHeldOut = 500;
constexpr std::size_t kHeldOutEvery = 5;

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

}  // namespace

at::Tensor frozenRows(const Backbone &backbone, const PreparedSplit &split, const std::vector<std::int64_t> &places,
                      const BatchLimits &limits, const std::stop_token &stop)
{
    const torch::NoGradGuard frozen;
    const LiveFeatures features(backbone, nullptr, split);
    const std::int64_t width = backbone.config().width;
    std::map<std::int64_t, std::int64_t> rowOf;
    for (std::size_t i = 0; i < places.size(); ++i) {
        rowOf[places[i]] = static_cast<std::int64_t>(i);
    }
    at::Tensor rows = torch::empty({static_cast<std::int64_t>(places.size()), width});
    for (const MicroBatch &batch : makeMicroBatches(split, places, limits)) {
        throwIfStopped(stop);
        const at::Tensor pooled = features.rows(batch, stop).narrow(1, 0, width).to(torch::kCPU, torch::kFloat);
        std::int64_t begin = 0;
        for (const std::int64_t sample : batch) {
            const std::int64_t count = split.inputs(sample);
            rows[rowOf.at(sample)] = pooled.narrow(0, begin, count).mean(0);
            begin += count;
        }
    }
    return rows;
}

std::vector<std::int64_t> spreadPlaces(std::int64_t n, std::int64_t limit)
{
    const std::int64_t count = std::min(n, limit);
    std::vector<std::int64_t> places;
    for (std::int64_t i = 0; i < count; ++i) {
        places.push_back(i * n / count);
    }
    return places;
}

bool keepsSignatures(const Strategy &strategy, const Backbone &backbone)
{
    return !strategy.withoutAdapters() && !strategy.prompts() && !strategy.lowestTunedLayer(backbone.config().layers);
}

SignatureRows signatureRows(const RunContext &context, const PreparedTask &task)
{
    const auto rows = [&](const LabelledSplit &split, const std::vector<std::int64_t> &places) {
        return frozenRows(*context.backbone, *split.split, places, context.limits, context.stop);
    };
    std::vector<std::int64_t> fitted = spreadPlaces(task.train.split->size(), kMostFitted);
    if (task.validation) {
        return {.fitted = rows(task.train, fitted),
                .heldOut = rows(task.validation, spreadPlaces(task.validation.split->size(), kMostHeldOut))};
    }
    std::vector<std::int64_t> heldOut;
    std::vector<std::int64_t> rest;
    for (std::size_t i = 0; i < fitted.size(); ++i) {
        (i % kHeldOutEvery == kHeldOutEvery - 1 ? heldOut : rest).push_back(fitted[i]);
    }
    return {.fitted = rows(task.train, rest), .heldOut = rows(task.train, heldOut)};
}

std::optional<Novelty> noveltyOf(const at::Tensor &rows, const std::vector<TaskModel> &learned)
{
    std::optional<Novelty> best;
    double bestDistance = 0;
    for (const TaskModel &task : learned) {
        if (!task.signature || rows.size(0) == 0) {
            continue;
        }
        const double distance = median(task.signature->distances(rows));
        const double percentile = task.signature->percentile(distance);
        if (!best || percentile < best->percentile || (percentile == best->percentile && distance < bestDistance)) {
            best = Novelty{.percentile = percentile, .nearest = task.task};
            bestDistance = distance;
        }
    }
    return best;
}

}  // namespace atlas::engine
