#include "storage/sample_store.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/digest.h"
#include "storage/query.h"
#include "storage/sample_events.h"
#include "storage/sample_loader.h"
#include "storage/sample_query.h"

namespace atlas::storage {
namespace {

/// The row of a picture, or nothing where the sample has none.
std::optional<std::int64_t> assetId(Connection &connection, const std::optional<AssetRef> &asset)
{
    if (!asset) {
        return std::nullopt;
    }
    const Digest digest = toDigest(asset->sha256);
    Query query(connection, "SELECT id FROM asset WHERE sha256 = ?");
    if (!query.bind(std::span<const std::byte>(digest)).step()) {
        throw Error(
            ErrorCode::NotFound,
            say(QT_TRANSLATE_NOOP("Sentence", "The picture %1 is not among the project's pictures."), asset->sha256));
    }
    return query.integer(0);
}

Error noSuchSample(std::int64_t sample)
{
    return {ErrorCode::NotFound,
            say(QT_TRANSLATE_NOOP("Sentence", "There is no sample with the number %1. Nothing was changed."), sample)};
}

}  // namespace

SampleStore::SampleStore(Connection &connection, std::filesystem::path assets)
    : m_connection(connection), m_assets(std::move(assets)), m_labels(connection)
{
}

std::vector<std::int64_t> SampleStore::ids(std::int64_t dataset, const SampleFilter &filter, std::size_t most)
{
    return querySampleIds(m_connection, dataset, filter, most);
}

std::vector<Sample> SampleStore::load(std::span<const std::int64_t> ids)
{
    return SampleLoader(m_connection, m_assets).load(ids);
}

std::int64_t SampleStore::insert(std::int64_t dataset, const Sample &sample, const std::string &actor)
{
    // A label given with the data counts as labelled, whatever the importer left in `review`.
    const bool labelled = !sample.labels.empty() && sample.review == ReviewState::Unlabelled;
    const ReviewState review = labelled ? ReviewState::Labelled : sample.review;
    Query query(m_connection,
                "INSERT INTO sample (dataset_id, external_id, split, image_id, image2_id, text, text2, question, "
                "sample_group, review, note, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id");
    query.bind(dataset, sample.externalId, static_cast<int>(sample.split), assetId(m_connection, sample.image),
               assetId(m_connection, sample.image2), sample.text, sample.text2, sample.question, sample.group,
               static_cast<int>(review), sample.note, sample.source);
    query.first();
    const std::int64_t id = query.integer(0);
    query.run();
    for (std::size_t i = 0; i < sample.choices.size(); ++i) {
        Query(m_connection, "INSERT INTO sample_choice (sample_id, position, text) VALUES (?, ?, ?)")
            .bind(id, i, sample.choices[i])
            .run();
    }
    m_labels.insert(dataset, id, sample.labels);
    SampleEvents(m_connection, actor).write(event::kImport, id, {}, LabelRows::describe(sample.labels));
    return id;
}

std::vector<SampleLabels> SampleStore::setLabels(std::span<const SampleLabels> changes, const std::string &actor)
{
    std::vector<SampleLabels> before;
    before.reserve(changes.size());
    SampleEvents events(m_connection, actor);
    for (const SampleLabels &change : changes) {
        Query query(m_connection, "SELECT dataset_id, review FROM sample WHERE id = ?");
        if (!query.bind(change.sample).step()) {
            throw noSuchSample(change.sample);
        }
        const std::int64_t dataset = query.integer(0);
        const SampleLabels &old = before.emplace_back(
            SampleLabels{change.sample, m_labels.read(change.sample), static_cast<ReviewState>(query.integer(1))});
        if (old.labels != change.labels) {
            m_labels.replace(dataset, change.sample, change.labels);
            Query(m_connection, "UPDATE sample SET labelled_by = ?1 WHERE id = ?2 AND labelled_by <> ?1")
                .bind(change.labels.empty() ? std::string() : change.by.value_or(actor), change.sample)
                .run();
            events.write(event::kLabel, change.sample, LabelRows::describe(old.labels),
                         LabelRows::describe(change.labels));
        }
        if (old.review != change.review) {
            Query(m_connection, "UPDATE sample SET review = ? WHERE id = ?")
                .bind(static_cast<int>(change.review), change.sample)
                .run();
            events.write(event::kReview, change.sample, reviewStateName(old.review), reviewStateName(change.review));
        }
    }
    return before;
}

void SampleStore::setNote(std::int64_t sample, const std::string &note, const std::string &actor)
{
    Query query(m_connection, "SELECT note FROM sample WHERE id = ?");
    if (!query.bind(sample).step()) {
        throw noSuchSample(sample);
    }
    const std::string old = query.text(0);
    if (old == note) {
        return;
    }
    Query(m_connection, "UPDATE sample SET note = ? WHERE id = ?").bind(note, sample).run();
    SampleEvents(m_connection, actor).write(event::kNote, sample, old, note);
}

void SampleStore::setSplit(std::int64_t sample, Split split, const std::string &actor)
{
    Query query(m_connection, "SELECT split FROM sample WHERE id = ?");
    if (!query.bind(sample).step()) {
        throw noSuchSample(sample);
    }
    const auto old = static_cast<Split>(query.integer(0));
    if (old == split) {
        return;
    }
    Query(m_connection, "UPDATE sample SET split = ? WHERE id = ?").bind(static_cast<int>(split), sample).run();
    SampleEvents(m_connection, actor).write(event::kSplit, sample, splitName(old), splitName(split));
}

void SampleStore::setRemoved(std::int64_t sample, bool removed, const std::string &actor)
{
    Query query(m_connection, "UPDATE sample SET removed = ?1 WHERE id = ?2 AND removed <> ?1 RETURNING id");
    if (query.bind(removed ? 1 : 0, sample).step()) {
        query.run();
        SampleEvents(m_connection, actor).write(event::kPlace, sample, placeName(!removed), placeName(removed));
    }
}

std::vector<SampleEvent> SampleStore::history(std::int64_t sample)
{
    Query query(m_connection,
                "SELECT at_us, actor, what, before_value, after_value FROM event WHERE sample_id = ? ORDER BY id");
    query.bind(sample);
    std::vector<SampleEvent> events;
    while (query.step()) {
        events.push_back({query.integer(0), query.text(1), query.text(2), query.text(3), query.text(4)});
    }
    return events;
}

}  // namespace atlas::storage
