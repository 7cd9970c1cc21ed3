#pragma once

#include "core/run_record.h"
#include "engine/training/classifier.h"
#include "engine/training/labels.h"

#include <functional>

namespace atlas::engine {

/// What a model says about a split.
struct Evaluation {
    at::Tensor logits;  ///< (n, classes) float32 on the CPU, in sample order
    Judged judged;
    double loss = 0;  ///< mean over samples
    double secondsPerSample = 0;

    /// 1 right, 0 wrong; for soft answers the weight of the chosen one, for several labels the sample's own F1.
    std::vector<double> sampleScores() const;
    /// With the confidence of logits divided by the temperature; what is predicted does not depend on it.
    std::vector<Prediction> predictions(const Classifier &classifier, const std::vector<const Sample *> &samples,
                                        double temperature) const;
};

/// What the loss is of each sample alone, nats.  Shapes: logits (n, classes); truth as the loss wants it.
std::vector<double> sampleLosses(const Loss &loss, const at::Tensor &logits, const at::Tensor &truth);

/// Judges all samples of the features' split. The micro-batches depend on the split alone, so that the same model gives
/// the same bytes whenever it is asked.
/// Errors: Cancelled within one micro-batch.
Evaluation evaluate(const Task &task, const Classifier &classifier, const TaskHead &head, const FeatureSource &features,
                    const Targets &targets, const BatchLimits &limits, const std::stop_token &stop,
                    const std::function<void(double)> &progress = {});

}  // namespace atlas::engine
