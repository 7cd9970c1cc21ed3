#pragma once

#include "core/task_kind.h"
#include "storage/quality/suggestions.h"

#include <QString>

#include <span>
#include <vector>

namespace atlas::widgets {

enum class ColumnForm { Text, Picture, Label };

/// One column of the sample table.
struct SampleColumn {
    const char *field;  ///< field of the kind it shows; "" = every kind has it
    const char *title;  ///< English, translatable in context "SampleColumn"
    int width;          ///< pixels; 0 = takes what is left
    ColumnForm form;
    QString (*text)(const TaskKind &kind, const Sample &sample);
};

/// The columns that samples of a kind fill, in reading order.
std::vector<const SampleColumn *> sampleColumns(const TaskKind &kind);

/// A label as people read it: options of a choice are counted from 1.
QString labelTitle(const TaskKind &kind, const std::string &name);
/// All labels of a sample; soft ones with their weight.
bool everySampleHas(const TaskKind &kind, const std::string &field);
QString labelsTitle(const TaskKind &kind, const Sample &sample);
QString suggestionTitle(const TaskKind &kind, const storage::Suggestion &suggestion);  ///< "defect?  91.2 %"
QString splitTitle(Split split);
QString reviewTitle(ReviewState state);

}  // namespace atlas::widgets
