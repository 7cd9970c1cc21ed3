#pragma once

#include "core/sample.h"
#include "pictures/picture_measures.h"

#include <functional>
#include <vector>

namespace atlas::storage {

/// Places of samples that belong together, ascending; groups by their first place.
using PlaceGroups = std::vector<std::vector<std::size_t>>;

/// Samples that show and say the same (contentKey()).
PlaceGroups copiesAmong(const std::vector<const Sample *> &samples);

/// What a sample's picture measures; nullptr = not known.
using MeasuresOf = std::function<const pictures::PictureMeasures *(std::size_t place)>;

/// Samples of one picture and nothing else whose pictures look almost the same (nearDuplicates()). Of copies of one
/// picture only the first is compared.
PlaceGroups lookAlikesAmong(const std::vector<const Sample *> &samples, const MeasuresOf &measuresOf);

}  // namespace atlas::storage
