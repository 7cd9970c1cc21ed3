#pragma once

#include <QKeySequence>
#include <QString>

#include <optional>

class QKeyEvent;

namespace atlas::widgets {

/// Which key gives which class: 1-9 for the first nine, then letters. 0 is "skip"; letters with a meaning of their own
/// (U, V, F, N; A, D for moving; B for blinking) are left out.
QString labelKey(int classIndex);  ///< empty when there are more classes than keys

/// The class that a key press asks for. Digits of the number pad count; Ctrl, Alt and Meta never label.
std::optional<int> classOfKey(const QKeyEvent &event, int classCount);

/// A key that does something to the chosen samples without naming a class.
enum class LabelAction { Skip, Unlabel, Verify, Dispute, Note };
std::optional<LabelAction> actionOfKey(const QKeyEvent &event);

}  // namespace atlas::widgets
