#pragma once

#include "engine/backbone/backbone.h"

#include <span>
#include <vector>

namespace atlas::engine {

/// An embedded part as the cache keeps it: u32 rows, columns, tokens, width, features, 44 zero bytes; then tokens and
/// pooled as float16, each beginning at a multiple of 64 bytes.
std::vector<std::byte> toBytes(const FrozenPart &part);

/// The part's tensors are views into the bytes, which they keep alive. False when the bytes are no such part.
bool fromBytes(const CachedBytes &cached, FrozenPart &part);

}  // namespace atlas::engine
