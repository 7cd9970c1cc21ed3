#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace atlas {

enum class RunStatus { Queued, Running, Paused, Interrupted, Finished, Failed, Cancelled };

const char *runStatusName(RunStatus status) noexcept;  ///< "queued", ...
std::optional<RunStatus> parseRunStatus(const std::string &name) noexcept;

/// What one training run is asked to do. Everything that can change its result stands here.
struct RunSpec {
    std::string sequence;
    std::string strategy;
    std::uint64_t seed = 1;
    std::string backboneName;
    std::string backboneSha256;
    std::map<std::string, std::string> settings;  ///< strategy and training settings, complete, as text
    std::int64_t maxTrain = 0;                    ///< training samples per task at most; 0 = all
    std::string device = "auto";
    std::string precision = "auto";
};

/// A run as the database remembers it.
struct RunRecord {
    std::int64_t id = 0;
    std::string uuid;
    std::string name;  ///< "atlas 12"
    RunSpec spec;
    RunStatus status = RunStatus::Queued;
    std::vector<std::string> tasks;  ///< the sequence as it was when the run was made
    double progress = 0;             ///< 0..1
    std::string message;             ///< what it is doing, or the error in words
    std::string host;
    std::int64_t createdUs = 0;  ///< microseconds since 1970, UTC
    std::int64_t startedUs = 0;
    std::int64_t endedUs = 0;
    std::int64_t heartbeatUs = 0;
};

/// One curve of a run: a metric in a context ("loss" in "notes/stage2").
struct SeriesKey {
    /// loss, task_loss, ortho, validation, gate, learning_rate, samples_per_second, calibration_error
    std::string metric;
    /// "<task>/<stage1|stage2>", "<task>/<stage>/<old task>" for gates, "<task>/<raw|calibrated>" for calibration_error
    std::string context;

    auto operator<=>(const SeriesKey &) const = default;
};

struct SeriesPoint {
    std::int64_t step = 0;
    double value = 0;
};

/// One test sample as a run saw it.
struct Prediction {
    std::int64_t sampleId = 0;
    int predicted = -1;     ///< index into the task's classes
    int expected = -1;      ///< index of the (heaviest) label
    double confidence = 0;  ///< calibrated probability of `predicted`
    double score = 0;       ///< 1 right, 0 wrong, between for soft answers
};

/// R[afterTask][evalTask]: the scores on a task's test split after a task was learned.
struct AccuracyCell {
    int afterTask = 0;
    int evalTask = 0;
    std::map<std::string, double> scores;  ///< by Score name, in [0, 1]
    std::int64_t n = 0;                    ///< test samples
    std::string logitsSha256;              ///< of the float32 logits in sample order
    double secondsPerSample = 0;
};

/// Why a task's run reused or expanded (METHOD section 3).
struct DecisionRecord {
    int task = 0;
    std::string policy;          ///< always, never, automatic, ask
    double stage1 = 0;           ///< validation score after stage 1
    std::optional<double> gain;  ///< paired gain of stage 2 over stage 1
    std::optional<double> se;    ///< its standard error
    std::optional<double> novelty;
    std::string decision;  ///< first, expand, reuse
    std::int64_t sitesKept = 0;
    std::int64_t sites = 0;
    std::string reason;  ///< in words, or an override's reason
};

/// What learning one task cost.
struct TaskCost {
    int task = 0;
    double trainSeconds = 0;
    double samplesPerSecond = 0;
    std::int64_t adapterParameters = 0;
    std::int64_t headParameters = 0;
    std::int64_t bytesAdded = 0;  ///< size of the task package on disk
    std::int64_t peakMemoryBytes = 0;
    double randomScore = 0;  ///< score of the untrained head on the test split's class frequencies: 1/classes
};

}  // namespace atlas
