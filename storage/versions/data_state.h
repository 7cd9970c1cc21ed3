#pragma once

#include "core/sample.h"
#include "storage/digest.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace atlas::storage {

class Connection;

/// What learning sees of one sample. Notes, ids and places are not part of it.
struct SampleState {
    Split split = Split::Unassigned;
    ReviewState review = ReviewState::Unlabelled;
    std::vector<std::pair<std::int64_t, double>> labels;  ///< permanent class id and weight, by id
    Digest content{};                                     ///< quality/content_key.h

    bool operator==(const SampleState &) const = default;
};

/// A class as it was called, at its place in the order of classes.
struct ClassState {
    std::int64_t id = 0;
    std::string name;

    bool operator==(const ClassState &) const = default;
};

/// A whole dataset at a moment; what is removed is not in it.
struct DataState {
    std::map<std::int64_t, SampleState> samples;
    std::vector<ClassState> classes;  ///< in their order

    bool operator==(const DataState &) const = default;

    std::int64_t labelled() const;  ///< what a task can be made of: labelled or verified
    Digest hash() const;            ///< of all of it
};

/// The dataset as the connection sees it now: in a transaction that moment, else between two changes.
/// Errors: those of all stores.
DataState readDataState(Connection &connection, std::int64_t dataset);

/// Labels as a version keeps them: "[[3,1.0],[7,0.5]]".  Errors of reading: Damaged.
std::string labelsText(const SampleState &state);
std::vector<std::pair<std::int64_t, double>> parseLabels(const std::string &text);

}  // namespace atlas::storage
