#include "core/translatable.h"
#include "engine/robustness/perturbations/perturbations.h"

namespace atlas::engine::perturbations {
namespace {

/// Formula: v +- s / 100 255, brighter or darker by chance.
cv::Mat lit(const cv::Mat &rgb, double strength, Draws draws)
{
    cv::Mat changed;
    rgb.convertTo(changed, -1, 1, draws.sign() * strength / 100 * 255);
    return changed;
}

}  // namespace

Perturbation brightness()
{
    return {.info = {.name = "brightness",
                     .title = QT_TRANSLATE_NOOP("Perturbation", "Brightness"),
                     .help = QT_TRANSLATE_NOOP("Perturbation", "Half of the pictures are brighter, half are darker."),
                     .unit = QT_TRANSLATE_NOOP("Perturbation", "% of full brightness"),
                     .strengths = {5, 10, 20, 30, 50}},
            .picture = lit};
}

}  // namespace atlas::engine::perturbations
