#pragma once

#include "engine/learning/adapter_bank.h"
#include "engine/learning/gate_set.h"
#include "engine/learning/prompt_pool.h"
#include "engine/learning/task_head.h"
#include "engine/training/decision/task_signature.h"
#include "engine/training/tuned_weights.h"

#include <memory>
#include <optional>
#include <vector>

namespace atlas::engine {

/// What one task answers with besides what all share: which adapters it mixes and how, and its classifier.
struct TaskModel {
    int task = 0;
    GateSet gates;
    std::unique_ptr<TaskHead> head;
    double temperature = 1;  ///< logits are divided by it before they are called probabilities (calibration.h)
    TensorMap tuned{};  ///< the task's own values of the tuned weights; empty = it answers with those in the backbone
    TensorMap kept{};   ///< what its strategy remembers of the tasks up to this one, beyond what answers
    std::optional<TaskSignature> signature{};  ///< where its samples lie; absent = the run keeps none
};

/// Everything a run has learned: the adapters of all tasks, what is trained of the backbone, prompts, and a model of
/// each learned task in learning order.
struct RunModel {
    AdapterBank bank;
    TunedWeights tuned{};
    std::optional<PromptPool> prompts{};
    std::vector<TaskModel> learned{};

    /// Where all tasks answer with the newest values: puts them into the backbone and forgets the copies, and what was
    /// kept but by the newest task.
    void adoptNewest();

    void to(const std::string &device);
};

}  // namespace atlas::engine
