#include "storage/edit_journal.h"

#include "core/files.h"
#include "core/sample.h"
#include "storage/label_rows.h"
#include "storage/opinions.h"
#include "storage/query.h"
#include "storage/sample_events.h"

#include <algorithm>
#include <array>

namespace atlas::storage {
namespace {

/// What the history of a sample tells of.
struct Facts {
    std::string label;
    std::string opinions;
    std::string review;
    std::string note;
    std::string split;
    std::string place;  ///< whether it is in the dataset
};

Facts factsOf(Connection &connection, LabelRows &labels, std::int64_t sample)
{
    Query query(connection, "SELECT review, note, split, removed FROM sample WHERE id = ?");
    query.bind(sample).first();
    return {LabelRows::describe(labels.read(sample)),
            describeOpinions(connection, sample),
            reviewStateName(static_cast<ReviewState>(query.integer(0))),
            query.text(1),
            splitName(static_cast<Split>(query.integer(2))),
            placeName(query.integer(3) != 0)};
}

void writeDifferences(SampleEvents &events, std::int64_t sample, const Facts &before, const Facts &after)
{
    const auto tell = [&](const char *what, const std::string Facts::*fact) {
        if (before.*fact != after.*fact) {
            events.write(what, sample, before.*fact, after.*fact);
        }
    };
    tell(event::kLabel, &Facts::label);
    tell(event::kOpinion, &Facts::opinions);
    tell(event::kReview, &Facts::review);
    tell(event::kNote, &Facts::note);
    tell(event::kSplit, &Facts::split);
    tell(event::kPlace, &Facts::place);
}

}  // namespace

bool edit::changesLists(const std::string &what)
{
    static constexpr std::array kSteps{kRemove,     kImport,      kAddClass,  kRenameClass, kMergeClasses,
                                       kSplitClass, kDeleteClass, kMoveClass, kClassKey,    kGoBack};
    return std::ranges::find(kSteps, what) != kSteps.end();
}

std::vector<std::int64_t> EditJournal::record(const std::string &what, const std::string &detail,
                                              const std::string &actor,
                                              const std::function<void(ChangeRecorder &)> &work)
{
    ChangeRecorder recorder(m_connection);
    work(recorder);
    const Changeset changes = recorder.changes();
    std::vector<std::int64_t> samples = changedSamples(changes);
    if (!changes.empty()) {
        Query(m_connection, "DELETE FROM edit WHERE dataset_id = ? AND undone = 1").bind(m_dataset).run();
        Query(m_connection, "INSERT INTO edit (dataset_id, at_us, actor, what, detail, samples, changes, undone) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, 0)")
            .bind(m_dataset, nowUs(), actor, what, detail, samples.size(), std::span<const std::byte>(changes))
            .run();
    }
    return samples;
}

std::optional<Edit> EditJournal::next(bool backwards)
{
    // Back: the newest that stands. Forward: the oldest that was taken back.
    Query query(m_connection, std::string("SELECT id, at_us, actor, what, detail, samples FROM edit "
                                          "WHERE dataset_id = ? AND undone = ? ORDER BY id ") +
                                  (backwards ? "DESC" : "ASC") + " LIMIT 1");
    if (!query.bind(m_dataset, backwards ? 0 : 1).step()) {
        return std::nullopt;
    }
    return Edit{query.integer(0), query.integer(1), query.text(2), query.text(3), query.text(4), query.integer(5)};
}

std::optional<AppliedEdit> EditJournal::apply(bool backwards, const std::string &actor)
{
    std::optional<Edit> edit = next(backwards);
    if (!edit) {
        return std::nullopt;
    }
    Changeset changes;
    {
        Query query(m_connection, "SELECT changes FROM edit WHERE id = ?");
        query.bind(edit->id).first();
        const std::span<const std::byte> stored = query.blob(0);
        changes = backwards ? inverted(stored) : Changeset(stored.begin(), stored.end());
    }
    std::vector<std::int64_t> samples = changedSamples(changes);
    LabelRows labels(m_connection);
    std::vector<Facts> before;
    before.reserve(samples.size());
    for (const std::int64_t sample : samples) {
        before.push_back(factsOf(m_connection, labels, sample));
    }
    applyChanges(m_connection, changes);
    SampleEvents events(m_connection, actor);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        writeDifferences(events, samples[i], before[i], factsOf(m_connection, labels, samples[i]));
    }
    Query(m_connection, "UPDATE edit SET undone = ? WHERE id = ?").bind(backwards ? 1 : 0, edit->id).run();
    return AppliedEdit{std::move(*edit), std::move(samples)};
}

std::optional<AppliedEdit> EditJournal::undo(const std::string &actor)
{
    return apply(true, actor);
}

std::optional<AppliedEdit> EditJournal::redo(const std::string &actor)
{
    return apply(false, actor);
}

EditState EditJournal::state()
{
    Query query(m_connection, "SELECT count(*) FROM edit WHERE dataset_id = ? AND undone = 0");
    query.bind(m_dataset).first();
    return {next(true), next(false), query.integer(0)};
}

}  // namespace atlas::storage
