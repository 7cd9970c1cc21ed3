#pragma once

#include <QStringList>
#include <QUndoCommand>

#include <functional>

namespace atlas::widgets {

/// A sequence as it is at one moment.
struct SequenceState {
    QString name;
    QStringList tasks;

    bool operator==(const SequenceState &) const = default;
};

/// One change of one sequence: its order, its tasks or its name.
class SequenceCommand : public QUndoCommand {
public:
    using Apply = std::function<void(const SequenceState &from, const SequenceState &to)>;

    SequenceCommand(const QString &text, SequenceState before, SequenceState after, Apply apply);

    void undo() override { m_apply(m_after, m_before); }
    void redo() override { m_apply(m_before, m_after); }

private:
    SequenceState m_before;
    SequenceState m_after;
    Apply m_apply;
};

}  // namespace atlas::widgets
