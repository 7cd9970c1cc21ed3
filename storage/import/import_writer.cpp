#include "storage/import/import_writer.h"

#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/asset_index.h"
#include "storage/dataset_store.h"
#include "storage/digest.h"
#include "storage/edit_journal.h"
#include "storage/import/problems.h"
#include "storage/import/sample_matcher.h"
#include "storage/import_log.h"
#include "storage/quality/measure_store.h"
#include "storage/query.h"
#include "storage/sample_store.h"

namespace atlas::storage {
namespace {

/// Everything of a stored sample but its labels, review and note, which belong to people.
void updateContent(Connection &connection, std::int64_t id, const Sample &sample)
{
    const auto asset = [&](const std::optional<AssetRef> &image) -> std::optional<std::int64_t> {
        if (!image) {
            return std::nullopt;
        }
        const Digest digest = toDigest(image->sha256);
        Query query(connection, "SELECT id FROM asset WHERE sha256 = ?");
        query.bind(std::span<const std::byte>(digest)).first();
        return query.integer(0);
    };
    Query(connection, "UPDATE sample SET external_id = ?, split = ?, image_id = ?, image2_id = ?, text = ?, text2 = ?, "
                      "question = ?, sample_group = ?, source = ? WHERE id = ?")
        .bind(sample.externalId, static_cast<int>(sample.split), asset(sample.image), asset(sample.image2), sample.text,
              sample.text2, sample.question, sample.group, sample.source, id)
        .run();
    Query(connection, "DELETE FROM sample_choice WHERE sample_id = ?").bind(id).run();
    for (std::size_t i = 0; i < sample.choices.size(); ++i) {
        Query(connection, "INSERT INTO sample_choice (sample_id, position, text) VALUES (?, ?, ?)")
            .bind(id, i, sample.choices[i])
            .run();
    }
}

class Update {
public:
    Update(Connection &connection, SampleStore &store, const std::string &actor)
        : m_connection(connection), m_store(store), m_actor(actor)
    {
    }

    void apply(std::int64_t id, const Sample &sample)
    {
        const std::vector<Sample> stored = m_store.load(std::span(&id, 1));
        updateContent(m_connection, id, sample);
        ++m_updated;
        const Sample &old = stored.front();
        if (sample.labels.empty() || old.labels == sample.labels) {
            return;
        }
        // What a person has looked at and approved is not overwritten by a file.
        if (old.review == ReviewState::Verified) {
            ++m_kept;
            return;
        }
        const SampleLabels change{id, sample.labels, ReviewState::Labelled};
        m_store.setLabels(std::span(&change, 1), m_actor);
    }

    void tell(const std::string &source, ImportReport &report) const
    {
        if (m_updated > 0) {
            report.problems.push_back(infoProblem(
                code::kUpdated, source,
                say(QT_TRANSLATE_NOOP("Sentence",
                                      "%1 samples were in the dataset already; they were brought up to date."),
                    m_updated)));
        }
        if (m_kept > 0) {
            report.problems.push_back(warningProblem(
                code::kKeptVerified, source,
                say(QT_TRANSLATE_NOOP("Sentence",
                                      "%1 verified samples have other labels in the source; theirs were kept."),
                    m_kept)));
        }
    }

private:
    Connection &m_connection;
    SampleStore &m_store;
    const std::string &m_actor;
    std::int64_t m_updated = 0;
    std::int64_t m_kept = 0;
};

std::int64_t datasetFor(Connection &connection, const ImportRequest &request, const ImportReport &report)
{
    DatasetStore datasets(connection);
    const std::optional<Dataset> known = datasets.find(request.dataset);
    const std::int64_t id = known ? known->id : datasets.create(request.dataset, request.kind, request.multiLabel);
    for (const auto &[name, count] : report.classes) {
        datasets.prepareClass(id, name);
    }
    return id;
}

/// Samples are made hidden and shown at the end: what the step of this import keeps for undo is only that.
class NewSamples {
public:
    NewSamples(Connection &connection, SampleStore &store, std::int64_t dataset)
        : m_connection(connection), m_store(store), m_dataset(dataset)
    {
    }

    void insert(ChangeRecorder &recorder, const Sample &sample, const std::string &actor)
    {
        const ChangeRecorder::Pause pause(recorder);
        const std::int64_t id = m_store.insert(m_dataset, sample, actor);
        m_first = m_first == 0 ? id : m_first;
    }

    void show(ChangeRecorder &recorder)
    {
        if (m_first == 0) {
            return;
        }
        {
            const ChangeRecorder::Pause pause(recorder);
            setRemoved(true);
        }
        setRemoved(false);
    }

private:
    void setRemoved(bool removed)
    {
        Query(m_connection, "UPDATE sample SET removed = ? WHERE dataset_id = ? AND id >= ?")
            .bind(removed ? 1 : 0, m_dataset, m_first)
            .run();
    }

    Connection &m_connection;
    SampleStore &m_store;
    std::int64_t m_dataset;
    std::int64_t m_first = 0;  // ids grow, and this job is the only writer
};

}  // namespace

void writeImport(Connection &connection, const ImportBatch &batch, ImportReport &report, Observer &observer,
                 const std::stop_token &stop)
{
    constexpr std::size_t kRowsBetweenReports = 256;
    const ImportRequest &request = batch.request;
    AssetIndex assets(connection, batch.assets);
    MeasureStore measures(connection);
    for (const auto &[hash, picture] : batch.pictures) {
        assets.add(picture->asset, picture->check.width, picture->check.height);
        measures.put(hash, picture->check.measures);
    }
    const std::int64_t dataset = datasetFor(connection, request, report);
    SampleStore store(connection, batch.assets);
    SampleMatcher matcher(store, dataset);
    Update update(connection, store, request.actor);
    NewSamples added(connection, store, dataset);
    const std::string source = request.source.filename().string();
    EditJournal(connection, dataset).record(edit::kImport, source, request.actor, [&](ChangeRecorder &recorder) {
        for (const auto &[name, count] : report.classes) {
            DatasetStore(connection).ensureClass(dataset, name);
        }
        for (std::size_t i = 0; i < batch.samples.size(); ++i) {
            if (i % kRowsBetweenReports == 0) {
                throwIfStopped(stop);
                observer.progress(static_cast<double>(i) / static_cast<double>(batch.samples.size()),
                                  say(QT_TRANSLATE_NOOP("Sentence", "Writing")));
            }
            const Sample &sample = batch.samples[i];
            if (const SampleMatcher::Known *known = matcher.take(sample)) {
                update.apply(known->id, sample);
            } else {
                added.insert(recorder, sample, request.actor);
            }
        }
        added.show(recorder);
    });
    report.imported = static_cast<std::int64_t>(batch.samples.size());
    update.tell(source, report);
    recordImport(connection, request, report);
    throwIfStopped(stop);
}

}  // namespace atlas::storage
