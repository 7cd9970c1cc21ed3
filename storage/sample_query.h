#pragma once

#include "storage/records.h"

namespace atlas::storage {

class Connection;

/// The ids that a filter lets through, in its order.
std::vector<std::int64_t> querySampleIds(Connection &connection, std::int64_t dataset, const SampleFilter &filter);

}  // namespace atlas::storage
