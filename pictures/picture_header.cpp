#include "pictures/picture_header.h"

#include "core/files.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>

namespace atlas::pictures {
namespace {

using Extension = std::pair<std::string_view, std::string_view>;  // extension, format
constexpr std::array<Extension, 13> kExtensions{{{".jpg", "JPEG"},
                                                 {".jpeg", "JPEG"},
                                                 {".jpe", "JPEG"},
                                                 {".png", "PNG"},
                                                 {".bmp", "BMP"},
                                                 {".webp", "WebP"},
                                                 {".tif", "TIFF"},
                                                 {".tiff", "TIFF"},
                                                 {".ppm", "PNM"},
                                                 {".pgm", "PNM"},
                                                 {".pbm", "PNM"},
                                                 {".pnm", "PNM"},
                                                 {".gif", "GIF"}}};

/// Checked access: what lies beyond the end reads as zero, and a header of zeros is a broken one.
class Bytes {
public:
    explicit Bytes(std::span<const std::byte> bytes) : m_bytes(bytes) {}

    std::size_t size() const { return m_bytes.size(); }
    std::uint64_t at(std::size_t i) const
    {
        return i < m_bytes.size() ? std::to_integer<std::uint64_t>(m_bytes[i]) : 0;
    }
    std::uint64_t big(std::size_t i, int count) const
    {
        std::uint64_t value = 0;
        for (int k = 0; k < count; ++k) {
            value = value << 8 | at(i + static_cast<std::size_t>(k));
        }
        return value;
    }
    std::uint64_t little(std::size_t i, int count) const
    {
        std::uint64_t value = 0;
        for (int k = count - 1; k >= 0; --k) {
            value = value << 8 | at(i + static_cast<std::size_t>(k));
        }
        return value;
    }
    bool has(std::size_t i, std::string_view text) const
    {
        return i + text.size() <= m_bytes.size() && std::memcmp(m_bytes.data() + i, text.data(), text.size()) == 0;
    }

private:
    std::span<const std::byte> m_bytes;
};

/// The tags of a TIFF directory, which is also EXIF's. `begin`: where the file or the EXIF block begins, from which
/// its offsets count.
class TiffDirectory {
public:
    TiffDirectory(const Bytes &bytes, std::size_t begin)
        : m_bytes(bytes), m_begin(begin), m_big(bytes.at(begin) == 'M'), m_directory(number(4, 4)),
          m_entries(number(m_directory, 2))
    {
    }

    /// Of a number that stands in the entry itself; 0 when the tag is absent or of a type that stands elsewhere: what
    /// decoders find there might be much larger.
    std::uint64_t value(std::uint64_t tag) const
    {
        constexpr std::array kBytes{0, 1, 0, 2, 4};  // of types: 1 = byte, 3 = short, 4 = long
        for (std::uint64_t k = 0; k < m_entries; ++k) {
            const std::uint64_t entry = m_directory + 2 + 12 * k;
            if (number(entry, 2) == tag) {
                const std::uint64_t type = number(entry + 2, 2);
                return type < kBytes.size() ? number(entry + 8, kBytes[type]) : 0;
            }
        }
        return 0;
    }

    bool hasNext() const { return m_entries > 0 && number(m_directory + 2 + 12 * m_entries, 4) != 0; }

private:
    std::uint64_t number(std::uint64_t i, int count) const
    {
        const std::size_t place = m_begin + static_cast<std::size_t>(i);
        return m_big ? m_bytes.big(place, count) : m_bytes.little(place, count);
    }

