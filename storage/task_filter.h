#pragma once

#include "storage/records.h"

namespace atlas::storage {

class Connection;

/// Which samples of a dataset a task is made of, as it is kept with the task: JSON with classes by their ids, so that
/// a class may be renamed. Empty = all labelled ones. Order and `only` are no part of it.
/// Errors: NotFound (a class).
std::string keptFilter(Connection &connection, std::int64_t dataset, const SampleFilter &filter);
SampleFilter readFilter(Connection &connection, const std::string &kept);

/// As the filter box reads it: "verified label:a label:b".
std::string filterText(const SampleFilter &filter);

/// A value as the filter box reads it after "label:".
std::string quotedValue(const std::string &value);

}  // namespace atlas::storage
