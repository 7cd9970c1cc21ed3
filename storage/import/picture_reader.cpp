#include "storage/import/picture_reader.h"

#include "storage/import/picture_header.h"
#include "storage/import/problems.h"

#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <array>

namespace atlas::storage {
namespace {

PictureCheck failed(const char *code, std::string message, std::string hint)
{
    return {0, 0, code, std::move(message), std::move(hint)};
}

/// Inside a scan 0xFF is always followed by 0x00 or a restart marker, so this pair can only be the end of the picture.
bool hasEndMarker(std::span<const std::byte> bytes, std::size_t scanBegin)
{
    constexpr std::array end{std::byte{0xFF}, std::byte{0xD9}};
    const auto from = bytes.begin() + static_cast<std::ptrdiff_t>(scanBegin);
    return scanBegin > 0 && std::search(from, bytes.end(), end.begin(), end.end()) != bytes.end();
}

}  // namespace

PictureCheck checkPicture(std::span<const std::byte> bytes)
{
    if (bytes.empty()) {
        return failed(code::kCorruptImage, "The file is empty.", "Copy the picture again from where it came.");
    }
    const std::optional<PictureHeader> header = readPictureHeader(bytes);
    if (!header) {
        return failed(code::kNotAnImage, "The file is not a picture of a known format.",
                      "Save it as PNG or JPEG; BMP, WebP, TIFF and PNM are read, too.");
    }
    const std::string format = header->format;
    if (!header->decodable) {
        return failed(code::kNotAnImage, format + " pictures cannot be decoded here.", "Save it as PNG or JPEG.");
    }
    if (header->width == 0 || header->height == 0) {
        return failed(code::kCorruptImage, "The header of the " + format + " is damaged.",
                      "Copy the picture again from where it came.");
    }
    if (header->width > kMaxPicturePixels / header->height) {
        return failed(code::kTooLarge,
                      "The picture has " + std::to_string(header->width) + " x " + std::to_string(header->height) +
                          " pixels; at most 100 million are read.",
                      "Make it smaller; the backbone sees far fewer pixels.");
    }
    if (format == "JPEG" && !hasEndMarker(bytes, header->dataBegin)) {
        return failed(code::kCorruptImage, "The JPEG ends before the picture does.",
                      "Copy the picture again from where it came.");
    }
    cv::Mat picture;
    std::string why = "its data does not fit its header";
    try {
        const cv::Mat data(1, static_cast<int>(bytes.size()), CV_8U, const_cast<std::byte *>(bytes.data()));
        picture = cv::imdecode(data, cv::IMREAD_COLOR);
    } catch (const cv::Exception &error) {
        why = error.err;
    }
    if (picture.empty()) {
        return failed(code::kCorruptImage, "The " + format + " cannot be decoded: " + why + ".",
                      "Open it in another program and save it again.");
    }
    return {picture.cols, picture.rows, nullptr, {}, {}};
}

}  // namespace atlas::storage
