#pragma once

#include "core/task.h"
#include "widgets/data/label_command.h"

#include <QObject>
#include <QUndoStack>

namespace atlas::widgets {

class Session;

/// Everything that changes labels, review states and notes of one dataset. Each call is one command on the undo stack
/// and one transaction in the database; nothing else saves and nothing has to be saved by hand.
/// Threads: GUI thread; does not block.
class Labeller final : public QObject {
    Q_OBJECT

public:
    explicit Labeller(QObject *parent = nullptr);

    void setSource(Session *session, const Dataset &dataset);
    bool canWrite() const;

    /// Single-label datasets: sets it. Multi-label datasets: adds it, or takes it away when all of them carry it.
    void label(std::vector<std::int64_t> ids, const std::string &name);
    void unlabel(std::vector<std::int64_t> ids);
    /// Verified, Disputed or Skipped; again = back to labelled or unlabelled when all of them are in that state.
    void review(std::vector<std::int64_t> ids, ReviewState state);
    void note(std::int64_t sample, const std::string &before, const std::string &after);

    QUndoStack *undoStack() { return &m_undo; }

    /// Runs an edit on the writer thread and reads the samples back. For the commands.
    using Write = std::function<void(storage::SampleStore &, const std::string &actor)>;
    void apply(std::vector<std::int64_t> ids, Write write);

Q_SIGNALS:
    void changed(const std::vector<Sample> &samples);  ///< as they stand in the database now
    void failed(const QString &message, const QString &hint);

private:
    QPointer<Session> m_session;
    Dataset m_dataset;
    QUndoStack m_undo;
};

}  // namespace atlas::widgets
