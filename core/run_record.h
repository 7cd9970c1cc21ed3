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

/// With what a run begins besides the backbone: what another run has learned (core/run_origin.h).
struct RunOrigin {
    std::string run;    ///< uuid of that run; empty = with nothing
    std::string how;    ///< name of an OriginKind
    int learned = 0;    ///< tasks taken over from it: the first ones of this run
    int replaced = -1;  ///< place of the one whose head is learned anew; -1 = all stay as they are

    /// The task at this place is as that run learned it.
    bool tookOver(int task) const { return task < learned && task != replaced; }

    bool operator==(const RunOrigin &) const = default;
};

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
    RunOrigin origin{};
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

/// Name under which a cell of the last row holds the share of test samples whose task the router finds (METHOD section
/// 6), beside the scores of the answers.
inline constexpr const char *kRouterAccuracy = "router_accuracy";

/// The row of an AccuracyCell that tells what the run it begins with answers for a task's newer version: before
/// anything is learned.
inline constexpr int kBeforeLearning = -1;

/// R[afterTask][evalTask]: the scores on a task's test split after a task was learned.
struct AccuracyCell {
    int afterTask = 0;
    int evalTask = 0;
    std::map<std::string, double> scores;  ///< by Score name, in [0, 1]
    std::int64_t n = 0;                    ///< test samples
    std::string logitsSha256;              ///< of the float32 logits in sample order
    double secondsPerSample = 0;
};

/// What an adapter of the task's own would add: weights of adapter and gates, and the time of an answer.
struct ExpansionCost {
    std::int64_t parameters = 0;
    std::int64_t bytes = 0;
    double msBefore = 0;  ///< per validation sample, as stage 1 left the task
    double msAfter = 0;   ///< with the adapter

    bool operator==(const ExpansionCost &) const = default;
};

inline constexpr const char *kOlderKept = "kept";
inline constexpr const char *kOlderLeft = "left out";

/// Why a task's run reused or expanded (METHOD section 3): every input of the decision.
struct DecisionRecord {
    int task = 0;
    std::string policy;             ///< always, never, automatic, ask
    double stage1 = 0;              ///< validation score without an adapter of the task's own
    std::optional<double> gain;     ///< paired gain of what `gainOf` says over stage 1
    std::optional<double> se;       ///< its standard error
    std::optional<double> novelty;  ///< of the task's features for the old task nearest to them, 0 to 1; never decides
    std::string decision;           ///< first, expand, reuse
    std::int64_t sitesKept = 0;
    std::int64_t sites = 0;
    std::string reason;  ///< in words

    std::optional<double> plain{};        ///< validation score of a head on the frozen backbone, no adapter at all
    std::optional<double> olderGain{};    ///< fall of the mean validation loss by adapters of earlier tasks, nats
    std::optional<double> olderSe{};      ///< its standard error, paired
    std::string older{};                  ///< kOlderKept, kOlderLeft; empty = they were not tried, all are used
    std::string gainOf{};                 ///< probe, or stage2 where there was none
    std::string test{};                   ///< that judged the gain, English, translatable in context "Decision"
    std::optional<double> p{};            ///< one-sided, where the test is an exact one
    std::int64_t n = 0;                   ///< validation samples
    double delta = 0;                     ///< the gain that an adapter must be worth
    std::string verdict{};                ///< of the test: expand, reuse, undecided; empty = no gain was measured
    double random = 0;                    ///< score of guessing
    std::optional<double> target{};       ///< score that the user set as enough
    std::optional<double> sufficiency{};  ///< (stage1 - random) / (target - random)
    std::string nearest{};                ///< the old task whose features are nearest; empty = there is none
    std::optional<ExpansionCost> cost{};
    std::uint64_t seed = 0;                   ///< of the run
    std::optional<double> pruningIncrease{};  ///< of the mean validation loss by dropping sites, nats
    std::string decidedBy{};                  ///< the person who decided; empty = the policy did
    std::string why{};                        ///< that person's words

    bool operator==(const DecisionRecord &) const = default;
};

/// What an adapter does for a task: how much worse the task's validation loss is without it in some layers.
struct AdapterEffect {
    int task = 0;     ///< that answers
    int adapter = 0;  ///< the task that added the adapter
    int firstLayer = 0;
    int lastLayer = 0;  ///< together with those between
    double effect = 0;  ///< mean increase of the loss per sample, nats; negative = the task is better without it
    double se = 0;
    std::int64_t n = 0;  ///< validation samples
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
