#include "core/translatable.h"
#include "engine/robustness/perturbations/perturbations.h"

namespace atlas::engine::perturbations {
namespace {

/// Formula: m + (1 - s / 100) (v - m), m the picture's mean grey.
cv::Mat flattened(const cv::Mat &rgb, double strength, Draws)
{
    const cv::Scalar means = cv::mean(rgb);
    const double mean = (means[0] + means[1] + means[2]) / 3;
    const double kept = 1 - strength / 100;
    cv::Mat changed;
    rgb.convertTo(changed, -1, kept, (1 - kept) * mean);
    return changed;
}

}  // namespace

Perturbation contrast()
{
    return {.info = {.name = "contrast",
                     .title = QT_TRANSLATE_NOOP("Perturbation", "Contrast"),
                     .help = QT_TRANSLATE_NOOP("Perturbation", "Light and dark are nearer to each other, as in fog."),
                     .unit = QT_TRANSLATE_NOOP("Perturbation", "% of the contrast taken away"),
                     .strengths = {20, 40, 60, 80, 90}},
            .picture = flattened};
}

}  // namespace atlas::engine::perturbations
