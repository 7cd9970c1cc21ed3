#include "engine/training/epoch.h"

#include "engine/training/batching.h"
#include "engine/training/seeds.h"

namespace atlas::engine {

Epoch makeEpoch(const std::vector<EpochPart> &parts, std::int64_t batch, std::uint64_t seed, const std::string &stage,
                std::int64_t epoch)
{
    const std::string number = std::to_string(epoch);
    Epoch made;
    for (std::size_t part = 0; part < parts.size(); ++part) {
        const std::vector<std::int64_t> own =
            shuffled(parts[part].samples, deriveSeed(seed, {parts[part].task, stage, "order", number}));
        made.order.insert(made.order.end(), own.begin(), own.end());
        for (std::vector<std::int64_t> &samples : makeBatches(own, batch)) {
            made.batches.push_back({part, std::move(samples)});
        }
    }
    if (parts.size() > 1) {
        std::vector<TaskBatch> mixed;
        mixed.reserve(made.batches.size());
        for (const std::int64_t place : shuffled(static_cast<std::int64_t>(made.batches.size()),
                                                 deriveSeed(seed, {parts.back().task, stage, "tasks", number}))) {
            mixed.push_back(std::move(made.batches[static_cast<std::size_t>(place)]));
        }
        made.batches = std::move(mixed);
    }
    return made;
}

}  // namespace atlas::engine
