#include "storage/quality/suggestions.h"

#include "storage/curation.h"

namespace atlas::storage {

std::vector<Label> suggestedLabels(const SampleInsight &insight, bool multiLabel)
{
    constexpr double kMoreProbableThanNot = 0.5;
    std::vector<Label> labels;
    for (const auto &[name, probability] : insight.suggestions) {
        if (labels.empty() || (multiLabel && probability > kMoreProbableThanNot)) {
            labels.push_back({name, 1.0});
        }
    }
    return labels;
}

std::vector<std::int64_t> acceptSuggestions(Connection &connection, const Dataset &dataset, const std::string &actor,
                                            std::span<const std::int64_t> ids)
{
    InsightStore store(connection);
    std::vector<SampleLabels> changes;
    for (const std::int64_t id : ids) {
        const std::optional<StoredInsight> stored = store.ofSample(id);
        const std::vector<Label> labels =
            stored ? suggestedLabels(stored->insight, dataset.multiLabel) : std::vector<Label>();
        if (!labels.empty()) {
            changes.push_back({id, labels, ReviewState::Labelled});
        }
    }
    return Curation(connection, dataset, actor).setLabels(changes, edit::kAccept, {});
}

}  // namespace atlas::storage
