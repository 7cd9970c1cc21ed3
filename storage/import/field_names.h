#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace atlas::storage {

/// Which columns (or keys) of a table hold the fields of a sample. Names are the table's own.
struct FieldPlan {
    std::string id, image, image2, text, text2, question, label, split, group, note,
        review;                         ///< empty = no such column
    std::string images;                 ///< a column that holds a list of two pictures
    std::string choiceList;             ///< a column that holds all options as a list
    std::vector<std::string> choices;   ///< columns that hold one option each, in order
    std::vector<std::string> extra;     ///< columns nobody asked for
    std::vector<std::string> absent;    ///< columns named by the user that the table lacks
    std::vector<std::string> repeated;  ///< names that two columns bear

    bool hasContent() const;  ///< some column holds a picture, a text, a question or options
};

/// The field of a column that is not to be used.
inline constexpr const char *kUnusedField = "unused";

/// Matches column names to fields: first as the user says (`map`: field = column), then by the names that data sets
/// use, compared without case, spaces, '-' and '_'.
FieldPlan planFields(std::span<const std::string> columns, const std::vector<std::pair<std::string, std::string>> &map);

/// The field that a column holds: "label", "choice0", ...; "unused" when none.
std::string fieldOf(const FieldPlan &plan, const std::string &column);

/// Whether --map knows the field ("image", "choice3", "unused", ...).
bool isFieldName(const std::string &field);

}  // namespace atlas::storage
