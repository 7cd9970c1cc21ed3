#include "core/label_share.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace atlas {
namespace {

/// Runs that were made before a setting existed have its default.
double number(const RunSpec &spec, const char *key, double otherwise)
{
    const auto found = spec.settings.find(key);
    if (found != spec.settings.end()) {
        std::from_chars(found->second.data(), found->second.data() + found->second.size(), otherwise);
    }
    return otherwise;
}

}  // namespace

double trainShare(const RunSpec &spec)
{
    return number(spec, kTrainShare, 1);
}

double usedSamples(const RunSpec &spec, double available)
{
    const auto limit = static_cast<double>(spec.maxTrain);
    const double allowed = limit > 0 ? std::min(limit, available) : available;
    const double share = trainShare(spec);
    return share < 1 ? std::min(allowed, std::max(1.0, std::round(share * allowed))) : allowed;
}

double usedSamples(const RunSpec &spec, int task, double available)
{
    return spec.origin.tookOver(task) ? available : usedSamples(spec, available);
}

bool sameLabels(const RunSpec &a, const RunSpec &b)
{
    const auto same = [&](const char *key, double otherwise) {
        return number(a, key, otherwise) == number(b, key, otherwise);
    };
    return a.maxTrain == b.maxTrain && same(kTrainShare, 1) && same("noise_share", 0) && same("imbalance_ratio", 1);
}

}  // namespace atlas
