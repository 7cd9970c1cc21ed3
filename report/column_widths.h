#pragma once

#include <vector>

namespace atlas::report {

/// Shares a table's width among its columns by their weights. Columns that need less than their share give the rest to
/// the others; what is left over then is shared by weight, so that the table is as wide as it may be.
/// Units: those of `width`. Requires: as many weights as columns, all above 0.
std::vector<double> shareWidth(double width, const std::vector<double> &needed, const std::vector<double> &weights);

}  // namespace atlas::report
