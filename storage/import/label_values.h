#pragma once

#include "core/sample.h"
#include "core/sentence.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace atlas::storage {

/// What a label cell means; `fault` (with `code`) when it means nothing.
struct LabelReading {
    std::vector<Label> labels;  ///< empty = unlabelled
    std::string code;           ///< BAD_LABEL or LABEL_OUT_OF_RANGE
    Sentence fault;
};

/// A single word of a cell as text: strings stay as they are, numbers and booleans as JSON writes them ("3", "true").
/// Empty for null, lists and objects.
std::string scalarText(const nlohmann::json &value);

/// Rules, by form of the value:
/// - string, number, boolean: one class; with `multiLabel` a string is cut at '|', or read as a JSON list;
/// - list of words: one class when it has one, several with `multiLabel`; under the key `answers` the votes of people;
/// - list of {answer, weight}: the weights; without weights the votes of people;
/// - object, or a string that holds one as JSON: class -> weight.
/// Formula of votes: weight = min(1, votes / min(3, people)), the VQA score of an answer.
LabelReading readLabels(const nlohmann::json &value, bool multiLabel, bool votes);

/// The right one of `choices`: its zero-based position, its letter (A, B, ...) or its own words.
LabelReading readChoiceLabel(const nlohmann::json &value, const std::vector<std::string> &choices);

}  // namespace atlas::storage
