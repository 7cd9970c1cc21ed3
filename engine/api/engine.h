#pragma once

#include "core/observer.h"
#include "core/robustness.h"
#include "core/run_record.h"
#include "core/sample_insight.h"
#include "core/sentence.h"
#include "core/settings.h"
#include "core/task.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

/// The engine as everything above sees it: no torch, no Qt, no SQL. It lives in a shared library that is loaded on its
/// own thread (engine/api/loader.h), so that the window opens before LibTorch is there.
namespace atlas::engine {

/// What the engine runs on here.
struct EngineInfo {
    std::string torchVersion;
    std::vector<std::string> devices;  ///< "cpu", "cuda:0 NVIDIA ..."
    bool bf16 = false;                 ///< the processor multiplies bf16 natively
    int threads = 1;
    Sentence summary;                             ///< one sentence for people
    std::vector<PerturbationInfo> perturbations;  ///< that answers can be tried under, in the order of lists
};

/// A strategy as the registry describes it.
struct StrategyInfo {
    std::string name;                   ///< "atlas"
    std::string title;                  ///< English, translatable in context "Strategy"
    std::string help;                   ///< one or two sentences, same context
    std::vector<SettingSpec> settings;  ///< its own settings followed by those common to all training
    std::string notDownstream{};        ///< why it cannot learn a task on top of a finished run; empty = it can
};

/// What is wrong or right with a backbone folder.
struct BackboneReport {
    std::string architecture;  ///< "ViLT, 12 layers, d = 768, 12 heads, patch 32"
    std::string sha256;        ///< over config, vocabulary, preprocessing and weights
    std::int64_t parameters = 0;
    std::vector<std::string> missing;  ///< keys the architecture needs and the file lacks
    std::vector<std::string> extra;    ///< keys of the file that nothing uses
    double forwardMs = 0;
    std::vector<Sentence> notes;
    bool usable = false;
};

/// What a run tells while it trains. Called from the engine's thread. An implementation that cannot keep what it is
/// told (disk full) throws: the run then stops with that error and can be resumed from its last checkpoint.
class TrainObserver : public Observer {
public:
    virtual void point(const SeriesKey &series, const SeriesPoint &point) = 0;
    /// As soon as it is decided, and once more when the task is learned, with the sites that pruning left.
    virtual void decided(const DecisionRecord &decision) = 0;
    /// After a task was learned, of each adapter that it mixes: over all layers and over each group of them.
    virtual void effect(const AdapterEffect &effect) = 0;
    /// After each evaluation; `predictions` are in sample order.
    virtual void evaluated(const AccuracyCell &cell, const std::vector<Prediction> &predictions) = 0;
    /// The task package stands on disk and every evaluation after this task has been reported.
    virtual void learned(const TaskCost &cost) = 0;
    /// Everything reported so far is covered by a checkpoint that was just written. Points reported after the last
    /// checkpoint are reported again, with the same steps, when the run is resumed.
    virtual void checkpointed() = 0;
    /// The answer of whoever is there to ask, as core/decision_answer.h reads it ("reuse: the adapter is too large");
    /// nullopt = nobody is. `proposal` holds everything that was measured. May wait for as long as a person takes; must
    /// then end when the run is asked to stop.  Errors: Cancelled.
    virtual std::optional<std::string> ask(const DecisionRecord &proposal) = 0;
};

/// What a run begins with: all tasks that a finished run has learned. Its packages are taken over, never changed.
struct Upstream {
    std::filesystem::path modelFolder;
    std::vector<std::string> tasks;  ///< in learning order
    RunSpec spec;                    ///< of that run: by it the samples of its tasks were drawn
};

struct TrainRequest {
    RunSpec spec;  ///< its origin says how many of the tasks come from upstream, and which of them is learned anew
    std::filesystem::path backboneFolder;
    std::filesystem::path modelFolder;    ///< models/<run uuid>: checkpoint and task packages go here; made if absent
    std::vector<TaskData> tasks;          ///< in learning order
    int threads = 0;                      ///< 0 = all cores
    std::filesystem::path cacheFolder{};  ///< what frozen embedders make of samples is kept here; empty = in memory
    std::optional<Upstream> upstream{};   ///< required where the spec's origin takes tasks over
};

/// What is to be predicted: one sample, with the task's name or without.
struct PredictRequest {
    std::filesystem::path backboneFolder;
    std::filesystem::path modelFolder;
    std::vector<Task> tasks;         ///< of the run, in learning order
    std::string task;                ///< which of them; empty = the router finds it out, sample by sample
    std::string precision = "fp32";  ///< that of the run, so that answers are those it was judged by
    std::vector<Sample> samples;
    /// How many training samples like it each answer names, with how usual the sample is for its task; 0 = neither.
    int nearest = 0;
    /// The training samples of a task, for `nearest`; asked for where nothing of them is kept yet.
    std::function<std::vector<Sample>(const std::string &task)> trainingSamples{};
    std::filesystem::path cacheFolder{};  ///< where their features are kept; empty = nowhere
};

/// How a sample stands to one of the tasks that its fields allow.
struct Route {
    std::string task;
    double percentile = 0;  ///< share of the task's own samples that are nearer to the task, 0 to 1
    double distance = 0;    ///< squared Mahalanobis distance by dimension, about 1 for the task's own
};

/// A training sample of the task that answered.
struct NearSample {
    std::int64_t sample = 0;  ///< its id
    double distance = 0;      ///< 1 - cosine of what the task's head sees of both, standardised; 0 = the same
};

struct Answer {
    std::string task;                   ///< that answered
    std::vector<Route> routes;          ///< nearest first; empty where the task was named
    std::vector<double> probabilities;  ///< per class, calibrated
    int predicted = -1;
    std::vector<std::pair<std::string, double>> gates;  ///< mean gate weight of each task's adapter over all sites
    std::vector<NearSample> nearest{};                  ///< nearest first; as PredictRequest::nearest asks
    std::int64_t compared = 0;                          ///< training samples among which they are nearest
    /// Share of the task's own samples that are nearer to it than this one: near 1, the sample is unlike all it knows.
    /// Absent where it was not asked for or the run keeps nothing to tell it by.
    std::optional<double> percentile{};
};

/// How a task's answers stand up to samples that are made worse.
struct RobustnessRequest {
    std::filesystem::path backboneFolder;
    std::filesystem::path modelFolder;
    std::vector<Task> tasks;  ///< of the run, in learning order
    std::string task;         ///< which of them
    std::string precision = "fp32";
    std::vector<Sample> test;                 ///< labelled
    std::int64_t limit = 0;                   ///< so many of them, drawn by the seed; 0 = all
    std::vector<std::string> perturbations;   ///< by name; empty = all that the task's samples allow
    std::uint64_t seed = 1;                   ///< of what chance decides: the same seed changes samples the same way
    std::filesystem::path temporaryFolder{};  ///< changed pictures stand there for a moment; empty = the system's
};

/// One task of a run as a file that stands alone.
struct ExportRequest {
    std::filesystem::path modelFolder;
    std::vector<Task> tasks;  ///< of the run, in learning order
    std::string task;         ///< which of them
    std::filesystem::path out;
};

struct PretrainRequest {
    std::filesystem::path recipe;  ///< JSON, see resources/recipes
    std::filesystem::path data;
    std::filesystem::path out;  ///< the network is written here
    int threads = 0;
    std::filesystem::path embedders{};  ///< of a starter: folder of the two pretrained networks' files
};

/// A starter folder put together from its three parts.
struct AssembleRequest {
    std::filesystem::path text;   ///< file of 4-bit weights, or a Hugging Face folder
    std::filesystem::path image;  ///< state dict of the picture network
    std::filesystem::path joint;  ///< folder of config.json and joint.safetensors, as pretraining writes it
    std::filesystem::path out;
};

/// A dataset to be looked at before anything is trained on it.
struct InsightRequest {
    std::filesystem::path backboneFolder;
    std::string kind;  ///< name of a TaskKind
    bool multiLabel = false;
    std::vector<std::string> classes;     ///< that may be suggested; for `choice` empty: the places of the options
    std::vector<Sample> samples;          ///< labelled or not
    std::uint64_t seed = 1;               ///< of the folds
    int threads = 0;                      ///< 0 = all cores
    std::filesystem::path cacheFolder{};  ///< as TrainRequest's
};

/// Threads: one call at a time; every call blocks until its work is done, so never call from the GUI thread. All
/// long calls stop within one batch after `stop` is asked for and throw Cancelled.
/// predict() alone may also be called by the observer of a training from within progress() or ask(): a training on all
/// cores then goes on with the same numbers.
class Engine {
public:
    virtual ~Engine() = default;

