#include "core/translatable.h"
#include "engine/robustness/perturbations/perturbations.h"

#include <algorithm>
#include <cmath>

namespace atlas::engine::perturbations {
namespace {

constexpr int kMiddleGrey = 127;

/// A grey rectangle of the picture's shape over strength % of its area, somewhere inside it.
cv::Mat covered(const cv::Mat &rgb, double strength, Draws draws)
{
    const double side = std::sqrt(strength / 100);
    const int width = std::clamp(static_cast<int>(std::lround(side * rgb.cols)), 1, rgb.cols);
    const int height = std::clamp(static_cast<int>(std::lround(side * rgb.rows)), 1, rgb.rows);
    const int x = static_cast<int>(draws.share() * (rgb.cols - width + 1));
    const int y = static_cast<int>(draws.share() * (rgb.rows - height + 1));
    cv::Mat changed = rgb.clone();
    changed(cv::Rect(x, y, width, height)).setTo(cv::Scalar::all(kMiddleGrey));
    return changed;
}

}  // namespace

Perturbation occlusion()
{
    return {.info = {.name = "occlusion",
                     .title = QT_TRANSLATE_NOOP("Perturbation", "Occlusion"),
                     .help = QT_TRANSLATE_NOOP("Perturbation", "A grey rectangle covers a part of the picture."),
                     .unit = QT_TRANSLATE_NOOP("Perturbation", "% of the picture"),
                     .strengths = {5, 10, 20, 35, 50}},
            .picture = covered};
}

}  // namespace atlas::engine::perturbations
