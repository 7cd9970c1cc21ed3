#pragma once

#include "core/sample_insight.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace atlas::storage {

class Connection;

/// When and by what a dataset was looked at.
struct InsightRecord {
    std::int64_t atUs = 0;
    std::string source;         ///< backbone or run
    std::int64_t labelled = 0;  ///< samples it learned from
    std::string suggestedBy{};  ///< name of the run that some suggestions are from; empty = none
};

/// What a run says of a sample: the most probable classes, best first, with calibrated probabilities.
struct RunSuggestion {
    std::int64_t sample = 0;
    std::vector<std::pair<std::string, double>> suggestions{};
};

/// An insight as it is kept, and the label it was made for: a sample labelled otherwise since is judged no more.
struct StoredInsight {
    SampleInsight insight;
    std::string label;     ///< LabelRows::describe
    std::string source{};  ///< name of the run that suggests; empty = what looked at the dataset
};

/// What a backbone's features, or a run, say of the samples of a dataset. Suggestions are kept by class id.
class InsightStore {
public:
    explicit InsightStore(Connection &connection) : m_connection(connection) {}

    /// Replaces what was known of the dataset.  Requires: a writer's job.
    void put(std::int64_t dataset, const InsightRecord &record, std::span<const SampleInsight> insights);

    /// Replaces the suggestions of these samples alone; everything else that is known of them stays. A sample that
    /// nobody looked at has no place on the map (x and y are infinite). `labelled`: samples the run learned from.
    /// Requires: a writer's job.
    void suggest(std::int64_t dataset, const std::string &run, std::int64_t labelled,
                 std::span<const RunSuggestion> suggestions);

    std::optional<InsightRecord> record(std::int64_t dataset);
    /// By sample.
    std::unordered_map<std::int64_t, StoredInsight> ofDataset(std::int64_t dataset);
    std::optional<StoredInsight> ofSample(std::int64_t sample);
    /// Of samples of one dataset, by sample.
    std::unordered_map<std::int64_t, StoredInsight> ofSamples(std::int64_t dataset,
                                                              std::span<const std::int64_t> samples);

private:
    Connection &m_connection;
};

}  // namespace atlas::storage