    virtual EngineInfo info() = 0;
    virtual std::vector<StrategyInfo> strategies() = 0;

    /// Never throws for a bad folder: the report says what is wrong.  Errors: NotFound when there is no such folder.
    virtual BackboneReport checkBackbone(const std::filesystem::path &folder) = 0;

    /// "fp32" or "bf16": what "auto" means on this machine for this backbone; another precision comes back as it is. A
    /// run is made with the answer, so that it goes on with the same numbers when it is resumed.
    /// Errors: Usage, Device, BadInput (backbone).
    virtual std::string choosePrecision(const std::string &device, const std::string &precision,
                                        const std::filesystem::path &backboneFolder) = 0;

    /// Trains the sequence, or goes on from the checkpoint in the model folder. With `upstream` its tasks are learned
    /// already: only what is new is trained, and only the last row of the matrix is evaluated.
    /// Errors: BadInput (a sample that cannot be read, a strategy setting), Cancelled, OutOfMemory, Device, DiskFull.
    virtual void train(const TrainRequest &request, TrainObserver &observer, std::stop_token stop) = 0;

    virtual std::vector<Answer> predict(const PredictRequest &request, Observer &observer, std::stop_token stop) = 0;

    /// Answers the test samples as they are and under each perturbation at each of its strengths. The first point of
    /// every curve is the plain evaluation, bit for bit.
    /// Errors: Usage (task; a perturbation that is not there, or that the task's samples do not allow), NotFound,
    /// BadInput, Cancelled within one batch.
    virtual std::vector<RobustnessCurve> measureRobustness(const RobustnessRequest &request, Observer &observer,
                                                           std::stop_token stop) = 0;

