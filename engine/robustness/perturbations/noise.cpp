#include "core/translatable.h"
#include "engine/robustness/perturbations/perturbations.h"

namespace atlas::engine::perturbations {
namespace {

/// Formula: v + s N(0, 1), each channel of each pixel by itself.
cv::Mat withNoise(const cv::Mat &rgb, double strength, Draws draws)
{
    cv::Mat noisy = rgb.clone();
    for (int y = 0; y < noisy.rows; ++y) {
        unsigned char *row = noisy.ptr(y);
        for (int i = 0; i < 3 * noisy.cols; ++i) {
            row[i] = cv::saturate_cast<unsigned char>(row[i] + strength * draws.normal());
        }
    }
    return noisy;
}

}  // namespace

Perturbation noise()
{
    return {.info = {.name = "noise",
                     .title = QT_TRANSLATE_NOOP("Perturbation", "Noise"),
                     .help = QT_TRANSLATE_NOOP("Perturbation",
                                               "Every pixel is changed at random, as by a camera in poor light."),
                     .unit = QT_TRANSLATE_NOOP("Perturbation", "grey levels of 255"),
                     .strengths = {5, 10, 20, 40, 80}},
            .picture = withNoise};
}

}  // namespace atlas::engine::perturbations
