#include "app/commands/runs_view.h"

#include "app/figures.h"
#include "core/run_fields.h"

#include <algorithm>

namespace atlas::app {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char *kName = "name";

/// Those of the view that these runs have; the usual ones where it chose none. The name comes first.
std::vector<RunField> fieldsOf(const RunScene &scene, const RunView &view)
{
    static const std::vector<std::string> kUsual{"strategy",   "seed",     "status", "accuracy",
                                                 "forgetting", "adapters", "bytes",  "seconds"};
    std::vector<RunField> fields{runField(scene, kName).value()};
    for (const std::string &id : view.columns.value_or(kUsual)) {
        if (std::optional<RunField> field = runField(scene, id); field && id != kName) {
            fields.push_back(std::move(*field));
        }
    }
    return fields;
}

std::string figureOf(const RunField &field, const RunScene &scene, const std::vector<std::size_t> &rows)
{
    std::vector<double> values;
    for (const std::size_t row : rows) {
        if (const std::optional<double> value = field.number(scene, row)) {
            values.push_back(*value);
        }
    }
    const RunFigureSpread spread = spreadOf(values);
    if (!spread.mean) {
        return "-";
    }
    std::string text = figureText(*field.unit, *spread.mean);
    if (rows.size() > 1) {
        text += spread.sd ? " +- " + figureText(*field.unit, *spread.sd) : std::string();
        text += " (n = " + std::to_string(spread.n) + ")";
    }
    return text;
}

std::string nameOf(const RunScene &scene, const std::vector<std::size_t> &rows, const RunView &view)
{
    const auto pinned = [&](std::size_t row) { return scene.table.rows[row].uuid == view.pinned; };
    std::string name = scene.table.rows[rows.front()].name;
    name += rows.size() > 1 ? " and " + std::to_string(rows.size() - 1) + " more" : std::string();
    return name + (std::ranges::any_of(rows, pinned) ? " (baseline)" : "");
}

std::string cell(const RunField &field, const RunScene &scene, const std::vector<std::size_t> &rows,
                 const RunView &view)
{
    if (field.figure()) {
        return figureOf(field, scene, rows);
    }
    return field.id == kName ? nameOf(scene, rows, view) : textOf(field, scene, rows);
}

}  // namespace

Json toJson(const std::string &name, const RunView &view)
{
    const auto orNull = [](const std::string &text) { return text.empty() ? Json(nullptr) : Json(text); };
    return {{"name", name},
            {"filter", view.filter},
            {"columns", view.columns ? Json(*view.columns) : Json(nullptr)},
            {"order", orNull(view.order)},
            {"descending", view.descending},
            {"grouped", view.grouped},
            {"pinned", orNull(view.pinned)}};
}

Json cellsOf(const RunScene &scene, std::size_t row, const RunView &view)
{
    Json cells = Json::object();
    for (const RunField &field : fieldsOf(scene, view)) {
        const std::optional<double> value = field.number ? field.number(scene, row) : std::nullopt;
        const std::string text = field.text ? field.text(scene, row) : std::string();
        cells[field.id] = value ? number(value) : text.empty() ? Json(nullptr) : Json(text);
    }
    return cells;
}

std::string toText(const RunScene &scene, const RunEntries &entries, const RunView &view)
{
    const std::vector<RunField> fields = fieldsOf(scene, view);
    std::vector<std::vector<std::string>> lines(1);
    std::ranges::transform(fields, std::back_inserter(lines.front()), &RunField::id);
    for (const std::vector<std::size_t> &rows : entries) {
        lines.emplace_back();
        for (const RunField &field : fields) {
            lines.back().push_back(cell(field, scene, rows, view));
        }
    }
    return alignedTable(lines);
}

}  // namespace atlas::app
