#include "storage/task_filter.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/query.h"

#include <nlohmann/json.hpp>

namespace atlas::storage {
namespace {

/// 0 stands for "without a label".
std::vector<std::int64_t> idsOf(Connection &connection, std::int64_t dataset, const std::vector<std::string> &names)
{
    std::vector<std::int64_t> ids;
    for (const std::string &name : names) {
        if (name.empty()) {
            ids.push_back(0);
            continue;
        }
        Query query(connection, "SELECT id FROM label_class WHERE dataset_id = ? AND name = ? AND removed = 0");
        if (!query.bind(dataset, name).step()) {
            throw Error(ErrorCode::NotFound,
                        say(QT_TRANSLATE_NOOP("Sentence", "The dataset has no class \"%1\"."), name),
                        say(QT_TRANSLATE_NOOP("Sentence", "Choose one of its classes for the filter.")));
        }
        ids.push_back(query.integer(0));
    }
    return ids;
}

std::vector<std::string> namesOf(Connection &connection, const nlohmann::json &kept, const char *key)
{
    std::vector<std::string> names;
    for (const std::int64_t id : kept.value(key, std::vector<std::int64_t>())) {
        Query query(connection, "SELECT name FROM label_class WHERE id = ?");
        names.push_back(query.bind(id).step() ? query.text(0) : std::string());
    }
    return names;
}

void addWord(std::string &text, const std::string &word)
{
    text += (text.empty() ? "" : " ") + word;
}

void addLabels(std::string &text, const std::string &before, const std::vector<std::string> &names)
{
    for (const std::string &name : names) {
        addWord(text, before + (name.empty() ? "none" : quotedValue(name)));
    }
}

}  // namespace

std::string keptFilter(Connection &connection, std::int64_t dataset, const SampleFilter &filter)
{
    nlohmann::json kept = nlohmann::json::object();
    if (!filter.text.empty()) {
        kept["text"] = filter.text;
    }
    if (!filter.labels.empty()) {
        kept["labels"] = idsOf(connection, dataset, filter.labels);
    }
    if (!filter.withoutLabels.empty()) {
        kept["without"] = idsOf(connection, dataset, filter.withoutLabels);
    }
    if (filter.split) {
        kept["split"] = splitName(*filter.split);
    }
    if (filter.review) {
        kept["review"] = reviewStateName(*filter.review);
    }
    if (filter.withoutReview) {
        kept["not_review"] = reviewStateName(*filter.withoutReview);
    }
    return kept.empty() ? std::string() : kept.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

SampleFilter readFilter(Connection &connection, const std::string &kept)
{
    SampleFilter filter;
    if (kept.empty()) {
        return filter;
    }
    const nlohmann::json json = nlohmann::json::parse(kept, nullptr, false);
    if (!json.is_object()) {
        throw Error(ErrorCode::Damaged,
                    say(QT_TRANSLATE_NOOP("Sentence", "The filter that a task was made with cannot be read: %1"), kept),
                    say(QT_TRANSLATE_NOOP("Sentence", "Check the project with: atlas verify")));
    }
    filter.text = json.value("text", std::string());
    filter.labels = namesOf(connection, json, "labels");
    filter.withoutLabels = namesOf(connection, json, "without");
    if (json.contains("split")) {
        filter.split = parseSplit(json.value("split", std::string()));
    }
    filter.review = parseReviewState(json.value("review", std::string()));
    filter.withoutReview = parseReviewState(json.value("not_review", std::string()));
    return filter;
}

std::string quotedValue(const std::string &value)
{
    return value.find(' ') == std::string::npos ? value : '"' + value + '"';
}

std::string filterText(const SampleFilter &filter)
{
    std::string text;
    if (filter.review) {
        addWord(text, reviewStateName(*filter.review));
    }
    if (filter.withoutReview) {
        addWord(text, std::string("-") + reviewStateName(*filter.withoutReview));
    }
    if (filter.split) {
        addWord(text, std::string("split:") + splitName(*filter.split));
    }
    addLabels(text, "label:", filter.labels);
    addLabels(text, "-label:", filter.withoutLabels);
    if (!filter.text.empty()) {
        addWord(text, filter.text);
    }
    return text;
}

}  // namespace atlas::storage
