#include "storage/curation.h"

#include "storage/dataset_store.h"
#include "storage/query.h"

#include <algorithm>

namespace atlas::storage {
namespace {

bool carries(const SampleLabels &sample, const std::string &name)
{
    return std::ranges::any_of(sample.labels, [&name](const Label &label) { return label.name == name; });
}

/// Gives the label to all, or takes it from all where all of them carry it.
void toggle(std::vector<SampleLabels> &samples, const std::string &name)
{
    const bool all = std::ranges::all_of(samples, [&name](const SampleLabels &one) { return carries(one, name); });
    for (SampleLabels &sample : samples) {
        if (all) {
            std::erase_if(sample.labels, [&name](const Label &label) { return label.name == name; });
        } else if (!carries(sample, name)) {
            sample.labels.push_back({name, 1.0});
        }
        sample.review = reviewOf(sample.labels);
    }
}

}  // namespace

ReviewState reviewOf(const std::vector<Label> &labels)
{
    return labels.empty() ? ReviewState::Unlabelled : ReviewState::Labelled;
}

Curation::Curation(Connection &connection, const Dataset &dataset, std::string actor)
    : m_connection(connection), m_dataset(dataset), m_actor(std::move(actor)), m_samples(connection, {})
{
}

std::vector<SampleLabels> Curation::read(std::span<const std::int64_t> ids)
{
    LabelRows labels(m_connection);
    std::vector<SampleLabels> samples;
    samples.reserve(ids.size());
    for (const std::int64_t id : ids) {
        Query query(m_connection, "SELECT review FROM sample WHERE id = ? AND dataset_id = ? AND removed = 0");
        if (query.bind(id, m_dataset.id).step()) {  // else it was removed since it was chosen
            samples.push_back({id, labels.read(id), static_cast<ReviewState>(query.integer(0))});
        }
    }
    return samples;
}

Curation::Ids Curation::step(const std::string &what, const std::string &detail, const std::function<void()> &work)
{
    return EditJournal(m_connection, m_dataset.id).record(what, detail, m_actor, [&](ChangeRecorder &) { work(); });
}

Curation::Ids Curation::setLabels(std::span<const SampleLabels> changes, const std::string &what,
                                  const std::string &detail)
{
    DatasetStore datasets(m_connection);
    for (const SampleLabels &change : changes) {
        for (const Label &label : change.labels) {
            datasets.prepareClass(m_dataset.id, label.name);
        }
    }
    return step(what, detail, [&] { m_samples.setLabels(changes, m_actor); });
}

Curation::Ids Curation::label(std::span<const std::int64_t> ids, const std::string &name)
{
    std::vector<SampleLabels> samples = read(ids);
    if (m_dataset.multiLabel) {
        toggle(samples, name);
    } else {
        for (SampleLabels &sample : samples) {
            sample.labels = {{name, 1.0}};
            sample.review = ReviewState::Labelled;
        }
    }
    return setLabels(samples, edit::kLabel, name);
}

Curation::Ids Curation::unlabel(std::span<const std::int64_t> ids)
{
    std::vector<SampleLabels> samples = read(ids);
    for (SampleLabels &sample : samples) {
        sample.labels.clear();
        sample.review = ReviewState::Unlabelled;
    }
    return setLabels(samples, edit::kUnlabel, {});
}

Curation::Ids Curation::review(std::span<const std::int64_t> ids, ReviewState state)
{
    std::vector<SampleLabels> samples = read(ids);
    const bool back = std::ranges::all_of(samples, [state](const SampleLabels &one) { return one.review == state; });
    return setReview(
        std::move(samples), [=](const SampleLabels &one) { return back ? reviewOf(one.labels) : state; }, state);
}

Curation::Ids Curation::mark(std::span<const std::int64_t> ids, ReviewState state)
{
    return setReview(
        read(ids), [state](const SampleLabels &) { return state; }, state);
}

Curation::Ids Curation::setReview(std::vector<SampleLabels> samples,
                                  const std::function<ReviewState(const SampleLabels &)> &stateOf, ReviewState asked)
{
    for (SampleLabels &sample : samples) {
        if (asked != ReviewState::Verified || !sample.labels.empty()) {
            sample.review = stateOf(sample);
        }
    }
    return setLabels(samples, edit::kReview, reviewStateName(asked));
}

Curation::Ids Curation::note(std::int64_t sample, const std::string &note)
{
    return step(edit::kNote, {}, [&] { m_samples.setNote(sample, note, m_actor); });
}

Curation::Ids Curation::setSplit(std::span<const std::int64_t> ids, Split split)
{
    return step(edit::kSplit, splitName(split), [&] {
        for (const std::int64_t id : ids) {
            m_samples.setSplit(id, split, m_actor);
        }
    });
}

Curation::Ids Curation::remove(std::span<const std::int64_t> ids)
{
    return step(edit::kRemove, {}, [&] {
        for (const std::int64_t id : ids) {
            m_samples.setRemoved(id, true, m_actor);
        }
    });
}

}  // namespace atlas::storage
