#pragma once

#include "engine/pretrain/random.h"
#include "engine/pretrain/recipe.h"

#include <string>
#include <vector>

namespace atlas::engine {

/// A caption and where the class's word stands in it.
struct Caption {
    std::string before;
    std::string word;
    std::string after;

    std::string text() const { return before + word + after; }
};

/// One of the part's patterns, drawn at random, filled with the class's word in the pattern's language.
Caption drawCaption(const PicturePart &part, std::size_t classIndex, Random &random);

/// Every caption there is, for the vocabulary.
std::vector<std::string> allCaptions(const PicturePart &part);

}  // namespace atlas::engine
