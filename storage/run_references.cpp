#include "storage/run_references.h"

#include <algorithm>

namespace atlas::storage {
namespace {

bool sameData(const RunRecord &a, const RunRecord &b)
{
    return a.tasks == b.tasks && a.spec.backboneSha256 == b.spec.backboneSha256;
}

bool sameRecipe(const RunRecord &a, const RunRecord &b)
{
    return a.spec.strategy == b.spec.strategy && a.spec.settings == b.spec.settings;
}

}  // namespace

RunReferences findReferences(const RunRecord &run, const std::vector<RunRecord> &runs)
{
    RunReferences found;
    const auto keepNewest = [](std::vector<RunRecord> &list, const RunRecord &candidate, const auto &same) {
        if (std::ranges::none_of(list, same)) {
            list.push_back(candidate);
        }
    };
    for (const RunRecord &other : runs) {
        if (other.uuid == run.uuid || other.status != RunStatus::Finished || !sameData(run, other)) {
            continue;
        }
        const bool sameSeed = other.spec.seed == run.spec.seed;
        const bool sameLimit = other.spec.maxTrain == run.spec.maxTrain;
        if (sameSeed && sameLimit && !found.single && other.spec.strategy == kSingleTaskStrategy) {
            found.single = other;
        }
        if (sameSeed && sameLimit && !found.joint && other.spec.strategy == kJointStrategy) {
            found.joint = other;
        }
        if (!sameRecipe(run, other)) {
            continue;
        }
        if (sameLimit && !sameSeed) {
            keepNewest(found.seeds, other, [&](const RunRecord &kept) { return kept.spec.seed == other.spec.seed; });
        }
        if (sameSeed && !sameLimit) {
            keepNewest(found.shares, other,
                       [&](const RunRecord &kept) { return kept.spec.maxTrain == other.spec.maxTrain; });
        }
    }
    return found;
}

}  // namespace atlas::storage
