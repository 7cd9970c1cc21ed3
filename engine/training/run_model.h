#pragma once

#include "engine/learning/adapter_bank.h"
#include "engine/learning/gate_set.h"
#include "engine/learning/head.h"

#include <vector>

namespace atlas::engine {

/// What one task answers with besides the adapters: which of them it mixes and how, and its classifier.
struct TaskModel {
    int task = 0;
    GateSet gates;
    Head head;
};

/// Everything a run has learned: the adapters of all tasks, and a model of each learned task in learning order.
struct RunModel {
    AdapterBank bank;
    std::vector<TaskModel> learned;
};

}  // namespace atlas::engine
