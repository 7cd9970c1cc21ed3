#pragma once

#include "engine/training/classifier.h"
#include "engine/training/labels.h"
#include "engine/training/run_context.h"

#include <memory>

namespace atlas::engine {

/// Samples of one task made ready for the backbone, with their labels.
struct LabelledSplit {
    std::unique_ptr<PreparedSplit> split;  ///< null = there are none
    Targets targets;

    explicit operator bool() const { return split != nullptr; }
};

/// A task made ready to be learned.
struct PreparedTask {
    const TaskData &data;
    Classifier classifier;
    LabelledSplit train;
    LabelledSplit validation;
};

/// At most `limit` of the samples (0 = all), drawn by the seed, in their order.
std::vector<const Sample *> chooseSamples(const std::vector<Sample> &samples, std::int64_t limit, std::uint64_t seed);

/// Pointers to all of the samples, in their order.
std::vector<const Sample *> addressesOf(const std::vector<Sample> &samples);

/// The training samples that the run allows a task, the same whenever they are asked for.
std::vector<const Sample *> trainingSamples(const RunContext &context, int task);

/// Errors: BadInput (a sample that cannot be read, a label), Cancelled.
LabelledSplit prepareSplit(const RunContext &context, const Task &task, std::vector<const Sample *> samples);

/// Prepares all training and validation samples of a task of the sequence.  Errors: as prepareSplit().
PreparedTask prepareTask(const RunContext &context, int task);

/// The classifier of a task of the sequence, with the objective that its training samples and the settings ask for.
/// `told` receives in words what was turned on by itself and why; empty where nothing was.
/// Errors: BadInput (a label).
Classifier learningClassifier(const RunContext &context, int task, const Targets &train, std::string &told);

/// Mean of the classifier's objective over some samples under a head, differentiable; `step` as of
/// Classifier::logits().
/// Errors: Cancelled.
at::Tensor lossOf(const Classifier &classifier, const TaskHead &head, const FeatureSource &features,
                  const Targets &targets, const MicroBatch &samples, const std::stop_token &stop,
                  at::Generator *step = nullptr);

}  // namespace atlas::engine
