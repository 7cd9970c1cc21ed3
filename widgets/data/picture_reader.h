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

/// Reads one picture as training sees it (pictures/picture_decoder.h), no larger than `bounds` (empty = as it is).
/// Threads: any. Blocks for the decode. Never throws.
PictureResult readPicture(const std::filesystem::path &file, QSize bounds = {});

}  // namespace atlas::widgets
