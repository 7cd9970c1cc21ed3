#include "storage/import/table_header.h"

#include "pictures/picture_header.h"
#include "storage/import/field_names.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace atlas::storage {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string nameOf(std::size_t column)
{
    return "column " + std::to_string(column + 1);
}

bool isSentence(const std::string &value)
{
    constexpr std::ptrdiff_t kBlanks = 2;
    return std::ranges::count(value, ' ') >= kBlanks;
}

bool looksLikeData(const std::vector<std::string> &first, const Rows &rows)
{
    for (std::size_t column = 0; column < first.size(); ++column) {
        const std::string &value = first[column];
        const bool again =
            !value.empty() && std::ranges::any_of(rows, [&](const auto &row) { return row[column] == value; });
        if (again || isSentence(value) || pictures::isPictureName(value)) {
            return true;
        }
    }
    return false;
}

bool speaksOfNumbers(const FieldMap &map, std::size_t columns)
{
    return std::ranges::any_of(map, [columns](const auto &entry) {
        for (std::size_t column = 0; column < columns; ++column) {
            if (entry.second == nameOf(column)) {
                return true;
            }
        }
        return false;
    });
}

FieldMap mapByValues(const Rows &rows, std::size_t columns)
{
    std::vector<std::size_t> different(columns), letters(columns), pictures(columns);
    for (std::size_t column = 0; column < columns; ++column) {
        std::set<std::string> values;
        for (const auto &row : rows) {
            values.insert(row[column]);
            letters[column] += row[column].size();
            pictures[column] += pictures::isPictureName(row[column]) ? 1 : 0;
        }
        different[column] = values.size();
    }
    std::vector<std::size_t> places(columns);
    std::iota(places.begin(), places.end(), 0U);
    const auto label = std::ranges::min_element(
        places, [&](std::size_t a, std::size_t b) { return std::pair(different[a], b) < std::pair(different[b], a); });
    FieldMap map;
    if (different[*label] < rows.size()) {
        map.emplace_back("label", nameOf(*label));
        places.erase(label);
    }
    if (places.empty()) {
        return map;
    }
    const std::size_t image = std::ranges::max(places, {}, [&](std::size_t place) { return pictures[place]; });
    if (2 * pictures[image] > rows.size()) {
        map.emplace_back("image", nameOf(image));
        std::erase(places, image);
    }
    if (!places.empty()) {
        map.emplace_back("text",
                         nameOf(std::ranges::max(places, {}, [&](std::size_t place) { return letters[place]; })));
    }
    return map;
}

}  // namespace

TableHeader readHeader(const std::vector<std::string> &first, const Rows &rows, const FieldMap &map,
                       std::optional<bool> named)
{
    const FieldPlan plan = planFields(first, map);
    const bool known = plan.hasContent() || !plan.label.empty();
    const bool numbered = speaksOfNumbers(map, first.size());
    const bool data = numbered || (!known && map.empty() && looksLikeData(first, rows));
    TableHeader header{.columns = first, .missing = named ? !*named : data, .map = map};
    if (!header.missing) {
        return header;
    }
    for (std::size_t column = 0; column < first.size(); ++column) {
        header.columns[column] = nameOf(column);
    }
    if (map.empty()) {
        Rows all = rows;
        all.push_back(first);
        header.map = mapByValues(all, first.size());
    }
    return header;
}

}  // namespace atlas::storage
