#pragma once

#include "core/task.h"
#include "storage/edit_journal.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <vector>

namespace atlas::storage {
class ClassEditor;
class Curation;
class Opinions;
struct FixRequest;
}  // namespace atlas::storage

namespace atlas::widgets {

class Session;

/// Everything that changes samples and classes of one dataset. Each call is one undoable step and one transaction in
/// the database; nothing else saves and nothing has to be saved by hand. Steps run in the order of the calls, so an
/// undo asked for at once finds what it takes back.
/// Threads: GUI thread; does not block.
class Labeller final : public QObject {
    Q_OBJECT

public:
    using Ids = std::vector<std::int64_t>;

    explicit Labeller(QObject *parent = nullptr);

    void setSource(Session *session, const Dataset &dataset);
    bool canWrite() const;

    // Samples: as storage::Curation.
    void label(Ids ids, const std::string &name);
    void unlabel(Ids ids);
    void review(Ids ids, ReviewState state);
    void note(std::int64_t sample, const std::string &note);
    void remove(Ids ids);
    void setSplit(Ids ids, Split split);

    // Samples that others labelled: as storage::Opinions.
    void giveOpinion(Ids ids, const std::string &name);
    void withdrawOpinion(Ids ids);
    void settle(std::int64_t sample, const std::vector<Label> &labels);

    /// Of several samples only for those without a label: what a person gave is not overwritten in bulk.
    void acceptSuggestions(Ids ids);
    /// Something done about findings of the quality checks (storage/quality/quality_fix.h).
    void fix(const std::string &name, storage::FixRequest request);

    // Classes: as storage::ClassEditor.
    using EditClasses = std::function<void(storage::ClassEditor &)>;
    void editClasses(EditClasses edit);

    /// To a data version of the dataset, by id (storage/versions/restore_version.h).
    void goBack(std::int64_t version);

    void undo();
    void redo();
    const storage::EditState &state() const { return m_state; }
    QString undoTitle() const;  ///< empty = nothing to take back
    QString redoTitle() const;

Q_SIGNALS:
    void changed(const std::vector<Sample> &samples);  ///< as they stand in the database now
    void listsChanged();                               ///< which samples and classes there are: read them again
    void undone(qint64 sample);                        ///< the first one that an undo or redo touched
    void stateChanged();
    void failed(const QString &message, const QString &hint);

private:
    struct Outcome;
    /// Runs on the writer thread.
    using Step = std::function<void(storage::Connection &, const std::string &actor, Outcome &)>;
    using Curate = std::function<Ids(storage::Curation &)>;
    using Opine = std::function<Ids(storage::Opinions &)>;

    void curate(Ids ids, Curate work);
    void opine(Opine work);
    void run(Step step);
    void take(Outcome outcome);
    void readState();

    QPointer<Session> m_session;
    Dataset m_dataset;
    storage::EditState m_state;
};

}  // namespace atlas::widgets
