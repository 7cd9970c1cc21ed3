#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>

namespace atlas::storage {

/// The outcome of looking at a picture: its size, or why it cannot be used.
struct PictureCheck {
    int width = 0;  ///< pixels after EXIF orientation
    int height = 0;
    const char *code = nullptr;  ///< nullptr = sound; else CORRUPT_IMAGE, NOT_AN_IMAGE, TOO_LARGE
    std::string message;
    std::string hint;
};

inline constexpr std::uint64_t kMaxPictureBytes = std::uint64_t{200} * 1000 * 1000;
inline constexpr std::uint64_t kMaxPicturePixels = std::uint64_t{100} * 1000 * 1000;

/// Decodes a picture whole to find out whether training will be able to. Size limits are checked on the header,
/// before any memory is asked for; a JPEG whose data ends early is refused, not filled with grey.
/// Threads: any.  Errors: none; what OpenCV throws is a check that failed.
PictureCheck checkPicture(std::span<const std::byte> bytes);

}  // namespace atlas::storage
