#pragma once

#include <string>

namespace atlas {

/// A field of a CSV line, in quotes where it needs them.  Source: RFC 4180.
std::string csvField(const std::string &text);

}  // namespace atlas
