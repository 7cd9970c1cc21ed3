#pragma once

#include "core/run_filter.h"

#include <functional>

namespace atlas {

enum class RunFilterSign { Equal, Less, LessOrEqual, Greater, GreaterOrEqual };

/// One term, bound to a table before its rows are asked.
struct RunFilter::Term {
    using Holds = std::function<bool(std::size_t row)>;

    bool without = false;
    bool ofSettings = false;
    std::function<Holds(const RunScene &scene)> bind;
};

bool compares(double value, RunFilterSign sign, double with);

/// "0.8", "80%", "5M" (thousand k, million M, milliard G); nullopt for what is no number.
std::optional<double> filterNumber(const std::string &text);

/// Start of a day "2026-11-01" of the local time zone, microseconds since 1970.
std::optional<std::int64_t> filterDay(const std::string &text);

/// ASCII letters in lower case; other characters stay.
std::string lowered(std::string text);

/// Whether the text is the pattern, in which "*" stands for any text. Both in lower case.
bool fits(const std::string &text, const std::string &pattern);

/// The name nearest to `wrong`, or nothing when none is near.
std::string nearestName(const std::string &wrong, const std::vector<std::string> &names);

}  // namespace atlas
