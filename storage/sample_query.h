#pragma once

#include "storage/records.h"

namespace atlas::storage {

class Connection;

/// The ids that a filter lets through, in its order; at most so many, 0 = all.  In the order of import few are found
/// without looking at the rest.
std::vector<std::int64_t> querySampleIds(Connection &connection, std::int64_t dataset, const SampleFilter &filter,
                                         std::size_t most = 0);

}  // namespace atlas::storage
