#include "storage/versions/data_versions.h"

#include "core/error.h"
#include "core/files.h"
#include "core/hash.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/query.h"

#include <algorithm>
#include <charconv>

namespace atlas::storage {
namespace {

const std::string kSelect = "SELECT v.id, v.dataset_id, coalesce(v.parent_id, 0), d.name, v.number, v.name, v.uuid, "
                            "v.note, v.at_us, v.actor, v.samples, v.labelled, v.content_hash "
                            "FROM data_version v JOIN dataset d ON d.id = v.dataset_id ";

DataVersion readRow(Query &query)
{
    DataVersion version;
    version.id = query.integer(0);
    version.datasetId = query.integer(1);
    version.parentId = query.integer(2);
    version.ref = {query.text(3), query.integer(4), query.text(5), query.text(6)};
    version.note = query.text(7);
    version.atUs = query.integer(8);
    version.actor = query.text(9);
    version.samples = query.integer(10);
    version.labelled = query.integer(11);
    std::ranges::copy(query.blob(12).first(version.contentHash.size()), version.contentHash.begin());
    return version;
}

template <typename... Values>
std::vector<DataVersion> select(Connection &connection, const std::string &rest, const Values &...values)
{
    std::vector<DataVersion> versions;
    {
        Query query(connection, kSelect + rest);
        query.bind(values...);
        while (query.step()) {
            versions.push_back(readRow(query));
        }
    }
    for (DataVersion &version : versions) {
        Query runs(connection, "SELECT r.name FROM run_data d JOIN run r ON r.id = d.run_id "
                               "WHERE d.version_id = ? AND r.deleted_us = 0 ORDER BY r.id");
        runs.bind(version.id);
        while (runs.step()) {
            version.runs.push_back(runs.text(0));
        }
    }
    return versions;
}

/// "3" and "v3".
std::optional<std::int64_t> numberOf(const std::string &key)
{
    const char *begin = key.data() + (key.starts_with('v') ? 1 : 0);
    const char *end = key.data() + key.size();
    std::int64_t number = 0;
    const auto [stop, code] = std::from_chars(begin, end, number);
    return code == std::errc() && stop == end && begin != end ? std::optional(number) : std::nullopt;
}

void insertSample(Connection &connection, std::int64_t version, std::int64_t sample, const SampleState *state)
{
    static const SampleState kGone;
    const SampleState &kept = state != nullptr ? *state : kGone;
    const std::span<const std::byte> content(kept.content);
    Query(connection,
          "INSERT INTO data_version_sample (version_id, sample_id, removed, split, review, labels, content) "
          "VALUES (?, ?, ?, ?, ?, ?, ?)")
        .bind(version, sample, state != nullptr ? 0 : 1, static_cast<int>(kept.split), static_cast<int>(kept.review),
              labelsText(kept), state != nullptr ? content : content.first(0))
        .run();
}

/// What differs from the version before it.
void insertSamples(Connection &connection, std::int64_t version, const DataState &before, const DataState &now)
{
    for (const auto &[id, state] : now.samples) {
        const auto old = before.samples.find(id);
        if (old == before.samples.end() || old->second != state) {
            insertSample(connection, version, id, &state);
        }
    }
    for (const auto &[id, state] : before.samples) {
        if (!now.samples.contains(id)) {
            insertSample(connection, version, id, nullptr);
        }
    }
}

void insertClasses(Connection &connection, std::int64_t version, const DataState &now)
{
    for (std::size_t i = 0; i < now.classes.size(); ++i) {
        Query(connection, "INSERT INTO data_version_class (version_id, class_id, name, position) VALUES (?, ?, ?, ?)")
            .bind(version, now.classes[i].id, now.classes[i].name, i)
            .run();
    }
}

/// The version and those that it stands on, oldest first.
std::vector<std::int64_t> chainOf(Connection &connection, std::int64_t version)
{
    Query query(connection, "WITH RECURSIVE chain (id) AS (SELECT ?1 UNION ALL SELECT v.parent_id FROM chain c "
                            "JOIN data_version v ON v.id = c.id WHERE v.parent_id IS NOT NULL) SELECT id FROM chain");
    query.bind(version);
    std::vector<std::int64_t> chain;
    while (query.step()) {
        chain.push_back(query.integer(0));
    }
    std::ranges::reverse(chain);
    return chain;
}

}  // namespace

void DataVersions::checkName(std::int64_t dataset, const std::string &name)
{
    if (name.empty()) {
        return;
    }
    if (numberOf(name) || name == kNow) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence", "\"%1\" cannot be the name of a version: it would be taken for a "
                                                      "number or for what is there now. No version was made."),
                        name),
                    say(QT_TRANSLATE_NOOP("Sentence", "Choose a name that says what the version is for.")));
    }
    Query query(m_connection, "SELECT number FROM data_version WHERE dataset_id = ? AND name = ?");
    if (query.bind(dataset, name).step()) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence", "The version v%1 has the name \"%2\" already. No version was made."),
                query.integer(0), name),
            say(QT_TRANSLATE_NOOP("Sentence", "Choose another name: a version keeps what it was made of for ever.")));
    }
}

