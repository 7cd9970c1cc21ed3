#include "widgets/sequence/sequence_command.h"

namespace atlas::widgets {

SequenceCommand::SequenceCommand(const QString &text, SequenceState before, SequenceState after, Apply apply)
    : QUndoCommand(text), m_before(std::move(before)), m_after(std::move(after)), m_apply(std::move(apply))
{
}

}  // namespace atlas::widgets
