#pragma once

#include <opencv2/core/mat.hpp>

#include <cstddef>
#include <span>

namespace atlas::pictures {

/// The first picture of an animation, and whether there are more.
struct FirstFrame {
    cv::Mat pixels;  ///< (H, W), BGRA, 8 bits; empty = damaged
    bool more = false;
};

/// Of a GIF. Nothing but the first frame is decoded.  Errors: none.
FirstFrame firstGifFrame(std::span<const std::byte> bytes);

/// Of an animated WebP.  Errors: none.
FirstFrame firstWebpFrame(std::span<const std::byte> bytes);

}  // namespace atlas::pictures
