#include "core/run_view.h"

#include "core/run_fields.h"
#include "core/run_filter_terms.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace atlas {
namespace {

using Json = nlohmann::json;
using Entries = std::vector<std::vector<std::size_t>>;

template <typename Value>
void take(const Json &json, const char *key, Json::value_t type, Value &into)
{
    if (const auto found = json.find(key); found != json.end() && found->type() == type) {
        into = found->get<Value>();
    }
}

/// What an entry is put in order by.
struct OrderKey {
    std::size_t entry;
    std::optional<double> number;
    std::string text;

    /// Numbers before texts, and what there is nothing of at the end.
    int rank() const { return number ? 0 : text.empty() ? 2 : 1; }
};

void sortEntries(const RunScene &scene, const RunView &view, Entries &entries)
{
    const std::optional<RunField> field = runField(scene, view.order);
    if (!field) {
        return;  // newest first, as the table has them
    }
    std::vector<OrderKey> keys;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        OrderKey key{i, numberOf(*field, scene, entries[i]), {}};
        if (!key.number) {
            key.text = lowered(textOf(*field, scene, entries[i]));
        }
        keys.push_back(std::move(key));
    }
    std::ranges::stable_sort(keys, [&](const OrderKey &a, const OrderKey &b) {
        if (a.rank() != b.rank()) {
            return a.rank() < b.rank();
        }
        const OrderKey &first = view.descending ? b : a;
        const OrderKey &second = view.descending ? a : b;
        return a.number ? *first.number < *second.number : first.text < second.text;
    });
    Entries sorted;
    for (const OrderKey &key : keys) {
        sorted.push_back(std::move(entries[key.entry]));
    }
    entries = std::move(sorted);
}

/// The entry of the row goes to the top, or comes there.
void pin(std::size_t row, Entries &entries)
{
    const auto found = std::ranges::find_if(
        entries, [row](const auto &entry) { return std::ranges::find(entry, row) != entry.end(); });
    if (found == entries.end()) {
        entries.insert(entries.begin(), {row});
    } else {
        std::rotate(entries.begin(), found, found + 1);
    }
}

}  // namespace

std::string toJson(const RunView &view)
{
    Json json{{"filter", view.filter},
              {"grouped", view.grouped},
              {"order", view.order},
              {"descending", view.descending},
              {"pinned", view.pinned}};
    if (view.columns) {
        json["columns"] = *view.columns;
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

RunView runViewFromJson(const std::string &text)
{
    const Json json = Json::parse(text, nullptr, false);
    RunView view;
    if (!json.is_object()) {
        return view;
    }
    take(json, "filter", Json::value_t::string, view.filter);
    take(json, "grouped", Json::value_t::boolean, view.grouped);
    take(json, "order", Json::value_t::string, view.order);
    take(json, "descending", Json::value_t::boolean, view.descending);
    take(json, "pinned", Json::value_t::string, view.pinned);
    if (const auto columns = json.find("columns"); columns != json.end() && columns->is_array()) {
        view.columns.emplace();
        for (const Json &id : *columns) {
            if (id.is_string()) {
                view.columns->push_back(id.get<std::string>());
            }
        }
    }
    return view;
}

std::vector<std::vector<std::size_t>> arrangeRuns(const RunScene &scene, std::span<const std::size_t> rows,
                                                  const RunView &view)
{
    Entries entries;
    if (view.grouped) {
        entries = groupBySeed(scene.table, scene.settings, rows);
    } else {
        std::ranges::transform(rows, std::back_inserter(entries), [](std::size_t row) { return std::vector{row}; });
    }
    sortEntries(scene, view, entries);
    if (const int row = view.pinned.empty() ? -1 : scene.table.rowOf(view.pinned); row >= 0) {
        pin(static_cast<std::size_t>(row), entries);
    }
    return entries;
}

}  // namespace atlas
