#pragma once

#include "core/sample.h"
#include "storage/sample_store.h"

#include <QPointer>
#include <QUndoCommand>

#include <functional>
#include <memory>
#include <vector>

namespace atlas::widgets {

class Labeller;

/// What becomes of each chosen sample. Gets all of them, so that a toggle can depend on the whole choice.
using LabelEdit = std::function<std::vector<storage::SampleLabels>(const std::vector<Sample> &samples)>;

/// One labelling of one or many samples. Remembers ids and old values, not samples.
/// The old values are read on the writer thread in the transaction that changes them; undo runs after it on the same
/// thread, so it finds them there however quickly it was asked for.
class LabelCommand final : public QUndoCommand {
public:
    LabelCommand(Labeller *labeller, std::vector<std::int64_t> ids, LabelEdit edit, const QString &text);

    void redo() override;
    void undo() override;

private:
    struct Values {
        std::vector<storage::SampleLabels> before;
        std::vector<storage::SampleLabels> after;
        bool known = false;
    };

    QPointer<Labeller> m_labeller;
    std::vector<std::int64_t> m_ids;
    LabelEdit m_edit;
    std::shared_ptr<Values> m_values;  // used on the writer thread only
};

/// A note written to one sample.
class NoteCommand final : public QUndoCommand {
public:
    NoteCommand(Labeller *labeller, std::int64_t sample, std::string before, std::string after);

    void redo() override;
    void undo() override;

private:
    QPointer<Labeller> m_labeller;
    std::int64_t m_sample;
    std::string m_before;
    std::string m_after;
};

}  // namespace atlas::widgets
