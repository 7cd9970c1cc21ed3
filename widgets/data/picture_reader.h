#pragma once

#include <QImage>
#include <QString>

#include <filesystem>

namespace atlas::widgets {

struct PictureResult {
    QImage image;     ///< null when it could not be read
    QSize original;   ///< pixels in the file, after EXIF orientation
    QString problem;  ///< why it could not be read, in words
};

/// Reads one picture, turned as EXIF says and no larger than `bounds` (empty = as it is). The format is found by the
/// content; SVG and pictures of more than kMostPixels are refused before anything is decoded.
/// Threads: any. Blocks for the decode. Never throws.
PictureResult readPicture(const std::filesystem::path &file, QSize bounds = {});

inline constexpr qint64 kMostPixels = 256'000'000;

}  // namespace atlas::widgets
