#pragma once

#include "engine/learning/named_tensors.h"
#include "engine/training/gate_meter.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <vector>

namespace atlas::engine {

/// Where a stage stands, always between two optimiser steps: everything that resuming needs beside the weights.
struct StageState {
    struct Validation {
        std::int64_t step = 0;
        double score = 0;
        double loss = 0;
    };

    std::int64_t epoch = 0;
    std::int64_t batch = 0;               ///< batches of this epoch that are done
    std::int64_t step = 0;                ///< optimiser steps of this stage that are done
    std::int64_t samples = 0;             ///< training samples seen
    double seconds = 0;                   ///< spent on training steps
    std::int64_t badEpochs = 0;           ///< since the best validation
    std::int64_t bestPlace = -1;          ///< in the history; -1 = none yet
    bool finished = false;                ///< the best weights are in the model
    std::vector<Validation> history;      ///< before the first epoch, then after each
    std::map<int, GateMeter::Sum> gates;  ///< of the epoch that is going on
    std::vector<std::int64_t> order;      ///< of the epoch that is going on

    TensorMap best;       ///< copies of what trains, from the best epoch
    TensorMap optimizer;  ///< filled when resuming, taken by the trainer

    const Validation &bestValidation() const { return history[static_cast<std::size_t>(bestPlace)]; }
};

/// The numbers; tensors and order are stored as tensors (checkpoint.h).
nlohmann::json toJson(const StageState &state);
/// Errors: nlohmann::json::exception when a field is absent or of another type.
StageState stageStateFromJson(const nlohmann::json &json);

}  // namespace atlas::engine
