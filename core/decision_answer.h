#pragma once

#include "core/run_record.h"

#include <optional>
#include <string>

namespace atlas {

/// What a person says when asked whether a task reuses what was learned or is expanded.
struct DecisionAnswer {
    std::string decision;  ///< expand, reuse
    std::string why;       ///< in the person's words; may be empty
};

/// Reads "expand", "reuse", "e" or "r" in any case, and behind a colon (ASCII or full width) the reason.
/// nullopt = it is none of them.
std::optional<DecisionAnswer> parseDecisionAnswer(const std::string &text);

/// "reuse: the adapter is too large", as parseDecisionAnswer reads it.
std::string toText(const DecisionAnswer &answer);

/// What the measured inputs speak for.
struct Recommendation {
    std::string decision;  ///< expand, reuse
    std::string reason;    ///< English, translatable in context "Decision"
};

/// The test's verdict where it is sure; where it is not, to add nothing that was not shown to be needed; without
/// validation samples the published way, which expands.
Recommendation recommendation(const DecisionRecord &proposal);

/// Whether this decision goes against a verdict that is sure, so that a person who takes it has to say why.
bool differsFromVerdict(const DecisionRecord &proposal, const std::string &decision);

/// Whether a person decided otherwise than a sure verdict.
bool isOverridden(const DecisionRecord &decision);

}  // namespace atlas
