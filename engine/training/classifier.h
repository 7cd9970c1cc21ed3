#pragma once

#include "core/task.h"
#include "core/task_kind.h"
#include "engine/learning/losses.h"
#include "engine/learning/task_head.h"
#include "engine/training/feature_source.h"

namespace atlas::engine {

/// What a task's kind and labels mean for its head: sizes, loss, how rows become logits.
class Classifier {
public:
    /// Errors: Usage (kind, or labels that no loss serves), BadInput (fewer than two classes).
    explicit Classifier(const Task &task);

    const Loss &loss() const { return *m_loss; }
    /// How the loss is computed where the task learns; evaluations take the plain one.
    const LossOptions &objective() const { return m_objective; }
    void learnBy(LossOptions objective) { m_objective = std::move(objective); }

    /// `pooled` and `own` numbers of each input; a backbone that joins pairs sees two pictures as one input.
    HeadShape headShape(int pooled, int own, bool joinsPairs) const;

    /// Logits of samples in the given order; choices that a sample lacks have -infinity. `step` is what the head draws
    /// from in a training step; null = none is going on.
    /// Shapes: -> (samples, classes)
    at::Tensor logits(const TaskHead &head, const FeatureSource &features, const MicroBatch &samples,
                      const std::stop_token &stop, at::Generator *step = nullptr) const;

    /// What a head's scores are as logits: those of a sample's choices side by side, others as they are.
    /// Shapes: (head rows, outputs) -> (samples, classes)
    at::Tensor arrange(const at::Tensor &scores, const PreparedSplit &split, const MicroBatch &samples) const;

    /// Score of guessing without looking: 1 / classes (or choices), for weighted answers their mean weight.
    double randomScore(const std::vector<const Sample *> &samples, const std::vector<std::vector<double>> &truth) const;

private:
    const TaskKind *m_kind;
    const Loss *m_loss;
    LossOptions m_objective;
    LabelForm m_labelForm;
    std::int64_t m_classes;
};

}  // namespace atlas::engine
