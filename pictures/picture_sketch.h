#pragma once

#include <array>
#include <cstdint>
#include <optional>

namespace cv {
class Mat;
}

namespace atlas::pictures {

/// What is left of a picture that has been shrunk, saved anew or turned into another format: enough to know it again.
struct PictureSketch {
    std::uint64_t hash = 0;                  ///< signs of its 64 slowest waves against their median
    std::array<std::uint8_t, 48> colours{};  ///< mean RGB of 4 x 4 fields

    bool operator==(const PictureSketch &) const = default;
};

/// Formula: grey, 32 x 32 by areas, discrete cosine transform, the 8 x 8 lowest frequencies; bit i = coefficient i is
/// above the median of the 64.  Source: pHash (Zauner 2010).
/// Nothing for pictures of (almost) one grey value, whose waves are noise.
/// Shapes: rgb (H, W), 8-bit RGB.  Threads: any.
std::optional<PictureSketch> sketchOf(const cv::Mat &rgb);

/// Whether two sketches are probably of one picture: at most kMostBits of the hashes differ, and colours by at most
/// kMostColour on average.
bool looksLike(const PictureSketch &a, const PictureSketch &b);

inline constexpr int kMostBits = 3;
inline constexpr double kMostColour = 8;

}  // namespace atlas::pictures
