#include "core/score_interval.h"

namespace atlas {

std::optional<Interval> scoreInterval(const Score &score, const Judged &judged, const BootstrapOptions &options)
{
    const std::size_t n = judged.size();
    if (n < 2) {
        return std::nullopt;
    }
    Resampler draw(options.seed);
    std::vector<double> values;
    Judged resampled = judged;
    for (int i = 0; i < options.resamples; ++i) {
        for (std::size_t row = 0; row < n; ++row) {
            const std::uint32_t from = draw.below(n);
            resampled.predicted[row] = judged.predicted[from];
            resampled.truth[row] = judged.truth[from];
            if (!judged.chosen.empty()) {
                resampled.chosen[row] = judged.chosen[from];
            }
        }
        values.push_back(score.compute(resampled));
    }
    return percentileInterval(std::move(values), static_cast<std::int64_t>(n));
}

}  // namespace atlas
