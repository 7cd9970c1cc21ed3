#pragma once

#include "core/sentence.h"
#include "engine/api/engine.h"
#include "engine/learning/adamw.h"
#include "engine/training/epoch.h"
#include "engine/training/extra_loss.h"
#include "engine/training/prepared_task.h"
#include "engine/training/stage_state.h"
#include "engine/training/strategy.h"
#include "engine/training/training_settings.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace atlas::engine {

/// One of the tasks that a stage learns together.
struct StagePart {
    const PreparedTask &task;
    const TaskHead &head;
    const FeatureSource &train;
    const FeatureSource *validation = nullptr;  ///< null = it has no say in which weights are the best
};

/// What a stage learns from and whom it tells. Everything referred to outlives the trainer.
struct StageContext {
    std::vector<StagePart> parts;  ///< the last one gives its name to curves
    const StagePlan &plan;
    bool solved = false;  ///< the heads are as they were solved for, untrained yet
    const TrainingSettings &settings;
    BatchLimits limits;
    std::uint64_t seed = 0;  ///< of the run
    const GateSet &gates;
    AdapterHook *hook = nullptr;  ///< told to count gates; null = no gates
    TunedWeights &tuned;
    std::vector<std::unique_ptr<ExtraLoss>> extraLosses;
    std::vector<std::string> taskNames;  ///< of the adapters, for the gates' curves
    TrainObserver &observer;
    /// Called before the first epoch and after each, with the weights as they are.
    std::function<void(std::int64_t step)> judgeOlder;
    std::function<void(double fraction, const Sentence &what)> progress;
};

/// Trains one stage: epochs of batches, each batch accumulated from micro-batches, validation after every epoch, early
/// stop, the best weights at the end. Where a head that was solved for has a perfect validation
/// score, nothing that could be learned would show: nothing is (unless patience is 0, which asks for every epoch). Of
/// several tasks that are learned together, a batch holds samples of one, and an epoch has each task's batches in a
/// random order; validation is the mean of the tasks'. The state is always that between two steps, and everything
/// random is derived from the run's seed, so a stage that was broken off goes on bit for bit (float32, CPU, same
/// threads).
class StageTrainer {
public:
    /// `trained` are the tensors that learn, under the names they have in files. A state that holds an optimiser's
    /// tensors is gone on from.  Errors: BadInput when the state does not fit (damaged checkpoint).
    StageTrainer(StageContext context, NamedTensors trained, StageState &state);

    /// Writes a checkpoint of everything the caller holds.
    using WriteCheckpoint = std::function<void()>;

    /// Returns when the stage is finished. `write` is called after every epoch and whenever the checkpoint interval has
    /// passed, always between two steps.
    /// Errors: Cancelled within one micro-batch, after `write` where there is something new; BadInput when the loss is
    /// no longer a number; whatever the observer throws.
    void run(const WriteCheckpoint &write, const std::stop_token &stop);

    const AdamW &optimizer() const { return m_optimizer; }

private:
    struct StepLosses {
        double task = 0;
        double orthogonality = 0;
        std::vector<std::pair<const char *, double>> extra;
        double sum() const;
    };

    Epoch epoch() const;
    void runEpoch(const WriteCheckpoint &write, const std::stop_token &stop);
    void trainBatch(const TaskBatch &batch, const std::stop_token &stop);
    StepLosses takeGradients(const TaskBatch &batch, const std::stop_token &stop);
    void report(const StepLosses &losses, double rate);
    void finishEpoch(const std::stop_token &stop);
    void validate(const std::stop_token &stop);
    void restoreBest();
    void writeNow(const WriteCheckpoint &write);
    const std::string &taskName() const { return m_context.parts.back().task.data.task.name; }
    Sentence where() const;

    StageContext m_context;
    NamedTensors m_trained;
    StageState &m_state;
    AdamW m_optimizer;
    GateMeter m_gates;
    std::int64_t m_batch = 0;  ///< samples per step
    std::int64_t m_stepsPerEpoch = 0;
    std::int64_t m_epochSamples = 0;  ///< of this epoch since it was begun or resumed
    double m_epochSeconds = 0;
    double m_lastWrite = 0;  ///< seconds, steady clock
    std::int64_t m_writtenStep = -1;
    std::int64_t m_writtenEpoch = -1;
};

}  // namespace atlas::engine
