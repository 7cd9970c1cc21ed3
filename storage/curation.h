#pragma once

#include "storage/edit_journal.h"
#include "storage/sample_store.h"

#include <span>

namespace atlas::storage {

/// What people do to the samples of one dataset. Each call is one undoable step (edit_journal.h) and returns the ids of
/// the samples it changed.
/// Requires: a writer's job.  Errors: those of SampleStore; a step that fails changes nothing.
class Curation {
public:
    using Ids = std::vector<std::int64_t>;

    Curation(Connection &connection, const Dataset &dataset, std::string actor);

    /// Single-label datasets: sets it. Multi-label datasets: adds it, or takes it away when all of them carry it.
    Ids label(std::span<const std::int64_t> ids, const std::string &name);
    /// Adds nothing and takes nothing away in datasets with several labels: these are the labels now.
    Ids setLabels(std::span<const SampleLabels> changes, const std::string &what, const std::string &detail);
    Ids unlabel(std::span<const std::int64_t> ids);
    /// Verified, Disputed or Skipped; again = back to labelled or unlabelled when all of them are in that state.
    /// A sample without a label has nothing that could be verified and stays as it is.
    Ids review(std::span<const std::int64_t> ids, ReviewState state);
    /// The same without going back.
    Ids mark(std::span<const std::int64_t> ids, ReviewState state);
    Ids note(std::int64_t sample, const std::string &note);
    Ids setSplit(std::span<const std::int64_t> ids, Split split);
    /// Takes samples out of the dataset; their files stay.
    Ids remove(std::span<const std::int64_t> ids);

private:
    std::vector<SampleLabels> read(std::span<const std::int64_t> ids);
    Ids setReview(std::vector<SampleLabels> samples, const std::function<ReviewState(const SampleLabels &)> &stateOf,
                  ReviewState asked);
    Ids step(const std::string &what, const std::string &detail, const std::function<void()> &work);

    Connection &m_connection;
    Dataset m_dataset;
    std::string m_actor;
    SampleStore m_samples;
};

/// The state that follows from the labels alone.
ReviewState reviewOf(const std::vector<Label> &labels);

}  // namespace atlas::storage
