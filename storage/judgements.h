#pragma once

#include "core/agreement.h"

#include <string>

namespace atlas::storage {

class Connection;

/// What people said of a dataset's samples, ready for core/agreement.h.
struct DatasetJudgements {
    std::vector<std::string> people;    ///< "" = labels that came with the data
    std::vector<std::string> classes;   ///< what the numbers of the table stand for
    std::vector<std::int64_t> samples;  ///< of each unit
    JudgementTable table;
};

/// Samples of which there are opinions; their labels count as given by whom they are from, as they were before anybody
/// else had judged them. Of weighted answers the weightiest counts.
DatasetJudgements readJudgements(Connection &connection, std::int64_t dataset);

}  // namespace atlas::storage
