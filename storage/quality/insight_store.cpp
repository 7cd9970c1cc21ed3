#include "storage/quality/insight_store.h"

#include "core/files.h"
#include "storage/label_rows.h"
#include "storage/query.h"

#include <nlohmann/json.hpp>

#include <limits>

namespace atlas::storage {
namespace {

const std::string kSelect = "SELECT i.sample_id, i.label, i.suggestions, i.given, i.suspicious, i.outlier, i.lonely, "
                            "i.x, i.y, i.diverse, i.nearest FROM sample_insight i ";

using ClassNames = std::unordered_map<std::int64_t, std::string>;

ClassNames classNames(Connection &connection, std::int64_t dataset)
{
    Query query(connection, "SELECT id, name FROM label_class WHERE dataset_id = ? AND removed = 0");
    query.bind(dataset);
    ClassNames names;
    while (query.step()) {
        names.emplace(query.integer(0), query.text(1));
    }
    return names;
}

StoredInsight read(const Query &query, const ClassNames &names)
{
    StoredInsight stored;
    SampleInsight &insight = stored.insight;
    insight.sample = query.integer(0);
    stored.label = query.text(1);
    const nlohmann::json suggestions = nlohmann::json::parse(query.text(2));
    if (!suggestions.empty() && suggestions[0].size() > 2) {
        stored.source = suggestions[0][2].get<std::string>();
    }
    for (const auto &[id, probability] : suggestions.get<std::vector<std::pair<std::int64_t, double>>>()) {
        if (const auto name = names.find(id); name != names.end()) {  // else the class was deleted since
            insight.suggestions.emplace_back(name->second, probability);
        }
    }
    insight.given = query.real(3);
    insight.suspicious = query.integer(4) != 0;
    insight.outlier = query.real(5);
    insight.lonely = query.integer(6) != 0;
    insight.x = static_cast<float>(query.real(7));
    insight.y = static_cast<float>(query.real(8));
    insight.diverse = query.integer(9);
    insight.nearest = nlohmann::json::parse(query.text(10)).get<std::vector<std::int64_t>>();
    return stored;
}

std::unordered_map<std::string, std::int64_t> classIds(Connection &connection, std::int64_t dataset)
{
    std::unordered_map<std::string, std::int64_t> ids;
    for (const auto &[id, name] : classNames(connection, dataset)) {
        ids.emplace(name, id);
    }
    return ids;
}

nlohmann::json suggestionRow(const std::vector<std::pair<std::string, double>> &suggestions,
                             const std::unordered_map<std::string, std::int64_t> &ids)
{
    auto row = nlohmann::json::array();
    for (const auto &[name, probability] : suggestions) {
        if (const auto id = ids.find(name); id != ids.end()) {
            row.push_back({id->second, probability});
        }
    }
    return row;
}

}  // namespace

void InsightStore::put(std::int64_t dataset, const InsightRecord &record, std::span<const SampleInsight> insights)
{
    Query(m_connection, "DELETE FROM sample_insight WHERE sample_id IN (SELECT id FROM sample WHERE dataset_id = ?)")
        .bind(dataset)
        .run();
    Query(m_connection, "INSERT OR REPLACE INTO insight (dataset_id, at_us, source, labelled) VALUES (?, ?, ?, ?)")
        .bind(dataset, record.atUs, record.source, record.labelled)
        .run();
    const auto ids = classIds(m_connection, dataset);
    LabelRows labels(m_connection);
    for (const SampleInsight &insight : insights) {
        Query(m_connection, "INSERT OR REPLACE INTO sample_insight (sample_id, label, suggestions, given, suspicious, "
                            "outlier, lonely, x, y, diverse, nearest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .bind(insight.sample, LabelRows::describe(labels.read(insight.sample)),
                  suggestionRow(insight.suggestions, ids).dump(), insight.given, insight.suspicious ? 1 : 0,
                  insight.outlier, insight.lonely ? 1 : 0, double(insight.x), double(insight.y), insight.diverse,
                  nlohmann::json(insight.nearest).dump())
            .run();
    }
}

void InsightStore::suggest(std::int64_t dataset, const std::string &run, std::int64_t labelled,
                           std::span<const RunSuggestion> suggestions)
{
    Query(m_connection, "INSERT OR IGNORE INTO insight (dataset_id, at_us, source, labelled) VALUES (?, ?, ?, ?)")
        .bind(dataset, nowUs(), "run " + run, labelled)
        .run();
    const auto ids = classIds(m_connection, dataset);
    constexpr double kNowhere = std::numeric_limits<double>::infinity();
    for (const RunSuggestion &one : suggestions) {
        nlohmann::json row = suggestionRow(one.suggestions, ids);
        if (!row.empty()) {
            row[0].push_back(run);  // who says so stands beside what is said: other samples keep the look's word
        }
        Query(m_connection, "INSERT INTO sample_insight (sample_id, label, suggestions, given, suspicious, outlier, "
                            "lonely, x, y, diverse, nearest) VALUES (?1, '', ?2, NULL, 0, 0, 0, ?3, ?3, -1, '[]') "
                            "ON CONFLICT (sample_id) DO UPDATE SET suggestions = ?2")
            .bind(one.sample, row.dump(), kNowhere)
            .run();
    }
}

std::optional<InsightRecord> InsightStore::record(std::int64_t dataset)
{
    Query query(m_connection, "SELECT at_us, source, labelled FROM insight WHERE dataset_id = ?");
    if (!query.bind(dataset).step()) {
        return std::nullopt;
    }
    InsightRecord record{query.integer(0), query.text(1), query.integer(2)};
    Query run(m_connection, "SELECT i.suggestions ->> '$[0][2]' FROM sample_insight i JOIN sample s "
                            "ON s.id = i.sample_id WHERE s.dataset_id = ? AND s.removed = 0 "
                            "AND i.suggestions ->> '$[0][2]' IS NOT NULL LIMIT 1");
    if (run.bind(dataset).step()) {
        record.suggestedBy = run.text(0);
    }
    return record;
}

std::unordered_map<std::int64_t, StoredInsight> InsightStore::ofDataset(std::int64_t dataset)
{
    const ClassNames names = classNames(m_connection, dataset);
    Query query(m_connection, kSelect + "JOIN sample s ON s.id = i.sample_id WHERE s.dataset_id = ? AND s.removed = 0");
    query.bind(dataset);
    std::unordered_map<std::int64_t, StoredInsight> all;
    while (query.step()) {
        all.emplace(query.integer(0), read(query, names));
    }
    return all;
}

std::unordered_map<std::int64_t, StoredInsight> InsightStore::ofSamples(std::int64_t dataset,
                                                                        std::span<const std::int64_t> samples)
{
    const ClassNames names = classNames(m_connection, dataset);
    Query query(m_connection, kSelect + "JOIN json_each(?) j ON i.sample_id = j.value");
    query.bind(nlohmann::json(std::vector(samples.begin(), samples.end())).dump());
    std::unordered_map<std::int64_t, StoredInsight> found;
    while (query.step()) {
        found.emplace(query.integer(0), read(query, names));
    }
    return found;
}

std::optional<StoredInsight> InsightStore::ofSample(std::int64_t sample)
{
    Query place(m_connection, "SELECT dataset_id FROM sample WHERE id = ?");
    Query query(m_connection, kSelect + "WHERE i.sample_id = ?");
    if (!query.bind(sample).step() || !place.bind(sample).step()) {
        return std::nullopt;
    }
    return read(query, classNames(m_connection, place.integer(0)));
}

}  // namespace atlas::storage
