#include "storage/import/cell_guard.h"

#include <charconv>
#include <string_view>

namespace atlas::storage {
namespace {

/// Begins as a formula does, after any number of apostrophes.
bool isDangerous(std::string_view text)
{
    constexpr std::string_view kFormula = "=+-@\t\r\n";
    const std::size_t first = text.find_first_not_of('\'');
    return first != std::string_view::npos && kFormula.find(text[first]) != std::string_view::npos;
}

bool isNumber(std::string_view text)
{
    double value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    return fault == std::errc() && end == text.data() + text.size();
}

}  // namespace

std::string guardedCell(const std::string &text)
{
    return isDangerous(text) && !isNumber(text) ? "'" + text : text;
}

std::string unguardedCell(const std::string &cell)
{
    return cell.starts_with('\'') && isDangerous(cell) ? cell.substr(1) : cell;
}

}  // namespace atlas::storage
