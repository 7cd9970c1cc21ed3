#pragma once

#include "storage/records.h"

#include <QStringList>

#include <optional>
#include <vector>

class QKeyEvent;

namespace atlas::widgets {

/// Which key gives which class: the one a person chose for it, else the next free one of 1-9, then letters. Letters
/// with a meaning of their own (U, V, F, N; A, D for moving; B for blinking) are left out, and 0 is "skip" unless it is
/// chosen for a class. Empty when there are more classes than keys.
QStringList labelKeys(const std::vector<storage::LabelClass> &classes);

/// Keys that may be chosen for a class, in reading order.
QString assignableKeys();

/// The class that a key press asks for. Digits of the number pad count; Ctrl, Alt and Meta never label.
std::optional<int> classOfKey(const QKeyEvent &event, const QStringList &keys);

/// A key that does something to the chosen samples without naming a class.
enum class LabelAction { Skip, Unlabel, Verify, Dispute, Note };
std::optional<LabelAction> actionOfKey(const QKeyEvent &event);

}  // namespace atlas::widgets
