#pragma once

#include "core/intervals.h"
#include "core/robustness.h"

#include <opencv2/core/mat.hpp>

#include <cstdint>
#include <string>

namespace atlas::engine {

/// What chance decides about one picture or text: the same at every strength, so that a stronger change is the same
/// change carried further.
class Draws {
public:
    explicit Draws(std::uint64_t seed) : m_numbers(seed) {}

    double share();   ///< evenly in [0, 1)
    double normal();  ///< N(0, 1)  Source: Box & Muller 1958
    std::uint32_t below(std::uint32_t n) { return m_numbers.below(n); }
    double sign() { return below(2) == 0 ? -1 : 1; }

private:
    Resampler m_numbers;
};

/// Where a gradient attacks.
enum class Attacked {
    Nothing,
    Pixels,   ///< of backbones that take pixels
    Features  ///< what a task's head is given
};

/// A way to make samples worse: it changes pictures, or texts, or what the network makes of them.
struct Perturbation {
    PerturbationInfo info;
    /// Strength > 0 -> the changed picture, of the same size.  Shapes: rgb (H, W), 8-bit RGB
    cv::Mat (*picture)(const cv::Mat &rgb, double strength, Draws draws) = nullptr;
    /// UTF-8, strength > 0.
    std::string (*text)(const std::string &text, double strength, Draws draws) = nullptr;
    Attacked attacked = Attacked::Nothing;
};

}  // namespace atlas::engine
