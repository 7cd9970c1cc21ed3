#pragma once

#include "core/run_record.h"

#include <string>
#include <vector>

namespace atlas {

/// A value of a fact, to be written in the reader's locale.
struct FactValue {
    enum class Unit {
        Name,         ///< `text` as it is
        Words,        ///< `text`, English, translatable in context "Decision", or "Setting" for what was set
        Share,        ///< percent of 1
        Points,       ///< difference of two percentages, signed
        PlainPoints,  ///< the same without a sign
        Count,        ///< of something whole
        Bytes,
        Milliseconds,
        Number,  ///< without a unit
    };

    Unit unit = Unit::Name;
    double number = 0;
    std::string text{};
};

/// One input or outcome of a decision as people read it. Texts are English, translatable in context "Decision".
struct DecisionFact {
    const char *id = "";     ///< "gain"
    const char *group = "";  ///< title of the facts it stands with; those of a group follow each other
    const char *title = "";
    const char *help = "";  ///< what it means, in one or two sentences
    const char *form = "";  ///< "%1 ± %2"
    std::vector<FactValue> values{};
};

/// The task uses no adapter at all: a head on the frozen backbone serves it.
bool needsNothing(const DecisionRecord &decision);

/// Everything that a decision stood on and what came of it, as far as it is known. The window and the terminal show
/// this list, so that neither leaves something out.
std::vector<DecisionFact> decisionFacts(const DecisionRecord &decision);

}  // namespace atlas
