#include "engine/training/stage_state.h"

#include <nlohmann/json.hpp>

namespace atlas::engine {

nlohmann::json toJson(const StageState &state)
{
    nlohmann::json history = nlohmann::json::array();
    for (const StageState::Validation &entry : state.history) {
        history.push_back({entry.step, entry.score, entry.loss});
    }
    nlohmann::json gates = nlohmann::json::array();
    for (const auto &[adapter, sum] : state.gates) {
        gates.push_back({adapter, sum.weight, sum.count});
    }
    return {{"epoch", state.epoch},          {"batch", state.batch},       {"step", state.step},
            {"samples", state.samples},      {"seconds", state.seconds},   {"bad_epochs", state.badEpochs},
            {"best_place", state.bestPlace}, {"finished", state.finished}, {"history", std::move(history)},
            {"gates", std::move(gates)}};
}

StageState stageStateFromJson(const nlohmann::json &json)
{
    StageState state;
    json.at("epoch").get_to(state.epoch);
    json.at("batch").get_to(state.batch);
    json.at("step").get_to(state.step);
    json.at("samples").get_to(state.samples);
    json.at("seconds").get_to(state.seconds);
    json.at("bad_epochs").get_to(state.badEpochs);
    json.at("best_place").get_to(state.bestPlace);
    json.at("finished").get_to(state.finished);
    for (const nlohmann::json &entry : json.at("history")) {
        state.history.push_back({.step = entry.at(0).get<std::int64_t>(),
                                 .score = entry.at(1).get<double>(),
                                 .loss = entry.at(2).get<double>()});
    }
    for (const nlohmann::json &entry : json.at("gates")) {
        state.gates[entry.at(0).get<int>()] = {.weight = entry.at(1).get<double>(), .count = entry.at(2).get<double>()};
    }
    return state;
}

}  // namespace atlas::engine
