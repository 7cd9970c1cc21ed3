#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>

namespace atlas::engine {

/// The optimiser step that is being made.
struct StepInfo {
    std::int64_t step = 0;   ///< of the stage, from 0
    std::int64_t batch = 0;  ///< samples per step
    const std::stop_token &stop;
};

/// Something that a strategy adds to the loss of a stage: a penalty, samples of older tasks. It has no state of its own
/// that a resumed stage would lack: what it does at a step follows from the step, the run's seed and what is on disk.
class ExtraLoss {
public:
    virtual ~ExtraLoss() = default;

    /// Names its curve.
    virtual const char *name() const = 0;

    /// Adds its gradients to those of what trains and returns its value; nullopt when it leaves this step alone. Called
    /// once per step, after the batch's own gradients were taken.
    /// Errors: Cancelled within one micro-batch.
    virtual std::optional<double> addGradients(const StepInfo &step) = 0;
};

}  // namespace atlas::engine
