#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace atlas {

/// Which state of a dataset something was learned from.
struct DataVersionRef {
    std::string dataset;
    std::int64_t number = 0;  ///< 1, 2, 3, ... within the dataset
    std::string name;         ///< given by a person; empty = made by itself, for a run
    std::string uuid;

    bool operator==(const DataVersionRef &) const = default;
};

/// "v3".
std::string versionKey(const DataVersionRef &version);

/// "parts v3", with its name "parts v3 (before cleaning)".
std::string versionTitle(const DataVersionRef &version);

/// The titles of those that are of this dataset, of all for an empty name: "parts v3, parts v4".
std::string versionTitles(const std::vector<DataVersionRef> &versions, const std::string &dataset = {});

}  // namespace atlas
