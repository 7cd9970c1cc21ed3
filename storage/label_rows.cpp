#include "storage/label_rows.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/dataset_store.h"
#include "storage/query.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace atlas::storage {
namespace {

void check(const std::vector<Label> &labels)
{
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const Label &label = labels[i];
        if (!(label.weight > 0)) {
            throw Error(ErrorCode::BadInput,
                        say(QT_TRANSLATE_NOOP("Sentence", "The label \"%1\" has the weight %2, expected more than 0."),
                            label.name, label.weight));
        }
        if (std::any_of(labels.begin(), labels.begin() + static_cast<std::ptrdiff_t>(i),
                        [&](const Label &earlier) { return earlier.name == label.name; })) {
            throw Error(ErrorCode::BadInput,
                        say(QT_TRANSLATE_NOOP("Sentence", "The label \"%1\" stands twice on one sample."), label.name));
        }
    }
}

}  // namespace

std::vector<Label> LabelRows::read(std::int64_t sample)
{
    Query query(m_connection, "SELECT c.name, l.weight FROM sample_label l JOIN label_class c ON c.id = l.class_id "
                              "WHERE l.sample_id = ? ORDER BY c.position, c.id");
    query.bind(sample);
    std::vector<Label> labels;
    while (query.step()) {
        labels.push_back({query.text(0), query.real(1)});
    }
    return labels;
}

void LabelRows::replace(std::int64_t dataset, std::int64_t sample, const std::vector<Label> &labels)
{
    check(labels);
    Query(m_connection, "DELETE FROM sample_label WHERE sample_id = ?").bind(sample).run();
    insert(dataset, sample, labels);
}

void LabelRows::insert(std::int64_t dataset, std::int64_t sample, const std::vector<Label> &labels)
{
    check(labels);
    for (const Label &label : labels) {
        Query(m_connection, "INSERT INTO sample_label (sample_id, class_id, weight) VALUES (?, ?, ?)")
            .bind(sample, classId(dataset, label.name), label.weight)
            .run();
    }
}

std::string LabelRows::describe(const std::vector<Label> &labels)
{
    std::string text;
    for (const Label &label : labels) {
        text += (text.empty() ? "" : ", ") + label.name;
        if (label.weight != 1.0) {
            text += " (" + nlohmann::json(label.weight).dump() + ")";  // shortest exact form, whatever the locale
        }
    }
    return text;
}

std::int64_t LabelRows::classId(std::int64_t dataset, const std::string &name)
{
    const auto key = std::pair(dataset, name);
    const auto found = m_ids.find(key);
    if (found != m_ids.end()) {
        return found->second;
    }
    const std::int64_t id = DatasetStore(m_connection).ensureClass(dataset, name).id;
    m_ids.emplace(key, id);
    return id;
}

}  // namespace atlas::storage
