#pragma once

#include "core/run_record.h"

#include <string>

namespace atlas::app {

/// A decision for a terminal: one line with what it stood on, and, where a person decided, one with who and why.
/// "expand animals: gain +0.031 (se 0.009, n 240, delta 0.005, test: expand), novelty 0.98 from colours, ..."
std::string decisionLines(const DecisionRecord &decision, const std::string &task);

/// Every fact of core/decision_facts.h, one a line in two columns, each line behind `indent`.
std::string factLines(const DecisionRecord &decision, const std::string &indent);

}  // namespace atlas::app
