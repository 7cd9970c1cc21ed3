#include "core/run_fields.h"

#include "core/comma_list.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>

namespace atlas {
namespace {

/// What a run was asked to do and what people say of it.
struct PlainField {
    const char *id;
    std::string (*text)(const RunTable &table, const RunRow &row);
    std::optional<double> (*number)(const RunRow &row) = nullptr;
};

template <auto Member>
std::string memberText(const RunTable &, const RunRow &row)
{
    return row.*Member;
}

/// In the local time zone, "2026-11-27 14:05".
std::string momentOf(std::int64_t us)
{
    const std::time_t seconds = us / 1'000'000;
    std::tm local{};
    std::array<char, 32> text{};
    return us > 0 && localtime_r(&seconds, &local) != nullptr &&
                   std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M", &local) > 0
               ? text.data()
               : std::string();
}

std::span<const PlainField> plainFields()
{
    using R = RunRow;
    static constexpr std::array kFields{
        PlainField{"name", memberText<&R::name>},
        PlainField{"strategy", memberText<&R::strategy>},
        PlainField{"sequence", memberText<&R::sequence>},
        PlainField{"seed", [](const RunTable &, const R &row) { return std::to_string(row.seed); },
                   [](const R &row) { return std::optional(static_cast<double>(row.seed)); }},
        PlainField{"status", [](const RunTable &, const R &row) { return std::string(runStatusName(row.status)); }},
        PlainField{"tasks", [](const RunTable &, const R &row) { return std::to_string(row.tasks.size()); },
                   [](const R &row) { return std::optional(static_cast<double>(row.tasks.size())); }},
        PlainField{
            "samples",
            [](const RunTable &, const R &row) { return row.maxTrain > 0 ? std::to_string(row.maxTrain) : "all"; },
            [](const R &row) { return std::optional(static_cast<double>(row.maxTrain)); }},
        PlainField{"backbone", memberText<&R::backbone>},
        PlainField{"origin", memberText<&R::origin>},
        PlainField{"precision", memberText<&R::precision>},
        PlainField{"tags", [](const RunTable &, const R &row) { return commaList(row.tags); }},
        PlainField{"note", memberText<&R::note>},
        PlainField{"started", [](const RunTable &, const R &row) { return momentOf(row.startedUs); },
                   [](const R &row) {
                       return row.startedUs > 0 ? std::optional(static_cast<double>(row.startedUs)) : std::nullopt;
                   }}};
    return kFields;
}

RunField fieldOf(const PlainField &plain)
{
    RunField field{.id = plain.id};
    field.text = [text = plain.text](const RunScene &scene, std::size_t row) {
        return text(scene.table, scene.table.rows[row]);
    };
    if (plain.number != nullptr) {
        field.number = [number = plain.number](const RunScene &scene, std::size_t row) {
            return number(scene.table.rows[row]);
        };
    }
    return field;
}

RunField fieldOf(const RunFigure &figure)
{
    return {.id = figure.name,
            .number = [value = figure.value](const RunScene &scene,
                                             std::size_t row) { return value(scene.table.rows[row]); },
            .unit = figure.described().unit,
            .better = figure.described().better};
}

RunField scoreField(std::uint32_t task, const std::string &id)
{
    return {.id = id,
            .number = [task](const RunScene &scene, std::size_t row) { return taskScore(scene.table.rows[row], task); },
            .unit = MeasureUnit::Share,
            .better = Better::Higher};
}

std::optional<double> wholeText(const std::string &text)
{
    double number = 0;
    const char *end = text.data() + text.size();
    const auto [stop, code] = std::from_chars(text.data(), end, number);
    return code == std::errc() && stop == end && !text.empty() ? std::optional(number) : std::nullopt;
}

RunField settingField(std::uint32_t key, const std::string &id)
{
    RunField field{.id = id};
    field.text = [key](const RunScene &scene, std::size_t row) {
        const std::string *value = scene.settings.value(row, key);
        return value == nullptr ? std::string() : *value;
    };
    field.number = [key](const RunScene &scene, std::size_t row) {
        const std::string *value = scene.settings.value(row, key);
        return value == nullptr ? std::nullopt : wholeText(*value);
    };
    return field;
}

}  // namespace

std::optional<RunField> runField(const RunScene &scene, const std::string &id)
{
    const auto plain = std::ranges::find_if(plainFields(), [&](const PlainField &field) { return id == field.id; });
    if (plain != plainFields().end()) {
        return fieldOf(*plain);
    }
    if (const RunFigure *figure = runFigure(id)) {
        return fieldOf(*figure);
    }
    if (id.starts_with(kScoreField)) {
        const std::vector<std::string> &tasks = scene.table.tasks;
        const auto found = std::ranges::find(tasks, id.substr(std::string_view(kScoreField).size()));
        return found == tasks.end() ? std::nullopt
                                    : std::optional(scoreField(static_cast<std::uint32_t>(found - tasks.begin()), id));
    }
    if (id.starts_with(kSettingField)) {
        const auto key = scene.settings.keyNamed(id.substr(std::string_view(kSettingField).size()));
        return key ? std::optional(settingField(*key, id)) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<double> numberOf(const RunField &field, const RunScene &scene, std::span<const std::size_t> rows)
{
    if (!field.number) {
        return std::nullopt;
    }
    std::vector<double> values;
    for (const std::size_t row : rows) {
        if (const std::optional<double> value = field.number(scene, row)) {
            values.push_back(*value);
        }
    }
    return spreadOf(values).mean;
}

std::string textOf(const RunField &field, const RunScene &scene, std::span<const std::size_t> rows)
{
    std::vector<std::string> texts;
    for (const std::size_t row : field.text ? rows : std::span<const std::size_t>()) {
        std::string text = field.text(scene, row);
        if (!text.empty() && std::ranges::find(texts, text) == texts.end()) {
            texts.push_back(std::move(text));
        }
    }
    return commaList(texts);
}

}  // namespace atlas
