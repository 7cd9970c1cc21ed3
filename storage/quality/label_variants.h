#pragma once

#include <string>
#include <vector>

namespace atlas::storage {

/// A name as it is compared: compatibility forms of letters and digits made one (NFKC: Ａ is A, ｶ is カ), without case,
/// blanks at its ends, and with one blank for several; "yes" and "no" are the truth values they stand for.
/// Source: Unicode Standard Annex 15 (normalisation), Unicode default case folding.
std::string foldedName(const std::string &name);

/// Groups of names that are probably spellings of one, each group and all groups in the order of their bytes.
std::vector<std::vector<std::string>> labelVariants(const std::vector<std::string> &names);

}  // namespace atlas::storage
