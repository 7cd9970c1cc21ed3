#include "widgets/data/label_command.h"

#include "widgets/data/labeller.h"

namespace atlas::widgets {

LabelCommand::LabelCommand(Labeller *labeller, std::vector<std::int64_t> ids, LabelEdit edit, const QString &text)
    : QUndoCommand(text), m_labeller(labeller), m_ids(std::move(ids)), m_edit(std::move(edit)),
      m_values(std::make_shared<Values>())
{
}

void LabelCommand::redo()
{
    if (m_labeller) {
        m_labeller->apply(m_ids, [ids = m_ids, edit = m_edit, values = m_values](storage::SampleStore &store,
                                                                                 const std::string &actor) {
            if (!values->known) {
                values->after = edit(store.load(ids));
            }
            std::vector<storage::SampleLabels> before = store.setLabels(values->after, actor);
            if (!values->known) {
                values->before = std::move(before);
                values->known = true;
            }
        });
    }
}

void LabelCommand::undo()
{
    if (m_labeller) {
        m_labeller->apply(m_ids, [values = m_values](storage::SampleStore &store, const std::string &actor) {
            store.setLabels(values->before, actor);
        });
    }
}

NoteCommand::NoteCommand(Labeller *labeller, std::int64_t sample, std::string before, std::string after)
    : QUndoCommand(Labeller::tr("Note")), m_labeller(labeller), m_sample(sample), m_before(std::move(before)),
      m_after(std::move(after))
{
}

void NoteCommand::redo()
{
    if (m_labeller) {
        m_labeller->apply({m_sample},
                          [id = m_sample, note = m_after](storage::SampleStore &store, const std::string &actor) {
                              store.setNote(id, note, actor);
                          });
    }
}

void NoteCommand::undo()
{
    if (m_labeller) {
        m_labeller->apply({m_sample},
                          [id = m_sample, note = m_before](storage::SampleStore &store, const std::string &actor) {
                              store.setNote(id, note, actor);
                          });
    }
}

}  // namespace atlas::widgets
