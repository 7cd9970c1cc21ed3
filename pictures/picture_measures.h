#pragma once

#include "pictures/picture_sketch.h"

#include <optional>

namespace cv {
class Mat;
}

namespace atlas::pictures {

/// How fit for use a picture looks, each from 0 (bad) to 1 (good), and what it looks like. Measured on the picture
/// shrunk by areas to at most 256 pixels a side, so that what is said does not depend on the camera.
struct PictureMeasures {
    double dark = 1;         ///< how bright its bright parts are: 99th percentile of brightness
    double light = 1;        ///< how dark its dark parts are: 1 - 5th percentile
    double information = 1;  ///< entropy of its grey values in bits, a tenth of it, at most 1
    double sharpness = 1;    ///< strength of edges and spread of the histogram
    std::optional<PictureSketch> sketch{};
};

/// Formulas, of grey values g and brightness b = sqrt(0.241 R^2 + 0.691 G^2 + 0.068 B^2) / 255:
///   sharpness = min(1, B + S), B = 1 - exp(-0.01 sd(edges of the picture at 64 pixels)),
///   S = 1 - exp(-0.01 sd(counts of the 256 grey values)), 0 where S <= 0.18.
/// Source: cleanvision (github.com/cleanlab/cleanvision), whose thresholds are kDarkest and so on.
/// Shapes: rgb (H, W), 8-bit RGB.  Threads: any.
PictureMeasures measure(const cv::Mat &rgb);

inline constexpr double kDarkest = 0.32;
inline constexpr double kLightest = 0.05;
inline constexpr double kLeastInformation = 0.30;
inline constexpr double kLeastSharpness = 0.29;

}  // namespace atlas::pictures
