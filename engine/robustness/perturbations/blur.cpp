#include "core/translatable.h"
#include "engine/robustness/perturbations/perturbations.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace atlas::engine::perturbations {
namespace {

/// Formula: Gaussian, standard deviation = strength % of the shorter side; the border is mirrored.
cv::Mat blurred(const cv::Mat &rgb, double strength, Draws)
{
    cv::Mat soft;
    cv::GaussianBlur(rgb, soft, {}, strength / 100 * std::min(rgb.rows, rgb.cols), 0, cv::BORDER_REFLECT_101);
    return soft;
}

}  // namespace

Perturbation blur()
{
    return {.info = {.name = "blur",
                     .title = QT_TRANSLATE_NOOP("Perturbation", "Blur"),
                     .help = QT_TRANSLATE_NOOP("Perturbation", "The picture is out of focus."),
                     .unit = QT_TRANSLATE_NOOP("Perturbation", "% of the shorter side"),
                     .strengths = {1, 2, 3, 5, 8}},
            .picture = blurred};
}

}  // namespace atlas::engine::perturbations
