#include "storage/quality/suggestions.h"

#include "storage/curation.h"
#include "storage/label_rows.h"

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

std::unordered_map<std::int64_t, Suggestion> readSuggestions(Connection &connection, const Dataset &dataset,
                                                             std::span<const std::int64_t> samples)
{
    std::unordered_map<std::int64_t, Suggestion> found;
    for (const auto &[sample, stored] : InsightStore(connection).ofSamples(dataset.id, samples)) {
        if (std::vector<Label> labels = suggestedLabels(stored.insight, dataset.multiLabel); !labels.empty()) {
            found.emplace(sample, Suggestion{std::move(labels), stored.insight.suggestions.front().second});
        }
    }
    return found;
}

std::vector<std::int64_t> acceptSuggestions(Connection &connection, const Dataset &dataset, const std::string &actor,
                                            std::span<const std::int64_t> ids, AcceptFor which)
{
    const auto suggestions = readSuggestions(connection, dataset, ids);
    LabelRows labels(connection);
    std::vector<SampleLabels> changes;
    for (const std::int64_t id : ids) {
        const auto found = suggestions.find(id);
        if (found != suggestions.end() && (which == AcceptFor::All || labels.read(id).empty())) {
            changes.push_back({id, found->second.labels, ReviewState::Labelled});
        }
    }
    return Curation(connection, dataset, actor).setLabels(changes, edit::kAccept, {});
}

}  // namespace atlas::storage
