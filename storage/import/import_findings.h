#pragma once

#include "pictures/picture_measures.h"
#include "storage/records.h"

#include <optional>
#include <vector>

namespace atlas::storage {

/// A sample that is about to be imported, and what its (first) picture looks like.
struct ReviewedSample {
    Sample sample;
    std::optional<pictures::PictureMeasures> measures{};
    bool reviewed = false;  ///< the source tells its state of review, which then stands
};

/// What shows only when all samples are looked at together: copies, copies with different labels (those become
/// disputed, and no task is made of them until somebody decides), look-alikes, pictures that are dark, pale, blurred or
/// empty, names that other systems take for one, spellings of one class, a single class, very long texts. Of each
/// finding so many are listed, the rest are counted. The same samples give the same problems.
std::vector<Problem> findTogether(std::vector<ReviewedSample> &samples, const ImportRequest &request);

}  // namespace atlas::storage
