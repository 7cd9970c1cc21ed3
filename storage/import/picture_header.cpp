#include "storage/import/picture_header.h"

#include "storage/import/table_source.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <fstream>
#include <string_view>

namespace atlas::storage {
namespace {

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

PictureHeader png(const Bytes &bytes)
{
    return bytes.has(12, "IHDR") ? PictureHeader{"PNG", bytes.big(16, 4), bytes.big(20, 4)} : PictureHeader{"PNG"};
}

PictureHeader jpeg(const Bytes &bytes)
{
    PictureHeader header{"JPEG"};
    for (std::size_t i = 2; i + 1 < bytes.size();) {
        const std::uint64_t marker = bytes.at(i + 1);
        if (bytes.at(i) != 0xFF) {
            break;
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
        }
        i += 2 + (standsAlone ? 0 : std::max<std::uint64_t>(2, bytes.big(i + 2, 2)));
    }
    return header;
}

PictureHeader bmp(const Bytes &bytes)
{
    const bool old = bytes.little(14, 4) == 12;
    const auto rows = static_cast<std::int32_t>(bytes.little(22, 4));  // negative: stored from the top
    return old ? PictureHeader{"BMP", bytes.little(18, 2), bytes.little(20, 2)}
               : PictureHeader{"BMP", bytes.little(18, 4),
                               static_cast<std::uint64_t>(rows < 0 ? -static_cast<std::int64_t>(rows) : rows)};
}

PictureHeader webp(const Bytes &bytes)
{
    if (bytes.has(12, "VP8X")) {
        return {"WebP", bytes.little(24, 3) + 1, bytes.little(27, 3) + 1};
    }
    if (bytes.has(12, "VP8L")) {
        const std::uint64_t bits = bytes.little(21, 4);
        return {"WebP", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1};
    }
    return {"WebP", bytes.little(26, 2) & 0x3FFF, bytes.little(28, 2) & 0x3FFF};
}

PictureHeader tiff(const Bytes &bytes)
{
    const bool isBig = bytes.at(0) == 'M';
    const auto number = [&](std::size_t i, int count) { return isBig ? bytes.big(i, count) : bytes.little(i, count); };
    constexpr std::uint64_t kWidth = 256;
    constexpr std::uint64_t kHeight = 257;
    constexpr std::uint64_t kShort = 3;
    PictureHeader header{"TIFF"};
    const std::uint64_t directory = number(4, 4);
    const std::uint64_t entries = number(directory, 2);
    for (std::uint64_t k = 0; k < entries; ++k) {
        const std::uint64_t entry = directory + 2 + 12 * k;
        const std::uint64_t value = number(entry + 8, number(entry + 2, 2) == kShort ? 2 : 4);
        if (number(entry, 2) == kWidth) {
            header.width = value;
        } else if (number(entry, 2) == kHeight) {
            header.height = value;
        }
    }
    return header;
}

PictureHeader pnm(const Bytes &bytes)
{
    std::array<std::uint64_t, 2> sides{};
    std::size_t i = 2;
    for (std::uint64_t &side : sides) {
        while (i < bytes.size() && (std::isspace(static_cast<int>(bytes.at(i))) || bytes.at(i) == '#')) {
            if (bytes.at(i) == '#') {
                while (i < bytes.size() && bytes.at(i) != '\n') {
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
    return {"PNM", sides[0], sides[1]};
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
    if (bytes.has(0, std::string_view("II*\0", 4)) || bytes.has(0, std::string_view("MM\0*", 4))) {
        return tiff(bytes);
    }
    if (bytes.has(0, "GIF8")) {
        return PictureHeader{"GIF", bytes.little(6, 2), bytes.little(8, 2), false};
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
    constexpr std::array<std::string_view, 13> kExtensions{".jpg",  ".jpeg", ".jpe", ".png", ".bmp", ".webp", ".tif",
                                                           ".tiff", ".ppm",  ".pgm", ".pbm", ".pnm", ".gif"};
    return std::find(kExtensions.begin(), kExtensions.end(), lowerExtension(file)) != kExtensions.end();
}

bool startsAsPicture(const std::filesystem::path &file)
{
    std::array<char, 64> start{};
    std::ifstream stream(file, std::ios::binary);
    stream.read(start.data(), start.size());
    return readPictureHeader(std::as_bytes(std::span(start.data(), static_cast<std::size_t>(stream.gcount()))))
        .has_value();
}

}  // namespace atlas::storage
