#include "core/translatable.h"
#include "engine/robustness/perturbations/perturbations.h"

#include <opencv2/imgproc.hpp>

namespace atlas::engine::perturbations {
namespace {

/// About the middle, left or right by chance; what comes in from outside is the mirrored border.
cv::Mat turned(const cv::Mat &rgb, double strength, Draws draws)
{
    const cv::Point2f middle(static_cast<float>(rgb.cols - 1) / 2, static_cast<float>(rgb.rows - 1) / 2);
    cv::Mat changed;
    cv::warpAffine(rgb, changed, cv::getRotationMatrix2D(middle, draws.sign() * strength, 1), rgb.size(),
                   cv::INTER_LINEAR, cv::BORDER_REFLECT_101);
    return changed;
}

}  // namespace

Perturbation rotation()
{
    return {.info = {.name = "rotation",
                     .title = QT_TRANSLATE_NOOP("Perturbation", "Rotation"),
                     .help = QT_TRANSLATE_NOOP("Perturbation", "The picture is turned to the left or to the right."),
                     .unit = QT_TRANSLATE_NOOP("Perturbation", "degrees"),
                     .strengths = {5, 10, 20, 45, 90}},
            .picture = turned};
}

}  // namespace atlas::engine::perturbations
