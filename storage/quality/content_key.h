#pragma once

#include "core/sample.h"

#include <string>

namespace atlas::storage {

/// The same for samples that show and say the same: pictures by content, texts and options by their letters; labels,
/// ids and places do not count.  Requires: the pictures' hashes are known.
std::string contentKey(const Sample &sample);

}  // namespace atlas::storage
