#pragma once

#include "engine/training/prepared_task.h"

namespace atlas::engine {

/// Training samples of an older task that are kept to be seen again.
/// Formula: max(1, round(share * n)) of its n training samples, drawn by the run's seed and the task's name.
std::vector<const Sample *> replaySamples(const RunContext &context, int task, double share);

/// Experience replay: every so many steps the loss of a batch of one older task, drawn at random, is added, under that
/// task's own head, which stays as it is.
/// Formula: loss = L_new + L_old at the steps interval - 1, 2 interval - 1, ...
/// Source: CLiMB (arXiv 2206.09059), which makes a step of its own of it, with an optimiser that forgets its moments;
///         Chaudhry et al. 2019 add the losses, as here.
class ReplayMemory final : public ExtraLoss {
public:
    struct Options {
        double share = 0.01;          ///< of each task's training samples
        std::int64_t interval = 100;  ///< steps
    };

    /// Prepares the samples of all learned tasks. Everything in the context outlives this.
    /// Errors: BadInput (a sample that cannot be read), Cancelled.
    ReplayMemory(const LearningContext &context, const Options &options);

    const char *name() const override { return "replay"; }
    std::optional<double> addGradients(const StepInfo &step) override;

private:
    struct Older {
        const TaskModel &model;
        Classifier classifier;
        LabelledSplit samples;
    };

    const RunContext &m_run;
    std::string m_task;
    std::string m_stage;
    Options m_options;
    std::vector<Older> m_older;
};

}  // namespace atlas::engine
