#pragma once

#include <optional>
#include <string>

namespace atlas {

/// A field of a CSV line, in quotes where it needs them.  Source: RFC 4180.
std::string csvField(const std::string &text);

/// The shortest digits that read back as the same number, C locale; empty when there is none.
std::string exactDigits(const std::optional<double> &value);

}  // namespace atlas
