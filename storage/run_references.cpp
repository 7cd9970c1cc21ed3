#include "storage/run_references.h"

#include "core/label_share.h"
#include "core/run_recipe.h"

#include <algorithm>

namespace atlas::storage {
namespace {

bool sameData(const RunRecord &a, const RunRecord &b)
{
    return a.tasks == b.tasks && a.spec.backboneSha256 == b.spec.backboneSha256;
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
        const bool labels = sameLabels(other.spec, run.spec);
        if (sameSeed && labels && !found.single && other.spec.strategy == kSingleTaskStrategy) {
            found.single = other;
        }
        if (sameSeed && labels && !found.joint && other.spec.strategy == kJointStrategy) {
            found.joint = other;
        }
        if (!sameButForLabels(run, other)) {
            continue;
        }
        if (labels && !sameSeed) {
            keepNewest(found.seeds, other, [&](const RunRecord &kept) { return kept.spec.seed == other.spec.seed; });
        }
        if (sameSeed && !labels) {
            keepNewest(found.shares, other, [&](const RunRecord &kept) { return sameLabels(kept.spec, other.spec); });
        }
    }
    return found;
}

}  // namespace atlas::storage
