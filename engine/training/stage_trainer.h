#pragma once

#include "engine/api/engine.h"
#include "engine/learning/adamw.h"
#include "engine/training/evaluator.h"
#include "engine/training/stage_state.h"
#include "engine/training/strategy.h"
#include "engine/training/training_settings.h"

#include <functional>
#include <stop_token>
#include <string>

namespace atlas::engine {

/// What a stage learns from and whom it tells. Everything referred to outlives the trainer.
struct StageContext {
    const Task &task;
    const Classifier &classifier;
    const StagePlan &plan;
    const TrainingSettings &settings;
    BatchLimits limits;
    std::uint64_t seed = 0;  ///< of the run
    const FeatureSource &train;
    const Targets &trainTargets;
    const FeatureSource *validation = nullptr;  ///< null = the last weights are kept
    const Targets *validationTargets = nullptr;
    AdapterHook *hook = nullptr;         ///< told to count gates; null = no adapters
    std::vector<std::string> taskNames;  ///< of the adapters, for the gates' curves
    TrainObserver &observer;
    std::function<void(double fraction, const std::string &what)> progress;
};

/// Trains one stage of one task: epochs of batches, each batch accumulated from micro-batches, validation after every
/// epoch, early stop, the best weights at the end. The state is always that between two steps, and everything random is
/// derived from the run's seed, so a stage that was broken off goes on bit for bit (float32, CPU, same threads).
class StageTrainer {
public:
    /// `trained` are the tensors that learn, under the names they have in files. A state that holds an optimiser's
    /// tensors is gone on from.  Errors: BadInput when the state does not fit (damaged checkpoint).
    StageTrainer(StageContext context, TaskModel &model, NamedTensors trained, StageState &state);

    /// Writes a checkpoint of everything the caller holds.
    using WriteCheckpoint = std::function<void()>;

    /// Returns when the stage is finished. `write` is called after every epoch and whenever the checkpoint interval has
    /// passed, always between two steps.
    /// Errors: Cancelled within one micro-batch, after `write` where there is something new; BadInput when the loss is
    /// no longer a number; whatever the observer throws.
    void run(const WriteCheckpoint &write, const std::stop_token &stop);

    const AdamW &optimizer() const { return m_optimizer; }

private:
    void runEpoch(const WriteCheckpoint &write, const std::stop_token &stop);
    void trainBatch(const std::vector<std::int64_t> &samples, const std::stop_token &stop);
    void report(double taskLoss, double orthogonality, double rate);
    void finishEpoch(const std::stop_token &stop);
    void validate(const std::stop_token &stop);
    void restoreBest();
    void writeNow(const WriteCheckpoint &write);
    std::string where() const;

    StageContext m_context;
    TaskModel &m_model;
    NamedTensors m_trained;
    StageState &m_state;
    AdamW m_optimizer;
    GateMeter m_gates;
    std::int64_t m_batch;  ///< samples per step
    std::int64_t m_stepsPerEpoch;
    std::int64_t m_epochSamples = 0;  ///< of this epoch since it was begun or resumed
    double m_epochSeconds = 0;
    double m_lastWrite = 0;  ///< seconds, steady clock
    std::int64_t m_writtenStep = -1;
    std::int64_t m_writtenEpoch = -1;
};

}  // namespace atlas::engine
