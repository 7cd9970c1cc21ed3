#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace atlas::pictures {

/// How many rows of a JPEG come from its data, counted from the top, when the data ends early; all of them when it does
/// not. What is missing the decoder would fill with grey.
/// Threads: any.  Errors: none; 0 for what cannot be decoded at all.
std::uint64_t soundJpegRows(std::span<const std::byte> bytes);

}  // namespace atlas::pictures
