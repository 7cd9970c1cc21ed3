#pragma once

#include <opencv2/core/mat.hpp>

#include <random>

namespace atlas::app {

enum class PartShape { Disc, Square, Hexagon };
enum class PartColour { Steel, Brass, Copper, Blue };
enum class Defect { None, Scratch, Chip, MissingHole };

/// How one picture of a part is to look.
struct PartLook {
    PartShape shape = PartShape::Disc;
    PartColour colour = PartColour::Steel;
    Defect defect = Defect::None;
    int holes = 4;  ///< drilled holes, one of them left out for Defect::MissingHole
};

/// Draws the part with random place, angle, light and noise.  Shape: 64 x 64, 8-bit BGR.
cv::Mat drawPart(const PartLook &look, std::mt19937_64 &random);

}  // namespace atlas::app