    const Bytes &m_bytes;
    std::size_t m_begin;
    bool m_big;
    std::uint64_t m_directory;
    std::uint64_t m_entries;
};

bool isTiff(const Bytes &bytes, std::size_t begin)
{
    return bytes.has(begin, std::string_view("II*\0", 4)) || bytes.has(begin, std::string_view("MM\0*", 4));
}

int orientationOf(const TiffDirectory &directory)
{
    constexpr std::uint64_t kOrientation = 274;
    const std::uint64_t value = directory.value(kOrientation);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
}

/// Of an EXIF block that begins there, with or without the name before it; nothing where none begins. The first one
/// counts: a file of millions of them would keep a reader of all busy for hours.
std::optional<int> exifOrientation(const Bytes &bytes, std::size_t begin)
{
    constexpr std::string_view kName("Exif\0\0", 6);
    const std::size_t block = begin + (bytes.has(begin, kName) ? kName.size() : 0);
    return isTiff(bytes, block) ? std::optional(orientationOf({bytes, block})) : std::nullopt;
}

PictureHeader png(const Bytes &bytes)
{
    PictureHeader header{.format = "PNG"};
    if (!bytes.has(12, "IHDR")) {
        return header;
    }
    header.width = bytes.big(16, 4);
    header.height = bytes.big(20, 4);
    std::optional<int> orientation;
    for (std::size_t chunk = 8; chunk + 8 < bytes.size();) {
        header.animated |= bytes.has(chunk + 4, "acTL");
        if (!orientation && bytes.has(chunk + 4, "eXIf")) {
            orientation = exifOrientation(bytes, chunk + 8);
        }
        chunk += 12 + static_cast<std::size_t>(bytes.big(chunk, 4));
    }
    header.orientation = orientation.value_or(1);
    return header;
}

PictureHeader jpeg(const Bytes &bytes)
{
    PictureHeader header{.format = "JPEG"};
    std::optional<int> orientation;
    for (std::size_t i = 2; i + 1 < bytes.size();) {
        const std::uint64_t marker = bytes.at(i + 1);
        if (bytes.at(i) != 0xFF || marker == 0) {
            break;  // a decoder would look for the next marker inside what seems a segment
        }
        if (marker == 0xFF) {
            ++i;  // fill byte
            continue;
        }
        if (marker == 0xDA) {
            header.dataBegin = i;
            break;
        }
        const bool standsAlone = marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
        const bool isFrame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (isFrame) {
            header.height = bytes.big(i + 5, 2);
            header.width = bytes.big(i + 7, 2);
            header.channels = static_cast<int>(bytes.at(i + 9));
        } else if (marker == 0xE1 && !orientation) {
            orientation = exifOrientation(bytes, i + 4);
        }
        i += 2 + (standsAlone ? 0 : std::max<std::uint64_t>(2, bytes.big(i + 2, 2)));
    }
    header.orientation = orientation.value_or(1);
    return header;
}

PictureHeader bmp(const Bytes &bytes)
{
    const bool old = bytes.little(14, 4) == 12;
    const auto rows = static_cast<std::int32_t>(bytes.little(22, 4));  // negative: stored from the top
    const auto height = static_cast<std::uint64_t>(rows < 0 ? -static_cast<std::int64_t>(rows) : rows);
    return {.format = "BMP", .width = bytes.little(18, old ? 2 : 4), .height = old ? bytes.little(20, 2) : height};
}

PictureHeader webp(const Bytes &bytes)
{
    if (bytes.has(12, "VP8X")) {
        constexpr std::uint64_t kAnimation = 0x02;
        PictureHeader header{.format = "WebP",
                             .width = bytes.little(24, 3) + 1,
                             .height = bytes.little(27, 3) + 1,
                             .animated = (bytes.at(20) & kAnimation) != 0};
        std::optional<int> orientation;
        for (std::size_t chunk = 12; chunk + 8 < bytes.size();) {
            if (!orientation && bytes.has(chunk, "EXIF")) {
                orientation = exifOrientation(bytes, chunk + 8);
            }
            const auto size = static_cast<std::size_t>(bytes.little(chunk + 4, 4));
            chunk += 8 + size + size % 2;
        }
        header.orientation = orientation.value_or(1);
        return header;
    }
    if (bytes.has(12, "VP8L")) {
        const std::uint64_t bits = bytes.little(21, 4);
        return {.format = "WebP", .width = (bits & 0x3FFF) + 1, .height = (bits >> 14 & 0x3FFF) + 1};
    }
    return {.format = "WebP", .width = bytes.little(26, 2) & 0x3FFF, .height = bytes.little(28, 2) & 0x3FFF};
}

PictureHeader tiff(const Bytes &bytes)
{
    constexpr std::uint64_t kWidth = 256;
    constexpr std::uint64_t kHeight = 257;
    const TiffDirectory directory(bytes, 0);
    return {.format = "TIFF",
            .width = directory.value(kWidth),
            .height = directory.value(kHeight),
            .orientation = orientationOf(directory),
            .animated = directory.hasNext()};
}

PictureHeader pnm(const Bytes &bytes)
{
    std::array<std::uint64_t, 2> sides{};
    std::size_t i = 2;
    for (std::uint64_t &side : sides) {
        while (i < bytes.size() && (std::isspace(static_cast<int>(bytes.at(i))) || bytes.at(i) == '#')) {
            if (bytes.at(i) == '#') {
                while (i < bytes.size() && bytes.at(i) != '\n' && bytes.at(i) != '\r') {
                    ++i;
                }
            } else {
                ++i;
            }
        }
        for (; std::isdigit(static_cast<int>(bytes.at(i))) && side < UINT32_MAX; ++i) {
            side = side * 10 + bytes.at(i) - '0';
        }
    }
    return {.format = "PNM", .width = sides[0], .height = sides[1]};
}

}  // namespace

std::optional<PictureHeader> readPictureHeader(std::span<const std::byte> data)
{
    const Bytes bytes(data);
    if (bytes.has(0, "\x89PNG\r\n\x1A\n")) {
        return png(bytes);
    }
    if (bytes.has(0, "\xFF\xD8\xFF")) {
        return jpeg(bytes);
    }
    if (bytes.has(0, "RIFF") && bytes.has(8, "WEBPVP8")) {
        return webp(bytes);
    }
    if (isTiff(bytes, 0)) {
        return tiff(bytes);
    }
    if (bytes.has(0, "GIF8")) {
        return PictureHeader{.format = "GIF", .width = bytes.little(6, 2), .height = bytes.little(8, 2)};
    }
    if (bytes.has(0, "BM") && bytes.size() > 26 && bytes.little(14, 4) >= 12 && bytes.little(14, 4) <= 124) {
        return bmp(bytes);
    }
    if (bytes.at(0) == 'P' && bytes.at(1) >= '1' && bytes.at(1) <= '6' && std::isspace(static_cast<int>(bytes.at(2)))) {
        return pnm(bytes);
    }
    return std::nullopt;
}

bool isPictureName(const std::filesystem::path &file)
{
    const std::string extension = lowerExtension(file);
    return std::ranges::any_of(kExtensions, [&](const auto &usual) { return usual.first == extension; });
}

std::optional<PictureHeader> startOfPicture(const std::filesystem::path &file)
{
    std::array<char, 64> start{};
    std::ifstream stream(file, std::ios::binary);
    stream.read(start.data(), start.size());
    return readPictureHeader(std::as_bytes(std::span(start.data(), static_cast<std::size_t>(stream.gcount()))));
}

bool isUsualName(const std::filesystem::path &file, const PictureHeader &header)
{
    const std::string extension = lowerExtension(file);
    return std::ranges::any_of(kExtensions, [&](const auto &usual) {
        return usual.first == extension && usual.second == std::string_view(header.format);
    });
}

}  // namespace atlas::pictures
