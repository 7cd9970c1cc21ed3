#include "storage/versions/data_state.h"

#include "core/error.h"
#include "core/hash.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/quality/content_key.h"
#include "storage/query.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace atlas::storage {
namespace {

/// Rows (sample, ...) in the order of samples, taken as the samples come by.
class Following {
public:
    Following(Connection &connection, const std::string &sql, std::int64_t dataset) : m_query(connection, sql)
    {
        m_query.bind(dataset);
        m_more = m_query.step();
    }

    template <typename Take>
    void upTo(std::int64_t sample, Take take)
    {
        while (m_more && m_query.integer(0) <= sample) {
            if (m_query.integer(0) == sample) {
                take(m_query);
            }
            m_more = m_query.step();
        }
    }

private:
    Query m_query;
    bool m_more = false;
};

std::optional<AssetRef> assetOf(Query &query, int column)
{
    if (query.isNull(column)) {
        return std::nullopt;
    }
    AssetRef asset;
    asset.sha256 = toHex(query.blob(column));
    return asset;
}

std::vector<ClassState> readClasses(Connection &connection, std::int64_t dataset)
{
    Query query(connection, "SELECT id, name FROM label_class WHERE dataset_id = ? AND removed = 0 "
                            "ORDER BY position, id");
    query.bind(dataset);
    std::vector<ClassState> classes;
    while (query.step()) {
        classes.push_back({query.integer(0), query.text(1)});
    }
    return classes;
}

}  // namespace

std::int64_t DataState::labelled() const
{
    return std::ranges::count_if(samples, [](const auto &entry) {
        return entry.second.review == ReviewState::Labelled || entry.second.review == ReviewState::Verified;
    });
}

Digest DataState::hash() const
{
    Sha256 hash;
    for (const ClassState &one : classes) {
        hash.add(std::to_string(one.id) + ':' + std::to_string(one.name.size()) + ':' + one.name);
    }
    for (const auto &[id, state] : samples) {
        hash.add(";" + std::to_string(id) + ' ' + std::to_string(static_cast<int>(state.split)) + ' ' +
                 std::to_string(static_cast<int>(state.review)) + ' ' + labelsText(state));
        hash.add(std::span<const std::byte>(state.content));
    }
    return toDigest(hash.hex());
}

DataState readDataState(Connection &connection, std::int64_t dataset)
{
    DataState data;
    data.classes = readClasses(connection, dataset);
    // Three indexed walks side by side instead of a query per sample.
    Following labels(connection,
                     "SELECT l.sample_id, l.class_id, l.weight FROM sample s JOIN sample_label l ON l.sample_id = s.id "
                     "WHERE s.dataset_id = ? AND s.removed = 0 ORDER BY s.id, l.class_id",
                     dataset);
    Following choices(connection,
                      "SELECT o.sample_id, o.text FROM sample s JOIN sample_choice o ON o.sample_id = s.id "
                      "WHERE s.dataset_id = ? AND s.removed = 0 ORDER BY s.id, o.position",
                      dataset);
    Query query(connection, "SELECT s.id, s.split, s.review, a.sha256, b.sha256, s.text, s.text2, s.question "
                            "FROM sample s LEFT JOIN asset a ON a.id = s.image_id LEFT JOIN asset b ON b.id = "
                            "s.image2_id WHERE s.dataset_id = ? AND s.removed = 0 ORDER BY s.id");
    query.bind(dataset);
    while (query.step()) {
        const std::int64_t id = query.integer(0);
        SampleState state;
        state.split = static_cast<Split>(query.integer(1));
        state.review = static_cast<ReviewState>(query.integer(2));
        labels.upTo(id, [&state](Query &row) { state.labels.emplace_back(row.integer(1), row.real(2)); });
        Sample content;
        content.image = assetOf(query, 3);
        content.image2 = assetOf(query, 4);
        content.text = query.text(5);
        content.text2 = query.text(6);
        content.question = query.text(7);
        choices.upTo(id, [&content](Query &row) { content.choices.push_back(row.text(1)); });
        state.content = toDigest(contentKey(content));
        data.samples.emplace_hint(data.samples.end(), id, std::move(state));
    }
    return data;
}

std::string labelsText(const SampleState &state)
{
    return nlohmann::json(state.labels).dump();
}

std::vector<std::pair<std::int64_t, double>> parseLabels(const std::string &text)
{
    try {
        return nlohmann::json::parse(text).get<std::vector<std::pair<std::int64_t, double>>>();
    } catch (const nlohmann::json::exception &) {
        throw Error(
            ErrorCode::Damaged,
            say(QT_TRANSLATE_NOOP("Sentence", "A data version holds labels that cannot be read: \"%1\"."), text),
            say(QT_TRANSLATE_NOOP("Sentence", "Check the project with: atlas verify PROJECT")));
    }
}

}  // namespace atlas::storage
