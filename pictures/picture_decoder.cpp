#include "pictures/picture_decoder.h"

#include "core/files.h"
#include "core/translatable.h"
#include "pictures/animation.h"
#include "pictures/jpeg_rows.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace atlas::pictures {
namespace {

bool isFormat(const PictureHeader &header, std::string_view format)
{
    return format == header.format;
}

/// Inside a scan 0xFF is always followed by 0x00 or a restart marker, so this pair can only be the end of the picture.
bool hasEndMarker(std::span<const std::byte> bytes, std::size_t scanBegin)
{
    constexpr std::array end{std::byte{0xFF}, std::byte{0xD9}};
    const auto from = bytes.begin() + static_cast<std::ptrdiff_t>(scanBegin);
    return scanBegin > 0 && std::search(from, bytes.end(), end.begin(), end.end()) != bytes.end();
}

/// Every scan costs a pass over all pixels, however little it holds; programs write a dozen at most.
bool hasTooManyScans(std::span<const std::byte> bytes, std::size_t scanBegin)
{
    constexpr int kMostScans = 500;
    const auto at = [&](std::size_t i) { return std::to_integer<unsigned>(bytes[i]); };
    int scans = 0;
    for (std::size_t i = scanBegin; scanBegin > 0 && i + 3 < bytes.size();) {
        const unsigned marker = at(i + 1);
        const bool isData = at(i) != 0xFF || marker == 0 || marker == 0xFF || (marker >= 0xD0 && marker <= 0xD7);
        if (isData) {
            const auto rest = bytes.subspan(i + 1);
            i += 1 + static_cast<std::size_t>(std::ranges::find(rest, std::byte{0xFF}) - rest.begin());
            continue;
        }
        if (marker == 0xD9) {
            break;
        }
        scans += marker == 0xDA ? 1 : 0;
        i += 2 + (at(i + 2) << 8 | at(i + 3));
    }
    return scans > kMostScans;
}

/// A JPEG is decoded at a half, a quarter or an eighth for a fraction of the price.
int jpegFlags(const PictureHeader &header, int side)
{
    constexpr std::array kReductions{std::pair{8, cv::IMREAD_REDUCED_COLOR_8}, std::pair{4, cv::IMREAD_REDUCED_COLOR_4},
                                     std::pair{2, cv::IMREAD_REDUCED_COLOR_2}};
    for (const auto &[divisor, flag] : kReductions) {
        if (side > 0 && std::min(header.width, header.height) / static_cast<std::uint64_t>(divisor) >=
                            static_cast<std::uint64_t>(side)) {
            return flag;
        }
    }
    return cv::IMREAD_COLOR;
}

cv::Mat decodeRaw(std::span<const std::byte> bytes, DecodedPicture &picture, int side)
{
    const PictureHeader &header = picture.header;
    if (isFormat(header, "GIF") || (isFormat(header, "WebP") && header.animated)) {
        const FirstFrame first = isFormat(header, "GIF") ? firstGifFrame(bytes) : firstWebpFrame(bytes);
        picture.more = first.more;
        return first.pixels;
    }
    picture.more = header.animated;
    cv::Mat buffer(1, static_cast<int>(bytes.size()), CV_8U, const_cast<std::byte *>(bytes.data()));
    if (picture.missingRows > 0) {
        cv::hconcat(buffer, cv::Mat(cv::Matx<std::uint8_t, 1, 2>(0xFF, 0xD9)), buffer);  // the decoder looks for an end
    }
    const int flags = isFormat(header, "JPEG") ? jpegFlags(header, side) : cv::IMREAD_UNCHANGED;
    return cv::imdecode(buffer, flags | cv::IMREAD_IGNORE_ORIENTATION);
}

/// BGRA over white, rounded.
cv::Mat onWhite(const cv::Mat &bgra)
{
    cv::Mat result(bgra.size(), CV_8UC3);
    for (int y = 0; y < bgra.rows; ++y) {
        const auto *in = bgra.ptr<cv::Vec4b>(y);
        auto *out = result.ptr<cv::Vec3b>(y);
        for (int x = 0; x < bgra.cols; ++x) {
            const int alpha = in[x][3];
            for (int c = 0; c < 3; ++c) {
                out[x][c] = static_cast<std::uint8_t>((in[x][c] * alpha + 255 * (255 - alpha) + 127) / 255);
            }
        }
    }
    return result;
}

/// Of programs that write a fourth channel and leave it empty.
bool isAlphaUnused(const cv::Mat &bgra)
{
    for (int y = 0; y < bgra.rows; ++y) {
        const auto *row = bgra.ptr<cv::Vec4b>(y);
        if (std::any_of(row, row + bgra.cols, [](const cv::Vec4b &pixel) { return pixel[3] != 0; })) {
            return false;
        }
    }
    return true;
}

/// -> (H, W) 8-bit RGB
cv::Mat toRgb(cv::Mat raw, DecodedPicture &picture)
{
    picture.deep = raw.depth() == CV_16U;
    picture.grey = raw.channels() == 1 || picture.header.channels == 1;
    if (picture.deep) {
        raw.convertTo(raw, CV_8U, 255.0 / 65535.0);
    }
    if (raw.channels() == 4 && isFormat(picture.header, "BMP") && isAlphaUnused(raw)) {
        cv::cvtColor(raw, raw, cv::COLOR_BGRA2BGR);
    }
    if (raw.channels() == 4) {
        picture.transparent = true;
        raw = onWhite(raw);
    }
    cv::cvtColor(raw, raw, raw.channels() == 1 ? cv::COLOR_GRAY2RGB : cv::COLOR_BGR2RGB);
    return raw;
}

/// Turns and mirrors what is stored so that it stands as it was taken.
cv::Mat upright(cv::Mat picture, int orientation)
{
    constexpr int kBoth = -1, kUpsideDown = 0, kMirrored = 1;
    const bool lies = orientation >= 5;
    if (lies) {
        cv::transpose(picture, picture);
    }
    switch (orientation) {
    case 2: cv::flip(picture, picture, kMirrored); break;
    case 3: cv::flip(picture, picture, kBoth); break;
    case 4: cv::flip(picture, picture, kUpsideDown); break;
    case 6: cv::flip(picture, picture, kMirrored); break;
    case 7: cv::flip(picture, picture, kBoth); break;
    case 8: cv::flip(picture, picture, kUpsideDown); break;
    default: break;  // 1 and 5 are done
    }
    return picture;
}

DecodedPicture &failed(DecodedPicture &picture, Fault fault, Sentence why = {})
{
    picture.rgb.release();
    picture.fault = fault;
    picture.why = std::move(why);
    return picture;
}

/// Whether enough of a JPEG's rows are there.
bool isWhole(std::span<const std::byte> bytes, DecodedPicture &picture)
{
    const PictureHeader &header = picture.header;
    if (!isFormat(header, "JPEG") || hasEndMarker(bytes, header.dataBegin)) {
        return true;
    }
    const std::uint64_t sound = soundJpegRows(bytes);
    picture.missingRows = header.height - std::min(sound, header.height);
    return static_cast<double>(picture.missingRows) <= kMostMissing * static_cast<double>(header.height);
}

}  // namespace

