#pragma once

#include "core/sentence.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace atlas {

/// A sentence that another program or a later day says in its own language: a text where it is fixed, else {text,
/// values}.
nlohmann::ordered_json toJson(const Sentence &sentence);
/// Numbers stand as they are, "…" for what is neither of the two forms.
Sentence toSentence(const nlohmann::ordered_json &json);

/// The same in a column of text: what is fixed as it is, so that rows of older programs are read like new ones.
std::string storedText(const Sentence &sentence);
Sentence storedSentence(const std::string &text);

}  // namespace atlas
