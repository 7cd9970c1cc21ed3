#pragma once

#include "pictures/picture_measures.h"
#include "storage/records.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace atlas::storage {

/// The outcome of looking at a picture: its size and what is worth knowing of it, or why it cannot be used. Problems
/// have no place yet.
struct PictureCheck {
    int width = 0;  ///< pixels after EXIF orientation
    int height = 0;
    std::optional<Problem> fault{};  ///< CORRUPT_IMAGE, EMPTY_FILE, NOT_AN_IMAGE, TOO_LARGE
    std::vector<Problem> notes{};    ///< what is odd but can be used
    pictures::PictureMeasures measures{};
    bool turned = false;     ///< as EXIF says
    bool converted = false;  ///< grey, 16 bits, inks or transparency became 8-bit RGB
};

/// Decodes a picture whole, by the rules of pictures/picture_decoder.h, to find out whether training will be able to.
/// `name`: of its file, to tell whether its extension is right; empty = it has none.
/// Threads: any.  Errors: none.
PictureCheck checkPicture(std::span<const std::byte> bytes, const std::filesystem::path &name = {});

}  // namespace atlas::storage
