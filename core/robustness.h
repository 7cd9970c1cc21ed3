#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace atlas {

/// A way to make samples worse, of some strength.
struct PerturbationInfo {
    std::string name;               ///< "blur", stable
    std::string title;              ///< English, translatable in context "Perturbation"
    std::string help;               ///< one or two sentences, same context: what is changed, and by how much
    std::string unit;               ///< of a strength, same context: "% of the shorter side"
    std::vector<double> strengths;  ///< rising, above 0: where answers are measured
};

/// What a run answers for a task's test samples at one strength.
struct RobustnessPoint {
    double strength = 0;    ///< 0 = the samples as they are
    double score = 0;       ///< by the task's own score
    double low = 0;         ///< 95 % interval over the samples: bootstrap
    double high = 0;        ///< likewise
    double confidence = 0;  ///< mean calibrated probability of what was answered
    std::int64_t n = 0;     ///< test samples

    bool operator==(const RobustnessPoint &) const = default;
};

/// The sample that a perturbation turns first: answered right as it is, wrong at the least strength that makes any
/// answer wrong; of several the one answered wrong most surely.
struct TurnedSample {
    std::int64_t sample = 0;  ///< id
    double strength = 0;
    std::string before;  ///< class that was answered, and how surely
    double confidenceBefore = 0;
    std::string after;
    double confidenceAfter = 0;
    std::string text;     ///< its changed text; empty = none was changed
    std::string picture;  ///< its changed picture, PNG of at most 256 pixels a side; empty = none was changed

    bool operator==(const TurnedSample &) const = default;
};

struct RobustnessCurve {
    std::string perturbation;
    std::string score;  ///< name of the Score that the points show
    std::uint64_t seed = 1;
    std::vector<RobustnessPoint> points;  ///< by rising strength, the first at 0
    std::optional<TurnedSample> turned{};

    bool operator==(const RobustnessCurve &) const = default;
};

/// Falls smaller than this are not called one: 5 points.
inline constexpr double kNoticeableFall = 0.05;

/// The greatest strength up to which no point lies more than kNoticeableFall under the first; 0 = the very first
/// strength is worse.  Requires: at least one point.
double holdsUpTo(const RobustnessCurve &curve);

}  // namespace atlas
