#pragma once

#include "core/sentence.h"
#include "pictures/picture_header.h"

#include <opencv2/core/mat.hpp>

#include <filesystem>
#include <string>

namespace atlas::pictures {

/// Why a picture was not decoded. Codes of reports and the words of windows are made of it by those who show it.
enum class Fault { None, Empty, NotAPicture, TooLarge, Damaged };

/// A picture as everything sees it: importer, window, training.
struct DecodedPicture {
    cv::Mat rgb;           ///< (H, W), 8-bit RGB, upright; empty = there is a fault
    PictureHeader header;  ///< all zero when the file is no picture
    Fault fault = Fault::None;
    Sentence why;                   ///< Damaged: a clause without its full stop
    bool deep = false;              ///< had 16 bits a channel
    bool transparent = false;       ///< had a channel of transparency
    bool grey = false;              ///< had one channel
    bool more = false;              ///< had further frames or pages
    std::uint64_t missingRows = 0;  ///< at the bottom of a JPEG whose data ends a little early; they are grey

    static constexpr int kInks = 4;
    /// Whether its pixels stand otherwise in the file than here.
    bool converted() const { return deep || transparent || grey || header.channels == kInks; }
};

inline constexpr std::uint64_t kMostPictureBytes = std::uint64_t{200} * 1000 * 1000;
inline constexpr std::uint64_t kMostPicturePixels = std::uint64_t{100} * 1000 * 1000;

/// Decodes a picture by its content, whatever its name. Sizes are checked on the header before memory is asked for.
/// Rules, the same everywhere: EXIF orientation is applied, grey becomes RGB, CMYK becomes RGB, 16-bit channels are
/// scaled to 8 (value / 257, rounded), transparency is laid on white, of animations and many pages the first is taken,
/// a JPEG whose data ends within its last kMostMissing of rows is taken as it is, one that ends earlier is damaged.
/// `side` > 0: no smaller than that on its shorter side, a multiple faster for large JPEGs; 0 = all pixels.
/// Threads: any.  Errors: none, they are a fault.
DecodedPicture decodePicture(std::span<const std::byte> bytes, int side = 0);

inline constexpr double kMostMissing = 0.1;

/// The same of a file.  Errors: NotFound, Io.
DecodedPicture decodePictureFile(const std::filesystem::path &file, int side = 0);

}  // namespace atlas::pictures
