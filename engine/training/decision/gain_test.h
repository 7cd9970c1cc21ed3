#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace atlas::engine {

/// What the scores of the same samples before and after an expansion say about it.
struct GainTest {
    double gain = 0;  ///< G = mean(after - before)
    double se = 0;    ///< sd(after - before) / sqrt(n), sd with n - 1
    std::int64_t n = 0;
    std::optional<double> p;  ///< one-sided, of the exact test
    std::string verdict;      ///< "expand", "reuse", "undecided"
    std::string test;         ///< which test judged, English, translatable in context "Decision"
};

/// Whether an adapter is worth more than `delta`. Differences are paired, so that the samples' common difficulty
/// cancels out.
/// Formula: G - 1.645 se > delta -> expand; G + 1.645 se < delta -> reuse; else undecided (both one-sided, 95 %).
/// Under 200 samples the normal interval is too narrow, so exact McNemar on the samples that changed decides (a sign
/// test where scores are not right or wrong): p < 0.05 for the better, and G > delta -> expand; for the worse -> reuse.
/// Requires: as many scores after as before, at least one.
/// Source: METHOD section 3; McNemar 1947, exact form.
GainTest testGain(std::span<const double> before, std::span<const double> after, double delta);

}  // namespace atlas::engine