    /// Writes a task's package with every adapter that it mixes, whichever task added it, so that it can be used
    /// without the rest of the run.  Errors: Usage (task), NotFound (not learned yet), Damaged, DiskFull, Io.
    virtual void exportPackage(const ExportRequest &request) = 0;

    /// Lists what is wrong with the task packages and the checkpoint of a run; empty = sound.
    virtual std::vector<std::string> verify(const std::filesystem::path &modelFolder,
                                            const std::vector<Task> &tasks) = 0;

    virtual void pretrain(const PretrainRequest &request, Observer &observer, std::stop_token stop) = 0;

    /// Puts a backbone folder together and loads it once.
    /// Errors: NotFound; BadInput (a part that is not what it must be; nothing is left in `out`); DiskFull, Io.
    virtual BackboneReport assemble(const AssembleRequest &request) = 0;

    /// Looks at a dataset by the backbone's own frozen features: which labels look wrong, which classes the unlabelled
    /// samples may have, what lies far from all others. In the order of the request's samples; those that cannot be
    /// read are left out, and the observer is warned how many and which first. Without classes, with the kind `choice`
    /// and with fewer than 10 labelled samples or 2 labelled classes there are no suggestions and no judgements.
    /// Errors: Usage (kind), NotFound, BadInput (backbone; none of the samples can be read), Cancelled.
    virtual std::vector<SampleInsight> inspect(const InsightRequest &request, Observer &observer,
                                               std::stop_token stop) = 0;
};

/// Made by the engine library; see loader.h.
std::unique_ptr<Engine> makeEngine();

}  // namespace atlas::engine
