#pragma once

#include "core/run_record.h"

#include <nlohmann/json.hpp>

namespace atlas {

/// What a decision stood on beside the fields that have columns of their own in the database: one form for
/// checkpoints, the database and `atlas results --json`. Absent values are left out.
nlohmann::ordered_json decisionInputs(const DecisionRecord &decision);

/// Puts them back. Fields that are absent keep what the record has, so that older rows can be read.
/// Errors: nlohmann::json::exception when a field is of another type.
void setDecisionInputs(DecisionRecord &decision, const nlohmann::ordered_json &inputs);

}  // namespace atlas
