#pragma once

#include "core/run_fields.h"

#include <QString>

namespace atlas::widgets {

/// A column of the table of runs: a field (core/run_fields.h) in words. One with a number stands at the right.
struct RunColumn {
    std::string id;  ///< stable, for saved views: "accuracy", "score.notes", "setting.policy"
    QString title;
    QString help;
    std::function<QString(const RunScene &scene, std::size_t row)> text = {};  ///< not of figures
    RunField::Number number = {};
    std::optional<MeasureUnit> unit = {};  ///< of a figure: it has a mean, a spread and a difference
    Better better = Better::Neither;

    bool figure() const { return unit.has_value(); }
};

/// The column of that id, nothing when these runs have none such.
std::optional<RunColumn> runColumn(const RunScene &scene, const std::string &id);

/// All there are, in the order of the table: thousands where there are thousands of settings.
std::vector<std::string> runColumnIds(const RunScene &scene);

/// What is worth a column for these rows: name and figures, and all else in which the rows differ. Of the settings at
/// most kMostSettings; `left` says how many more differ.
std::vector<std::string> tellingColumns(const RunScene &scene, std::span<const std::size_t> rows, int &left);

inline constexpr int kMostSettings = 8;

inline constexpr const char *kNameColumn = "name";

}  // namespace atlas::widgets
