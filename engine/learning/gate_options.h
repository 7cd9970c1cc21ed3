#pragma once

#include <cmath>

namespace atlas::engine {

/// What is done with the weights w_t of the adapters before they are used.
enum class GateScaling {
    Published,   ///< w_t as it is: sum_t w_t is about T/2 at the start
    Normalised,  ///< w_t / sum_t w_t
    Off          ///< no gate: w_t = 1, queries and keys are not looked at (baselines with one adapter)
};

/// What the scores are divided by.
enum class ScoreScale {
    Width,     ///< sqrt(d), as published
    HeadWidth  ///< sqrt(d / heads)
};

/// How the same mixture is computed.
enum class MixingForm {
    Plain,   ///< every adapter's output is formed: T tensors (B, L, d). For tests and comparison
    LowRank  ///< none is formed; hand-written backward
};

/// How adapters are mixed at a site (METHOD section 2).
struct GateOptions {
    bool maskPadding = true;  ///< padding does not take part in the gate, so a sample's result is its own
    GateScaling scaling = GateScaling::Published;
    ScoreScale scoreScale = ScoreScale::Width;
    MixingForm form = MixingForm::LowRank;
    bool recompute = false;  ///< LowRank: forget the bottleneck's pre-activation and compute it again in backward

    /// The form of the published code, whose gate attends to padding.
    static GateOptions reference()
    {
        GateOptions options;
        options.maskPadding = false;
        return options;
    }

    double scoreDivisor(int width, int heads) const
    {
        return std::sqrt(static_cast<double>(scoreScale == ScoreScale::Width ? width : width / heads));
    }
};

/// Lower bound of the norms in the cosine and of the sum of weights in Normalised.
inline constexpr double kGateEpsilon = 1e-12;

}  // namespace atlas::engine
