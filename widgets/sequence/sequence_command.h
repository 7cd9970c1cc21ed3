#pragma once

#include <QStringList>
#include <QUndoCommand>

#include <functional>

namespace atlas::widgets {

/// A sequence as it is at one moment.
struct SequenceState {
    QString name;
    QStringList tasks;
    QStringList upstream;  ///< those of them that are learned for later ones to reuse

    bool operator==(const SequenceState &) const = default;
};

/// One change of one sequence: its order, its tasks, their roles or its name.
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

/// One change of one task: its name, its metric, its removal.
class TaskCommand : public QUndoCommand {
public:
    using Step = std::function<void()>;

    TaskCommand(const QString &text, Step forth, Step back);

    void undo() override { m_back(); }
    void redo() override { m_forth(); }

private:
    Step m_forth;
    Step m_back;
};

}  // namespace atlas::widgets