DataVersion DataVersions::make(std::int64_t dataset, const VersionWords &words, const std::string &actor)
{
    return keep(dataset, readDataState(m_connection, dataset), words, actor);
}

DataVersion DataVersions::keep(std::int64_t dataset, const DataState &state, const VersionWords &words,
                               const std::string &actor)
{
    checkName(dataset, words.name);
    const std::optional<DataVersion> parent = newest(dataset);
    const Digest hash = state.hash();
    const bool same = parent && parent->contentHash == hash;
    if (same && words.name.empty()) {
        return *parent;
    }
    Query insert(m_connection, "INSERT INTO data_version (uuid, dataset_id, parent_id, number, name, note, at_us, "
                               "actor, samples, labelled, content_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                               "RETURNING id");
    insert
        .bind(makeUuid(), dataset, parent ? std::optional(parent->id) : std::nullopt,
              parent ? parent->ref.number + 1 : 1, words.name, words.note, nowUs(), actor, state.samples.size(),
              state.labelled(), std::span<const std::byte>(hash))
        .first();
    const std::int64_t id = insert.integer(0);
    insert.run();
    if (!same) {
        insertSamples(m_connection, id, parent ? stateOf(*parent) : DataState{}, state);
    }
    insertClasses(m_connection, id, state);
    return get(id);
}

std::vector<DataVersion> DataVersions::list(std::int64_t dataset)
{
    return select(m_connection, "WHERE v.dataset_id = ? ORDER BY v.number DESC", dataset);
}

std::optional<DataVersion> DataVersions::newest(std::int64_t dataset)
{
    const auto found = select(m_connection, "WHERE v.dataset_id = ? ORDER BY v.number DESC LIMIT 1", dataset);
    return found.empty() ? std::nullopt : std::optional(found.front());
}

DataVersion DataVersions::find(std::int64_t dataset, const std::string &key)
{
    if (const auto number = numberOf(key)) {
        if (const auto found = select(m_connection, "WHERE v.dataset_id = ? AND v.number = ?", dataset, *number);
            !found.empty()) {
            return found.front();
        }
    }
    if (!key.empty()) {
        const auto found =
            select(m_connection,
                   "WHERE v.dataset_id = ?1 AND (v.name = ?2 OR (?3 AND substr(v.uuid, 1, length(?2)) = ?2)) "
                   "ORDER BY v.name <> ?2, v.number",
                   dataset, key, namesUuid(key));
        if (found.size() > 1 && found.front().ref.name != key) {
            throw Error(
                ErrorCode::BadInput,
                say(QT_TRANSLATE_NOOP("Sentence", "\"%1\" begins the identifiers of %2 versions of this dataset."), key,
                    found.size()),
                say(QT_TRANSLATE_NOOP("Sentence", "Give more of it, or the number.")));
        }
        if (!found.empty()) {
            return found.front();
        }
    }
    throw Error(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Sentence", "The dataset has no version \"%1\"."), key),
                say(QT_TRANSLATE_NOOP("Sentence", "See: atlas version PROJECT list --dataset NAME")));
}

DataVersion DataVersions::get(std::int64_t id)
{
    const auto found = select(m_connection, "WHERE v.id = ?", id);
    if (found.empty()) {
        throw Error(ErrorCode::NotFound,
                    say(QT_TRANSLATE_NOOP("Sentence", "There is no data version with the number %1."), id));
    }
    return found.front();
}

DataState DataVersions::stateOf(const DataVersion &version)
{
    DataState state;
    for (const std::int64_t id : chainOf(m_connection, version.id)) {
        Query query(m_connection, "SELECT sample_id, removed, split, review, labels, content FROM data_version_sample "
                                  "WHERE version_id = ? ORDER BY sample_id");
        query.bind(id);
        while (query.step()) {
            if (query.integer(1) != 0) {
                state.samples.erase(query.integer(0));
                continue;
            }
            SampleState kept;
            kept.split = static_cast<Split>(query.integer(2));
            kept.review = static_cast<ReviewState>(query.integer(3));
            kept.labels = parseLabels(query.text(4));
            const std::span<const std::byte> content = query.blob(5);
            std::ranges::copy(content.first(std::min(content.size(), kept.content.size())), kept.content.begin());
            state.samples.insert_or_assign(query.integer(0), std::move(kept));
        }
    }
    Query query(m_connection, "SELECT class_id, name FROM data_version_class WHERE version_id = ? ORDER BY position");
    query.bind(version.id);
    while (query.step()) {
        state.classes.push_back({query.integer(0), query.text(1)});
    }
    return state;
}

std::int64_t DataVersions::rowCount(const DataVersion &version)
{
    Query query(m_connection, "SELECT count(*) FROM data_version_sample WHERE version_id = ?");
    query.bind(version.id).first();
    return query.integer(0);
}

}  // namespace atlas::storage
