#include "storage/quality/quality_check.h"

#include "core/hash.h"
#include "core/observer.h"
#include "storage/quality/checks/checks.h"

#include <algorithm>

namespace atlas::storage {
namespace {

std::string keyOf(const QualityCheck &check, const Finding &finding)
{
    Sha256 hash;
    hash.add(check.name);
    std::vector<std::int64_t> samples = finding.samples;
    std::ranges::sort(samples);
    for (const std::int64_t id : samples) {
        hash.add(" s" + std::to_string(id));
    }
    for (const std::int64_t id : finding.classes) {
        hash.add(" c" + std::to_string(id));
    }
    return hash.hex();
}

}  // namespace

std::span<const QualityCheck> qualityChecks()
{
    static const std::vector<QualityCheck> registry = [] {
        std::vector<QualityCheck> all;
#define ATLAS_ADD(family) std::ranges::move(checks::family(), std::back_inserter(all));
        ATLAS_QUALITY_FAMILIES(ATLAS_ADD)
#undef ATLAS_ADD
        std::ranges::stable_sort(all, {}, &QualityCheck::level);
        return all;
    }();
    return registry;
}

std::vector<CheckFindings> inspectQuality(const QualityData &data, const std::stop_token &stop)
{
    std::vector<CheckFindings> all;
    for (const QualityCheck &check : qualityChecks()) {
        throwIfStopped(stop);
        CheckFindings found{&check, check.find(data)};
        for (Finding &finding : found.findings) {
            finding.key = keyOf(check, finding);
        }
        std::erase_if(found.findings, [&data](const Finding &one) { return data.kept.contains(one.key); });
        if (!found.findings.empty()) {
            all.push_back(std::move(found));
        }
    }
    return all;
}

}  // namespace atlas::storage
