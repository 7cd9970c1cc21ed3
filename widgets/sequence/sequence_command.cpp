#include "widgets/sequence/sequence_command.h"

namespace atlas::widgets {

SequenceCommand::SequenceCommand(const QString &text, SequenceState before, SequenceState after, Apply apply)
    : QUndoCommand(text), m_before(std::move(before)), m_after(std::move(after)), m_apply(std::move(apply))
{
}

TaskCommand::TaskCommand(const QString &text, Step forth, Step back)
    : QUndoCommand(text), m_forth(std::move(forth)), m_back(std::move(back))
{
}

}  // namespace atlas::widgets
