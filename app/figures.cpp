#include "app/figures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace atlas::app {
namespace {

/// How a unit reads on a terminal.
struct UnitText {
    double factor;
    int decimals;
    const char *name;
};

}  // namespace

std::string figureText(MeasureUnit unit, double value)
{
    // In the order of MeasureUnit.
    static constexpr std::array<UnitText, 9> kTexts{{{100, 1, "%"},
                                                     {100, 1, "points"},
                                                     {1, 1, "%"},
                                                     {1, 3, ""},
                                                     {1, 0, ""},
                                                     {1, 0, "bytes"},
                                                     {1, 1, "s"},
                                                     {1, 1, "/s"},
                                                     {1, 2, "ms"}}};
    const UnitText &text = kTexts[static_cast<std::size_t>(unit)];
    std::array<char, 64> out{};
    // Adding 0 makes "-0.0" of a rounded nothing read as 0.0.
    const double scale = std::pow(10, text.decimals);
    const double rounded = std::round(value * text.factor * scale) / scale + 0.0;
    std::snprintf(out.data(), out.size(), "%.*f%s%s", text.decimals, rounded, *text.name != '\0' ? " " : "", text.name);
    return out.data();
}

nlohmann::ordered_json number(const std::optional<double> &value)
{
    return value && std::isfinite(*value) ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

nlohmann::ordered_json interval(const std::optional<Interval> &of)
{
    if (!of) {
        return nullptr;
    }
    return {{"low", of->low}, {"high", of->high}, {"n", of->n}, {"statistic", of->statistic}};
}

std::size_t columnsOf(const std::string &text)
{
    std::size_t columns = 0;
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        if ((byte & 0xC0U) != 0x80U) {
            // The scripts that are two columns wide are nearly all of three bytes that begin with E3 or later.
            columns += byte >= 0xE3U ? 2 : 1;
        }
    }
    return columns;
}

std::string alignedTable(const std::vector<std::vector<std::string>> &rows)
{
    std::vector<std::size_t> widths;
    for (const auto &row : rows) {
        widths.resize(std::max(widths.size(), row.size()), 0);
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], columnsOf(row[i]));
        }
    }
    std::string text;
    for (const auto &row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            text += row[i];
            if (i + 1 < row.size()) {
                text.append(widths[i] + 2 - columnsOf(row[i]), ' ');
            }
        }
        text += "\n";
    }
    return text;
}

}  // namespace atlas::app
