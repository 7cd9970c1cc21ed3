#pragma once

#include "pictures/picture_sketch.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace atlas::storage {

/// Groups of pictures that are probably one (looksLike(), carried on from picture to picture). Places in `sketches`,
/// ascending, groups by their first place; pictures without a sketch are in none.
/// Hashes that differ in at most three of 64 bits share at least one of four quarters, so only those are compared.
std::vector<std::vector<std::size_t>>
nearDuplicates(const std::vector<std::optional<pictures::PictureSketch>> &sketches);

}  // namespace atlas::storage
