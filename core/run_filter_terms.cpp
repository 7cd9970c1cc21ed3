#include "core/run_filter_terms.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <ctime>
#include <numeric>

namespace atlas {
namespace {

std::size_t editDistance(const std::string &a, const std::string &b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t corner = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
            corner = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row.back();
}

template <typename Number>
bool readAll(const char *begin, const char *end, Number &number)
{
    const auto [stop, code] = std::from_chars(begin, end, number);
    return code == std::errc() && stop == end && begin != end;
}

}  // namespace

bool compares(double value, RunFilterSign sign, double with)
{
    // What is typed is rounded: "=0.8" means what would be written so.
    const double reach = 1e-9 * std::max(std::abs(value), std::abs(with));
    const bool equal = std::abs(value - with) <= reach;
    switch (sign) {
    case RunFilterSign::Equal: return equal;
    case RunFilterSign::Less: return value < with && !equal;
    case RunFilterSign::LessOrEqual: return value < with || equal;
    case RunFilterSign::Greater: return value > with && !equal;
    case RunFilterSign::GreaterOrEqual: return value > with || equal;
    }
    return false;
}

std::optional<double> filterNumber(const std::string &text)
{
    if (text.empty()) {
        return std::nullopt;
    }
    double factor = 1;
    const char *end = text.data() + text.size();
    switch (text.back()) {
    case '%': factor = 0.01; break;
    case 'k': factor = 1e3; break;
    case 'M': factor = 1e6; break;
    case 'G': factor = 1e9; break;
    default: break;
    }
    double number = 0;
    if (!readAll(text.data(), factor == 1 ? end : end - 1, number) || !std::isfinite(number)) {
        return std::nullopt;
    }
    return number * factor;
}

std::optional<std::int64_t> filterDay(const std::string &text)
{
    std::tm day{};
    const char *begin = text.data();
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !readAll(begin, begin + 4, day.tm_year) ||
        !readAll(begin + 5, begin + 7, day.tm_mon) || !readAll(begin + 8, begin + 10, day.tm_mday) ||
        day.tm_year < 1970) {
        return std::nullopt;
    }
    day.tm_year -= 1900;
    day.tm_mon -= 1;
    day.tm_isdst = -1;
    const std::tm asked = day;
    const std::time_t start = std::mktime(&day);
    // mktime makes a day of the next month of the 31st of a month of 30.
    if (start == -1 || day.tm_mday != asked.tm_mday || day.tm_mon != asked.tm_mon) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(start) * 1'000'000;
}

std::string lowered(std::string text)
{
    for (char &character : text) {
        character = character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
    }
    return text;
}

bool fits(const std::string &text, const std::string &pattern)
{
    std::size_t t = 0;
    std::size_t p = 0;
    std::size_t star = std::string::npos;
    std::size_t resume = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star != std::string::npos) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    return std::all_of(pattern.begin() + static_cast<std::ptrdiff_t>(p), pattern.end(),
                       [](char c) { return c == '*'; });
}

std::string nearestName(const std::string &wrong, const std::vector<std::string> &names)
{
    std::string nearest;
    std::size_t least = wrong.size() < 4 ? 2 : 3;  // the first that is too far
    for (const std::string &name : names) {
        const std::size_t distance = editDistance(lowered(wrong), name);
        if (distance < least || (nearest.empty() && wrong.size() > 2 && name.starts_with(lowered(wrong)))) {
            least = std::min(least, distance);
            nearest = name;
        }
    }
    return nearest;
}

}  // namespace atlas
