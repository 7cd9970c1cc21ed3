#include "storage/sample_query.h"

#include "storage/query.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>
#include <unordered_set>

namespace atlas::storage {
namespace {

/// `word` as a pattern for LIKE ... ESCAPE '\'.
std::string containing(const std::string &word)
{
    std::string pattern = "%";
    for (const char letter : word) {
        if (letter == '%' || letter == '_' || letter == '\\') {
            pattern += '\\';
        }
        pattern += letter;
    }
    return pattern + "%";
}

std::string asPatterns(const std::string &text)
{
    auto patterns = nlohmann::json::array();
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        patterns.push_back(containing(word));
    }
    return patterns.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

// Lists arrive as one JSON parameter each (?3 labels, ?4 labels not wanted, ?5 tasks, ?6 words), so that the text of a
// statement depends only on which parts of the filter are used and is prepared once.
constexpr char kCarries[] = " (EXISTS (SELECT 1 FROM sample_label l JOIN label_class c ON c.id = l.class_id "
                            "WHERE l.sample_id = s.id AND c.name IN (SELECT value FROM json_each(?3)))"
                            " OR ('' IN (SELECT value FROM json_each(?3)) "
                            "AND NOT EXISTS (SELECT 1 FROM sample_label l WHERE l.sample_id = s.id)))";
constexpr char kCarriesNot[] = " NOT EXISTS (SELECT 1 FROM sample_label l JOIN label_class c ON c.id = l.class_id "
                               "WHERE l.sample_id = s.id AND c.name IN (SELECT value FROM json_each(?4)))"
                               " AND NOT ('' IN (SELECT value FROM json_each(?4)) "
                               "AND NOT EXISTS (SELECT 1 FROM sample_label l WHERE l.sample_id = s.id))";
constexpr char kInTask[] = " EXISTS (SELECT 1 FROM task_sample t WHERE t.sample_id = s.id "
                           "AND t.task_id IN (SELECT value FROM json_each(?5)))";
constexpr char kHasWords[] =
    " NOT EXISTS (SELECT 1 FROM json_each(?6) w WHERE NOT ("
    "s.text LIKE w.value ESCAPE '\\' OR s.text2 LIKE w.value ESCAPE '\\' OR s.question LIKE w.value ESCAPE '\\' "
    "OR s.external_id LIKE w.value ESCAPE '\\' OR s.source LIKE w.value ESCAPE '\\' OR s.note LIKE w.value ESCAPE '\\' "
    "OR EXISTS (SELECT 1 FROM sample_choice o WHERE o.sample_id = s.id AND o.text LIKE w.value ESCAPE '\\') "
    "OR EXISTS (SELECT 1 FROM sample_label l JOIN label_class c ON c.id = l.class_id "
    "WHERE l.sample_id = s.id AND c.name LIKE w.value ESCAPE '\\')))";

std::string statementFor(const SampleFilter &filter)
{
    std::string sql = "SELECT s.id FROM sample s WHERE s.dataset_id = ?1 AND s.removed = 0";
    if (filter.split) {
        sql += " AND s.split = ?2";
    }
    if (filter.review) {
        sql += " AND s.review = ?7";
    }
    if (filter.withoutReview) {
        sql += " AND s.review <> ?8";
    }
    if (!filter.labels.empty()) {
        sql += std::string(" AND") + kCarries;
    }
    if (!filter.withoutLabels.empty()) {
        sql += std::string(" AND") + kCarriesNot;
    }
    if (!filter.taskIds.empty()) {
        sql += std::string(" AND") + kInTask;
    }
    if (!filter.text.empty()) {
        sql += std::string(" AND") + kHasWords;
    }
    return sql + " ORDER BY s.id LIMIT ?9";
}

void bindFilter(Query &query, const SampleFilter &filter)
{
    if (filter.split) {
        query.bindAt(2, static_cast<int>(*filter.split));
    }
    if (!filter.labels.empty()) {
        query.bindAt(3, nlohmann::json(filter.labels).dump());
    }
    if (!filter.withoutLabels.empty()) {
        query.bindAt(4, nlohmann::json(filter.withoutLabels).dump());
    }
    if (!filter.taskIds.empty()) {
        query.bindAt(5, nlohmann::json(filter.taskIds).dump());
    }
    if (!filter.text.empty()) {
        query.bindAt(6, asPatterns(filter.text));
    }
    if (filter.review) {
        query.bindAt(7, static_cast<int>(*filter.review));
    }
    if (filter.withoutReview) {
        query.bindAt(8, static_cast<int>(*filter.withoutReview));
    }
}

std::vector<std::int64_t> readIds(Query &query)
{
    std::vector<std::int64_t> ids;
    while (query.step()) {
        ids.push_back(query.integer(0));
    }
    return ids;
}

/// Classes in their order, each with its samples by id, the unlabelled last. A sample with several labels stands
/// under the first. Walks the index over (class, sample): sorting by a joined column takes several times as long.
std::vector<std::int64_t> byLabel(Connection &connection, std::int64_t dataset, const std::vector<std::int64_t> &ids)
{
    std::unordered_set<std::int64_t> left(ids.begin(), ids.end());
    std::vector<std::int64_t> ordered;
    ordered.reserve(ids.size());
    Query query(connection, "SELECT l.sample_id FROM label_class c JOIN sample_label l ON l.class_id = c.id "
                            "WHERE c.dataset_id = ? ORDER BY c.position, c.id, l.sample_id");
    query.bind(dataset);
    while (query.step()) {
        const std::int64_t id = query.integer(0);
        if (left.erase(id) > 0) {
            ordered.push_back(id);
        }
    }
    for (const std::int64_t id : ids) {
        if (left.contains(id)) {
            ordered.push_back(id);
        }
    }
    return ordered;
}

/// Those of `ids` that are in the list, in the order of `wanted`.
std::vector<std::int64_t> among(const std::vector<std::int64_t> &wanted, const std::vector<std::int64_t> &ids)
{
    const std::unordered_set<std::int64_t> there(ids.begin(), ids.end());
    std::vector<std::int64_t> ordered;
    std::ranges::copy_if(wanted, std::back_inserter(ordered), [&](std::int64_t id) { return there.contains(id); });
    return ordered;
}

/// By what was found out about samples (sample_insight), then those of which nothing is known.
std::vector<std::int64_t> byInsight(Connection &connection, std::int64_t dataset, const std::vector<std::int64_t> &ids,
                                    const char *order)
{
    std::unordered_set<std::int64_t> left(ids.begin(), ids.end());
    std::vector<std::int64_t> ordered;
    ordered.reserve(ids.size());
    Query query(connection, std::string("SELECT s.id FROM sample s JOIN sample_insight i ON i.sample_id = s.id "
                                        "WHERE s.dataset_id = ? AND s.removed = 0 ORDER BY ") +
                                order + ", s.id");
    query.bind(dataset);
    while (query.step()) {
        if (left.erase(query.integer(0)) > 0) {
            ordered.push_back(query.integer(0));
        }
    }
    std::ranges::copy_if(ids, std::back_inserter(ordered), [&](std::int64_t id) { return left.contains(id); });
    return ordered;
}

constexpr char kLeastSure[] = "s.review <> 0, coalesce(i.suggestions ->> '$[0][1]', 2)";
constexpr char kMostDiverse[] = "s.review <> 0, i.diverse < 0, i.diverse";
constexpr char kDoubtful[] = "coalesce(i.given, 2)";

std::vector<std::int64_t> inOrder(Connection &connection, std::int64_t dataset, const SampleFilter &filter,
                                  std::vector<std::int64_t> ids)
{
    if (filter.only) {
        return among(*filter.only, ids);
    }
    switch (filter.order) {
    case SampleOrder::Imported: break;
    case SampleOrder::Label: return byLabel(connection, dataset, ids);
    case SampleOrder::LeastSure: return byInsight(connection, dataset, ids, kLeastSure);
    case SampleOrder::MostDiverse: return byInsight(connection, dataset, ids, kMostDiverse);
    case SampleOrder::Doubtful: return byInsight(connection, dataset, ids, kDoubtful);
    }
    return ids;
}

}  // namespace

std::vector<std::int64_t> querySampleIds(Connection &connection, std::int64_t dataset, const SampleFilter &filter,
                                         std::size_t most)
{
    const bool asImported = filter.order == SampleOrder::Imported && !filter.only;
    Query query(connection, statementFor(filter));
    query.bindAt(1, dataset);
    query.bindAt(9, asImported && most > 0 ? static_cast<std::int64_t>(most) : std::int64_t{-1});  // -1 = no limit
    bindFilter(query, filter);
    std::vector<std::int64_t> ids = inOrder(connection, dataset, filter, readIds(query));
    if (most > 0 && ids.size() > most) {
        ids.resize(most);
    }
    return ids;
}

}  // namespace atlas::storage
