#pragma once

#include "engine/training/classifier.h"
#include "engine/training/labels.h"

namespace atlas::engine {

/// What an attack by gradients needs of a task.
struct AttackedTask {
    const Classifier &classifier;
    const TaskHead &head;
    const Targets &targets;
};

/// Gives a head the same rows whatever it is asked for; for one micro-batch.
class GivenRows final : public FeatureSource {
public:
    GivenRows(const PreparedSplit &split, at::Tensor rows) : m_split(split), m_rows(std::move(rows)) {}

    const PreparedSplit &split() const override { return m_split; }
    at::Tensor rows(const MicroBatch &, const std::stop_token &) const override { return m_rows; }

private:
    const PreparedSplit &m_split;
    at::Tensor m_rows;
};

/// The task's loss of some samples, summed, as a function of the rows its head is given: differentiable in them.
at::Tensor lossOfRows(const AttackedTask &task, const PreparedSplit &split, const MicroBatch &samples,
                      const at::Tensor &rows, const std::stop_token &stop);

/// Features of pictures whose pixels were moved against the task.
/// Formula: x' = clamp(x + e sign(dL / dx)), x in grey levels of 0 to 255, L the task's loss.
/// Source: Goodfellow, Shlens & Szegedy 2015 (fast gradient sign method).
class PixelAttack final : public FeatureSource {
public:
    /// `strength` e in grey levels.  Requires: the backbone has a pixel scale; all references outlive this.
    PixelAttack(const InputFeatures &plain, const PixelScale &scale, const AttackedTask &task, double strength)
        : m_plain(plain), m_scale(scale), m_task(task), m_strength(strength)
    {
    }

    const PreparedSplit &split() const override { return m_plain.split(); }
    at::Tensor rows(const MicroBatch &samples, const std::stop_token &stop) const override;

private:
    const InputFeatures &m_plain;
    const PixelScale &m_scale;
    const AttackedTask &m_task;
    double m_strength;
};

/// Features that were moved against the task before its head sees them.
/// Formula: x'_f = x_f + e s_f sign(dL / dx_f), s_f the standard deviation of feature f over the split.
class FeatureAttack final : public FeatureSource {
public:
    /// Requires: all references outlive this.  Shapes: deviation (d + own)
    FeatureAttack(const FeatureSource &plain, const at::Tensor &deviation, const AttackedTask &task, double strength)
        : m_plain(plain), m_deviation(deviation), m_task(task), m_strength(strength)
    {
    }

    const PreparedSplit &split() const override { return m_plain.split(); }
    at::Tensor rows(const MicroBatch &samples, const std::stop_token &stop) const override;

private:
    const FeatureSource &m_plain;
    const at::Tensor &m_deviation;
    const AttackedTask &m_task;
    double m_strength;
};

/// Standard deviation of each feature over all inputs of a split.  Errors: Cancelled within one micro-batch.
at::Tensor deviationOf(const FeatureSource &features, const BatchLimits &limits, const std::stop_token &stop);

}  // namespace atlas::engine
