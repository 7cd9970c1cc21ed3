#pragma once

#include "storage/records.h"

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace atlas::storage {

class SampleStore;

/// Finds the samples of a dataset that an import brings again: those with the same id of the user, or with the same
/// pictures, texts and options. Each is found once, so a set that holds equal rows keeps them all. Rows of different
/// splits are different samples unless they come from the same line of the same source.
class SampleMatcher {
public:
    SampleMatcher(SampleStore &store, std::int64_t dataset);

    struct Known {
        std::int64_t id = 0;
        Split split = Split::Unassigned;
        std::string source;
    };

    /// The stored sample that this one is, or nullptr.
    const Known *take(const Sample &sample);

private:
    const Known *takeFrom(const std::string &key, const Sample &sample);

    std::vector<Known> m_known;
    std::unordered_multimap<std::string, std::size_t> m_byKey;  ///< id or content -> m_known
    std::unordered_set<std::size_t> m_taken;
};

}  // namespace atlas::storage
