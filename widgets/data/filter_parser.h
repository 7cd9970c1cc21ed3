#pragma once

#include "storage/records.h"

#include <QString>

namespace atlas::widgets {

struct ParsedFilter {
    storage::SampleFilter filter;
    QString problem;  ///< what was not understood, in words; empty = all was
};

/// Reads the filter box.
///   words                    all of them in any text, id, source or label
///   label:defect -label:"a b"  carries / does not carry the label;  label:none = unlabelled
///   split:test               training, validation or test part
///   verified -verified       review state (unlabelled, labelled, verified, disputed, skipped)
ParsedFilter parseFilter(const QString &text);

/// A value as it must be written after "label:".
QString quotedForFilter(const QString &value);

}  // namespace atlas::widgets
