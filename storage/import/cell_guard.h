#pragma once

#include <string>

namespace atlas::storage {

/// A cell as a spreadsheet may open it: one that it would take for a formula gets an apostrophe before it, and so does
/// one that has such apostrophes already, so that unguardedCell() gives back every text. Numbers stay numbers.
/// Source: OWASP, CSV injection: cells that begin with = + - @, tab, carriage return or line feed.
std::string guardedCell(const std::string &text);

/// What was guarded, here or by another program.
std::string unguardedCell(const std::string &cell);

}  // namespace atlas::storage
