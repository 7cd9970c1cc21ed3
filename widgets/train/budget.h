#pragma once

#include <map>
#include <span>
#include <string>

namespace atlas::widgets {

/// How much a training may cost, in one word: settings that a button of the form sets together.
struct Budget {
    const char *name;                             ///< stable
    const char *title;                            ///< English, translatable in context "Budget"
    const char *help;                             ///< same context
    std::map<std::string, std::string> settings;  ///< empty = the strategies' defaults
};

/// quick, normal, thorough.
std::span<const Budget> budgets();

}  // namespace atlas::widgets
