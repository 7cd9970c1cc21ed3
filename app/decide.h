#pragma once

#include "storage/audit_trail.h"
#include "storage/decide/decision_case.h"
#include "storage/decide/update_policy.h"

#include <nlohmann/json.hpp>

namespace atlas::app {

/// Verdict, checks (worst first), what becomes of the tasks in production, and the return, as `atlas decide` tells it.
nlohmann::ordered_json toJson(const storage::DecisionCase &decision);
std::string toText(const storage::DecisionCase &decision);

/// "notes: 87.0 % [83.1, 90.2], n = 200; at least 90.0 % is asked: missed, could be chance".
std::string inWords(const Check &check);

nlohmann::ordered_json toJson(const Targets &targets);
nlohmann::ordered_json toJson(const RoiSheet &sheet);
std::string toText(const RoiSheet &sheet);  ///< assumptions, formulas and figures

nlohmann::ordered_json toJson(const storage::ModelVersion &version);
nlohmann::ordered_json toJson(const storage::AliasEvent &event);
std::string toText(const storage::AliasEvent &event);  ///< one line

nlohmann::ordered_json toJson(const storage::UpdatePolicy &policy);
nlohmann::ordered_json toJson(const storage::ChainCheck &check);
std::string toText(const storage::ChainCheck &check);

/// "2026-11-27 10:39:02 UTC".
std::string momentText(std::int64_t us);

}  // namespace atlas::app
