#pragma once

#include "storage/versions/data_state.h"

namespace atlas::storage {

/// Samples that went from one thing to another.
struct StateChange {
    std::string from;  ///< as the history writes it: names of classes, a review state, a split; empty = no label
    std::string to;
    std::vector<std::int64_t> samples;

    bool operator==(const StateChange &) const = default;
};

/// What is different between two states of a dataset. Empty exactly where they are equal.
struct StateDifference {
    std::vector<std::int64_t> added;
    std::vector<std::int64_t> removed;
    std::vector<StateChange> labels;  ///< where there may be several: those lost and those gained
    std::vector<StateChange> reviews;
    std::vector<StateChange> splits;
    std::vector<std::int64_t> contents;  ///< the picture or the text is another one
    std::vector<std::string> classesAdded;
    std::vector<std::string> classesRemoved;
    std::vector<std::pair<std::string, std::string>> classesRenamed;
    bool classesMoved = false;  ///< those that both have stand in another order

    bool empty() const;
    std::vector<std::int64_t> samples() const;  ///< all that are named here, ascending, each once
};

/// Changes of a kind come with the most samples first. A renamed class is the same class: its samples keep their label.
StateDifference difference(const DataState &from, const DataState &to);

}  // namespace atlas::storage
