#include "core/csv.h"

#include <array>
#include <charconv>
#include <cmath>

namespace atlas {

std::string csvField(const std::string &text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        return text;
    }
    std::string quoted = "\"";
    for (const char character : text) {
        quoted += character == '"' ? std::string("\"\"") : std::string(1, character);
    }
    return quoted + "\"";
}

std::string exactDigits(const std::optional<double> &value)
{
    if (!value || !std::isfinite(*value)) {
        return {};
    }
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), *value).ptr;
    return {text.data(), end};
}

}  // namespace atlas
