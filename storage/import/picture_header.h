#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>

namespace atlas::storage {

/// What the first bytes of a picture tell, read without decoding it.
struct PictureHeader {
    const char *format = "";  ///< "JPEG", "PNG", ...
    std::uint64_t width = 0;  ///< pixels as stored, before EXIF orientation; 0 = the header is broken
    std::uint64_t height = 0;
    bool decodable = true;      ///< false: a format that is recognised but cannot be decoded here (GIF)
    std::size_t dataBegin = 0;  ///< JPEG: where the first scan begins
};

/// The header of a JPEG, PNG, BMP, WebP, TIFF, PNM or GIF, told by content; nothing for anything else.
/// Every access is checked against the end of `bytes`.
std::optional<PictureHeader> readPictureHeader(std::span<const std::byte> bytes);

/// Whether the file's name ends as a picture's does.
bool isPictureName(const std::filesystem::path &file);

/// Whether the file's first bytes are a picture's.
bool startsAsPicture(const std::filesystem::path &file);

}  // namespace atlas::storage
