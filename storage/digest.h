#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>

namespace atlas::storage {

/// A SHA-256 as the database keeps it.
using Digest = std::array<std::byte, 32>;

/// From 64 hexadecimal digits.  Errors: Internal for anything else.
Digest toDigest(const std::string &hex);

/// To lower-case hexadecimal digits.
std::string toHex(std::span<const std::byte> bytes);

}  // namespace atlas::storage
