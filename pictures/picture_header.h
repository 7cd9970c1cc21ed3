#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>

namespace atlas::pictures {

/// What the first bytes of a picture tell, read without decoding it.
struct PictureHeader {
    const char *format = "";  ///< "JPEG", "PNG", ...
    std::uint64_t width = 0;  ///< pixels as stored, before EXIF orientation; 0 = the header is broken
    std::uint64_t height = 0;
    int orientation = 1;        ///< EXIF's, 1 (upright) to 8
    int channels = 0;           ///< JPEG: 1 = grey, 3 = colour, 4 = printing inks; 0 = not told
    bool animated = false;      ///< holds more than one picture, as far as the header tells (GIF does not)
    std::size_t dataBegin = 0;  ///< JPEG: where the first scan begins
};

/// The header of a JPEG, PNG, BMP, WebP, TIFF, PNM or GIF, told by content; nothing for anything else.
/// Every access is checked against the end of `bytes`.
/// Source: orientation is tag 274 of EXIF 2.3 (CIPA DC-008), in JPEG's APP1, PNG's eXIf, WebP's EXIF and TIFF itself.
std::optional<PictureHeader> readPictureHeader(std::span<const std::byte> bytes);

/// Whether the file's name ends as a picture's does.
bool isPictureName(const std::filesystem::path &file);

/// The header told by the file's first bytes: format and mostly the size, orientation not always.
std::optional<PictureHeader> startOfPicture(const std::filesystem::path &file);

/// Whether a name that ends so is usual for a file of that format.
bool isUsualName(const std::filesystem::path &file, const PictureHeader &header);

}  // namespace atlas::pictures
