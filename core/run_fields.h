#pragma once

#include "core/run_table.h"

#include <functional>

namespace atlas {

inline constexpr const char *kScoreField = "score.";      ///< and the name of a task
inline constexpr const char *kSettingField = "setting.";  ///< and the key of a setting

/// What rows of a table of runs hold under one id, as columns and orders name it: "name", "accuracy", "score.notes",
/// "setting.policy".
struct RunField {
    using Text = std::function<std::string(const RunScene &scene, std::size_t row)>;
    using Number = std::function<std::optional<double>(const RunScene &scene, std::size_t row)>;

    std::string id;
    Text text = {};                        ///< English; not of figures
    Number number = {};                    ///< not of texts
    std::optional<MeasureUnit> unit = {};  ///< of a figure: it has a mean, a spread and a difference
    Better better = Better::Neither;

    bool figure() const { return unit.has_value(); }
};

/// The field of that id, nothing when these runs have none such.
std::optional<RunField> runField(const RunScene &scene, const std::string &id);

/// What several rows hold as one: of figures the mean of those that have it, of texts each once.
std::optional<double> numberOf(const RunField &field, const RunScene &scene, std::span<const std::size_t> rows);
std::string textOf(const RunField &field, const RunScene &scene, std::span<const std::size_t> rows);

}  // namespace atlas
