#include "storage/digest.h"

#include "core/error.h"

#include <charconv>

namespace atlas::storage {

Digest toDigest(const std::string &hex)
{
    Digest digest{};
    bool sound = hex.size() == 2 * digest.size();
    for (std::size_t i = 0; sound && i < digest.size(); ++i) {
        unsigned value = 0;
        const char *begin = hex.data() + 2 * i;
        const auto [end, code] = std::from_chars(begin, begin + 2, value, 16);
        sound = code == std::errc() && end == begin + 2;
        digest[i] = static_cast<std::byte>(value);
    }
    if (!sound) {
        throw Error(ErrorCode::Internal, "Expected a SHA-256 of 64 hexadecimal digits, but it is \"" + hex + "\".");
    }
    return digest;
}

std::string toHex(std::span<const std::byte> bytes)
{
    constexpr char kDigits[] = "0123456789abcdef";
    std::string hex;
    hex.reserve(2 * bytes.size());
    for (const std::byte byte : bytes) {
        hex += kDigits[std::to_integer<unsigned>(byte) >> 4];
        hex += kDigits[std::to_integer<unsigned>(byte) & 15];
    }
    return hex;
}

}  // namespace atlas::storage
