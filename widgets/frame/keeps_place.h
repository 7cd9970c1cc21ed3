#pragma once

#include <QVariant>

namespace atlas::widgets {

/// A page that can be made anew where the person was: the window makes its pages again when the language changes.
class KeepsPlace {
public:
    virtual ~KeepsPlace() = default;

    /// What is chosen, filtered and typed but not yet in the project.
    virtual QVariant place() const = 0;
    /// Called once on the new page, right after it was given the session. Does not wait for what is read.
    virtual void goBackTo(const QVariant &place) = 0;
};

}  // namespace atlas::widgets
