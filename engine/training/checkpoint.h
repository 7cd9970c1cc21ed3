#pragma once

#include "core/run_record.h"
#include "engine/training/solved_head.h"
#include "engine/training/stage_state.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace atlas::engine {

/// What a stage that may be taken back began with.
struct Tried {
    TensorMap weights;           ///< gates and head
    std::vector<double> scores;  ///< per validation sample
    std::vector<double> losses;  ///< likewise, nats

    bool empty() const { return weights.empty(); }
};

/// Where a run stands.
struct RunProgress {
    int task = 0;             ///< place in the sequence; the number of tasks = all done
    int stage = 0;            ///< of this task
    bool begun = false;       ///< the stage's adapters and gates are built
    int learned = 0;          ///< tasks whose packages stand
    bool evaluating = false;  ///< the task's package stands; its evaluations are under way
    StageState stageState;
    double trainSeconds = 0;  ///< of this task's finished stages
    std::int64_t samples = 0;
    DecisionRecord decision;
    TensorMap fresh;                           ///< the head as the task began; empty = no stage begins with it again
    Tried before;                              ///< what is being tried now; empty = nothing is
    std::map<std::string, SolvedHead> solved;  ///< linear heads, or parts of heads, by task
};

/// Everything that going on needs, bit for bit: weights, optimiser, schedule position, data order, early stop, history.
/// Randomness has no state of its own: every draw is derived from the run's seed and its use (seeds.h).
struct Checkpoint {
    nlohmann::json fingerprint;  ///< of the run it belongs to
    RunProgress progress;
    TensorMap model;  ///< all weights of the task in training; empty before its first stage
};

/// Writes a checkpoint as one step.  Errors: DiskFull, Io; the one before stays.
void writeCheckpoint(const std::filesystem::path &file, const nlohmann::json &fingerprint, const RunProgress &progress,
                     const NamedTensors &model, const NamedTensors &optimizer);

/// nullopt when there is none.  Errors: Damaged, saying what is wrong with it.
std::optional<Checkpoint> readCheckpoint(const std::filesystem::path &file);

/// Errors: BadInput naming every field in which the run differs from the one the checkpoint belongs to.
void requireSameRun(const nlohmann::json &stored, const nlohmann::json &wanted, const std::string &file);

}  // namespace atlas::engine