DecodedPicture decodePicture(std::span<const std::byte> bytes, int side)
{
    DecodedPicture picture;
    if (bytes.empty()) {
        return failed(picture, Fault::Empty);
    }
    const std::optional<PictureHeader> header = readPictureHeader(bytes);
    if (!header) {
        return failed(picture, Fault::NotAPicture);
    }
    picture.header = *header;
    if (header->width == 0 || header->height == 0) {
        return failed(picture, Fault::Damaged, say(QT_TRANSLATE_NOOP("Sentence", "its header is")));
    }
    if (header->width > kMostPicturePixels / header->height || bytes.size() > kMostPictureBytes) {
        return failed(picture, Fault::TooLarge);
    }
    try {
        if (isFormat(*header, "JPEG") && hasTooManyScans(bytes, header->dataBegin)) {
            return failed(picture, Fault::Damaged,
                          say(QT_TRANSLATE_NOOP("Sentence", "it has more scans than any program writes")));
        }
        if (!isWhole(bytes, picture)) {
            return failed(picture, Fault::Damaged,
                          say(QT_TRANSLATE_NOOP("Sentence", "its data ends before the picture does")));
        }
        const cv::Mat raw = decodeRaw(bytes, picture, side);
        const bool fits = side > 0 || (static_cast<std::uint64_t>(raw.cols) == header->width &&
                                       static_cast<std::uint64_t>(raw.rows) == header->height);
        if (raw.empty() || !fits) {
            return failed(picture, Fault::Damaged,
                          say(QT_TRANSLATE_NOOP("Sentence", "its data does not fit its header")));
        }
        if (raw.depth() != CV_8U && raw.depth() != CV_16U) {
            return failed(picture, Fault::Damaged,
                          say(QT_TRANSLATE_NOOP("Sentence", "its channels are neither 8 nor 16 bits wide")));
        }
        picture.rgb = upright(toRgb(raw, picture), header->orientation);
    } catch (const cv::Exception &error) {
        return failed(picture, Fault::Damaged, error.err);
    }
    return picture;
}

DecodedPicture decodePictureFile(const std::filesystem::path &file, int side)
{
    const std::string bytes = readFile(file, kMostPictureBytes + 1);
    return decodePicture(std::as_bytes(std::span(bytes)), side);
}

}  // namespace atlas::pictures
