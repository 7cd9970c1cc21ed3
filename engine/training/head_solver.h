#pragma once

#include "engine/training/stage_trainer.h"

namespace atlas::engine {

/// What a head is solved for on, and whom it tells.
struct HeadProblem {
    const StagePart &part;  ///< its features are frozen
    std::string stage;
    BatchLimits limits;
    TrainObserver &observer;
    const std::function<void(double fraction, const std::string &what)> &progress;
    const std::stop_token &stop;
};

/// Fits a linear head by logistic regression on the task's standardised features, with the task's own loss: softmax
/// over classes or over choices, or one logistic regression per class; classes are weighted where the task's objective
/// weighs them. The strength of its L2 penalty is that of C =
/// 0.001, 0.003, 0.01, 0.03, 0.1, 1, 10 (logistic_regression.h) which validation scores highest, among equals the one
/// of smaller loss; without validation samples C is 1. Nothing is drawn, so the result depends on the data alone and is
/// found again after an interruption. `state` receives the seconds and samples that it took. Errors: Cancelled within
/// one evaluation of the objective; Internal when the head is not linear.
void solveHead(const HeadProblem &problem, TaskHead &head, StageState &state);

}  // namespace atlas::engine
