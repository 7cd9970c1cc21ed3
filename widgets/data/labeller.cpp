#include "widgets/data/labeller.h"

#include "storage/class_editor.h"
#include "storage/curation.h"
#include "storage/opinions.h"
#include "storage/quality/quality_fix.h"
#include "storage/quality/suggestions.h"
#include "storage/versions/restore_version.h"
#include "widgets/data/edit_words.h"
#include "widgets/sentence_words.h"
#include "widgets/session.h"

namespace atlas::widgets {

namespace {

/// More than this many changed samples are not handed over one by one: the lists are read again.
constexpr std::size_t kMostHandedOver = 2000;

}  // namespace

struct Labeller::Outcome {
    Ids samples;
    std::vector<Sample> now;
    bool lists = false;
    bool applied = false;  ///< by undo or redo
    storage::EditState state;
    std::int64_t dataset = 0;
};

Labeller::Labeller(QObject *parent) : QObject(parent) {}

void Labeller::setSource(Session *session, const Dataset &dataset)
{
    const bool same = m_session == session && m_dataset.id == dataset.id;
    m_session = session;
    m_dataset = dataset;
    if (!same) {
        m_state = {};
        Q_EMIT stateChanged();
    }
    readState();  // an import or another window may have taken steps
}

bool Labeller::canWrite() const
{
    return m_session && !m_session->readOnly() && m_dataset.id != 0;
}

void Labeller::curate(Ids ids, Curate work)
{
    if (ids.empty()) {
        return;
    }
    run([dataset = m_dataset, work = std::move(work)](storage::Connection &connection, const std::string &actor,
                                                      Outcome &outcome) {
        storage::Curation curation(connection, dataset, actor);
        outcome.samples = work(curation);
    });
}

void Labeller::label(Ids ids, const std::string &name)
{
    curate(ids, [ids, name](storage::Curation &curation) { return curation.label(ids, name); });
}

void Labeller::unlabel(Ids ids)
{
    curate(ids, [ids](storage::Curation &curation) { return curation.unlabel(ids); });
}

void Labeller::review(Ids ids, ReviewState state)
{
    curate(ids, [ids, state](storage::Curation &curation) { return curation.review(ids, state); });
}

void Labeller::note(std::int64_t sample, const std::string &note)
{
    curate({sample}, [sample, note](storage::Curation &curation) { return curation.note(sample, note); });
}

void Labeller::setSplit(Ids ids, Split split)
{
    curate(ids, [ids, split](storage::Curation &curation) { return curation.setSplit(ids, split); });
}

void Labeller::remove(Ids ids)
{
    if (ids.empty()) {
        return;
    }
    run([dataset = m_dataset, ids = std::move(ids)](storage::Connection &connection, const std::string &actor,
                                                    Outcome &outcome) {
        outcome.samples = storage::Curation(connection, dataset, actor).remove(ids);
        outcome.lists = true;
    });
}

void Labeller::editClasses(EditClasses edit)
{
    run([dataset = m_dataset, edit = std::move(edit)](storage::Connection &connection, const std::string &actor,
                                                      Outcome &outcome) {
        storage::ClassEditor editor(connection, dataset, actor);
        edit(editor);
        outcome.lists = true;
    });
}

void Labeller::opine(Opine work)
{
    run([dataset = m_dataset, work = std::move(work)](storage::Connection &connection, const std::string &actor,
                                                      Outcome &outcome) {
        storage::Opinions opinions(connection, dataset, actor);
        outcome.samples = work(opinions);
    });
}

void Labeller::giveOpinion(Ids ids, const std::string &name)
{
    if (!ids.empty()) {
        opine([ids = std::move(ids), name](storage::Opinions &opinions) { return opinions.give(ids, name); });
    }
}

void Labeller::withdrawOpinion(Ids ids)
{
    if (!ids.empty()) {
        opine([ids = std::move(ids)](storage::Opinions &opinions) { return opinions.withdraw(ids); });
    }
}

void Labeller::settle(std::int64_t sample, const std::vector<Label> &labels)
{
    opine([sample, labels](storage::Opinions &opinions) { return opinions.settle(sample, labels); });
}

void Labeller::acceptSuggestions(Ids ids)
{
    if (ids.empty()) {
        return;
    }
    run([dataset = m_dataset, ids = std::move(ids)](storage::Connection &connection, const std::string &actor,
                                                    Outcome &outcome) {
        const auto which = ids.size() > 1 ? storage::AcceptFor::Unlabelled : storage::AcceptFor::All;
        outcome.samples = storage::acceptSuggestions(connection, dataset, actor, ids, which);
    });
}

void Labeller::fix(const std::string &name, storage::FixRequest request)
{
    run([dataset = m_dataset, name, request = std::move(request)](storage::Connection &connection,
                                                                  const std::string &actor, Outcome &outcome) {
        storage::EditJournal journal(connection, dataset.id);
        const auto before = journal.state().undo;
        storage::qualityFix(name).apply(connection, dataset, actor, request);
        const auto after = journal.state().undo;
        if (!after || (before && before->id == after->id)) {
            return;  // there was nothing to do
        }
        outcome.lists = storage::edit::changesLists(after->what);
        outcome.samples = request.only;
        if (request.only.empty()) {
            for (const storage::Finding &finding : request.findings) {
                outcome.samples.insert(outcome.samples.end(), finding.samples.begin(), finding.samples.end());
            }
        }
    });
}

void Labeller::goBack(std::int64_t version)
{
    run([dataset = m_dataset, version](storage::Connection &connection, const std::string &actor, Outcome &outcome) {
        const storage::DataVersion wanted = storage::DataVersions(connection).get(version);
        outcome.samples = storage::restoreVersion(connection, dataset, wanted, actor);
        outcome.lists = true;
    });
}

void Labeller::undo()
{
    run([id = m_dataset.id](storage::Connection &connection, const std::string &actor, Outcome &outcome) {
        if (auto applied = storage::EditJournal(connection, id).undo(actor)) {
            outcome.lists = storage::edit::changesLists(applied->edit.what);
            outcome.samples = std::move(applied->samples);
            outcome.applied = true;
        }
    });
}

void Labeller::redo()
{
    run([id = m_dataset.id](storage::Connection &connection, const std::string &actor, Outcome &outcome) {
        if (auto applied = storage::EditJournal(connection, id).redo(actor)) {
            outcome.lists = storage::edit::changesLists(applied->edit.what);
            outcome.samples = std::move(applied->samples);
            outcome.applied = true;
        }
    });
}

void Labeller::run(Step step)
{
    if (!canWrite()) {
        return;
    }
    m_session->write(
        this,
        [assets = m_session->project().assetFolder(), actor = m_session->actor().toStdString(), dataset = m_dataset.id,
         step = std::move(step)](storage::Connection &connection) {
            Outcome outcome;
            outcome.dataset = dataset;
            step(connection, actor, outcome);
            outcome.lists = outcome.lists || outcome.samples.size() > kMostHandedOver;
            if (!outcome.lists) {
                outcome.now = storage::SampleStore(connection, assets).load(outcome.samples);
            }
            outcome.state = storage::EditJournal(connection, dataset).state();
            return outcome;
        },
        [this](Outcome outcome) { take(std::move(outcome)); },
        [this](const Error &error) { Q_EMIT failed(inWords(error.sentence()), inWords(error.advice())); });
}

void Labeller::take(Outcome outcome)
{
    if (!m_session) {
        return;
    }
    Q_EMIT m_session->samplesChanged(outcome.dataset);
    if (outcome.dataset != m_dataset.id) {
        return;  // another dataset has been chosen since
    }
    m_state = std::move(outcome.state);
    Q_EMIT stateChanged();
    if (outcome.lists) {
        Q_EMIT listsChanged();
    } else {
        Q_EMIT changed(outcome.now);
    }
    if (outcome.applied && !outcome.samples.empty()) {
        Q_EMIT undone(outcome.samples.front());
    }
}

void Labeller::readState()
{
    if (!m_session || m_dataset.id == 0) {
        return;
    }
    m_session->read(
        this,
        [dataset = m_dataset.id](storage::Connection &connection) {
            return std::pair(dataset, storage::EditJournal(connection, dataset).state());
        },
        [this](std::pair<std::int64_t, storage::EditState> answer) {
            if (answer.first == m_dataset.id) {
                m_state = std::move(answer.second);
                Q_EMIT stateChanged();
            }
        });
}

QString Labeller::undoTitle() const
{
    return m_state.undo ? editTitle(taskKind(m_dataset.kind), *m_state.undo) : QString();
}

QString Labeller::redoTitle() const
{
    return m_state.redo ? editTitle(taskKind(m_dataset.kind), *m_state.redo) : QString();
}

}  // namespace atlas::widgets
