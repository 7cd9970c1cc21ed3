#include "storage/quality/insight_store.h"

#include "storage/label_rows.h"
#include "storage/query.h"

#include <nlohmann/json.hpp>

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
    for (const auto &[id, probability] :
         nlohmann::json::parse(query.text(2)).get<std::vector<std::pair<std::int64_t, double>>>()) {
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

}  // namespace

void InsightStore::put(std::int64_t dataset, const InsightRecord &record, std::span<const SampleInsight> insights)
{
    Query(m_connection, "DELETE FROM sample_insight WHERE sample_id IN (SELECT id FROM sample WHERE dataset_id = ?)")
        .bind(dataset)
        .run();
    Query(m_connection, "INSERT OR REPLACE INTO insight (dataset_id, at_us, source, labelled) VALUES (?, ?, ?, ?)")
        .bind(dataset, record.atUs, record.source, record.labelled)
        .run();
    std::unordered_map<std::string, std::int64_t> ids;
    for (const auto &[id, name] : classNames(m_connection, dataset)) {
        ids.emplace(name, id);
    }
    LabelRows labels(m_connection);
    for (const SampleInsight &insight : insights) {
        auto suggestions = nlohmann::json::array();
        for (const auto &[name, probability] : insight.suggestions) {
            if (const auto id = ids.find(name); id != ids.end()) {
                suggestions.push_back({id->second, probability});
            }
        }
        Query(m_connection, "INSERT OR REPLACE INTO sample_insight (sample_id, label, suggestions, given, suspicious, "
                            "outlier, lonely, x, y, diverse, nearest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .bind(insight.sample, LabelRows::describe(labels.read(insight.sample)), suggestions.dump(), insight.given,
                  insight.suspicious ? 1 : 0, insight.outlier, insight.lonely ? 1 : 0, double(insight.x),
                  double(insight.y), insight.diverse, nlohmann::json(insight.nearest).dump())
            .run();
    }
}

std::optional<InsightRecord> InsightStore::record(std::int64_t dataset)
{
    Query query(m_connection, "SELECT at_us, source, labelled FROM insight WHERE dataset_id = ?");
    if (!query.bind(dataset).step()) {
        return std::nullopt;
    }
    return InsightRecord{query.integer(0), query.text(1), query.integer(2)};
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
