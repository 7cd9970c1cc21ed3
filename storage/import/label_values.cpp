#include "storage/import/label_values.h"

#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/import/problems.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace atlas::storage {
namespace {

using nlohmann::json;

LabelReading bad(Sentence fault, const char *code = code::kBadLabel)
{
    return {{}, code, std::move(fault)};
}

LabelReading badWeight(const std::string &name)
{
    return bad(say(QT_TRANSLATE_NOOP("Sentence", "the weight of \"%1\" is not a number from 0 to 1"), name));
}

/// Labels of different names, in their order. A cell may hold millions.
class LabelList {
public:
    void add(std::string name, double weight)
    {
        if (!name.empty() && weight > 0 && m_names.insert(name).second) {
            m_labels.push_back({std::move(name), weight});
        }
    }
    bool empty() const { return m_labels.empty(); }
    LabelReading take() { return {std::move(m_labels), {}, {}}; }

private:
    std::vector<Label> m_labels;
    std::unordered_set<std::string> m_names;
};

LabelReading fromVotes(const std::vector<std::string> &votes)
{
    constexpr double kEnough = 3;
    const double enough = std::min(kEnough, static_cast<double>(votes.size()));
    std::unordered_map<std::string, double> counts;
    for (const std::string &vote : votes) {
        ++counts[vote];
    }
    LabelList labels;
    for (const std::string &vote : votes) {
        labels.add(vote, std::min(1.0, counts[vote] / enough));
    }
    return labels.take();
}

std::optional<double> weightOf(const json &value)
{
    if (!value.is_number()) {
        return std::nullopt;
    }
    const double weight = value.get<double>();
    return weight >= 0 && weight <= 1 ? std::optional(weight) : std::nullopt;
}

LabelReading fromWeights(const json &object)
{
    LabelList labels;
    for (const auto &[name, value] : object.items()) {
        const std::optional<double> weight = weightOf(value);
        if (!weight) {
            return badWeight(name);
        }
        labels.add(name, *weight);
    }
    return labels.take();
}

LabelReading fromObjects(const json &list)
{
    LabelList weighted;
    std::vector<std::string> votes;
    for (const json &entry : list) {
        std::string name;
        for (const char *key : {"answer", "label", "name", "class"}) {
            name = name.empty() && entry.is_object() && entry.contains(key) ? scalarText(entry[key]) : name;
        }
        if (name.empty()) {
            return bad(say(QT_TRANSLATE_NOOP("Sentence", "an entry of the list has no answer")));
        }
        votes.push_back(name);
        for (const char *key : {"weight", "score"}) {
            if (entry.contains(key)) {
                const std::optional<double> weight = weightOf(entry[key]);
                if (!weight) {
                    return badWeight(name);
                }
                weighted.add(name, *weight);
            }
        }
    }
    return weighted.empty() ? fromVotes(votes) : weighted.take();
}

LabelReading fromList(const json &list, bool multiLabel, bool votes)
{
    if (std::any_of(list.begin(), list.end(), [](const json &entry) { return entry.is_object(); })) {
        return fromObjects(list);
    }
    std::vector<std::string> words;
    for (const json &entry : list) {
        words.push_back(scalarText(entry));
        if (words.back().empty()) {
            return bad(say(QT_TRANSLATE_NOOP("Sentence", "the list holds something that is not a word")));
        }
    }
    if (votes && !multiLabel) {
        return fromVotes(words);
    }
    if (words.size() > 1 && !multiLabel) {
        return bad(say(QT_TRANSLATE_NOOP("Sentence", "several labels on one sample")));
    }
    LabelList labels;
    for (std::string &word : words) {
        labels.add(std::move(word), 1.0);
    }
    return labels.take();
}

LabelReading fromText(const std::string &text, bool multiLabel)
{
    LabelList labels;
    if (text.starts_with('{')) {
        const json weights = json::parse(text, nullptr, false);
        if (weights.is_object() && !weights.empty()) {
            if (LabelReading read = fromWeights(weights); read.fault.empty()) {
                return read;
            }
        }
    }
    if (!multiLabel) {
        labels.add(text, 1.0);
        return labels.take();
    }
    if (text.starts_with('[')) {
        const json list = json::parse(text, nullptr, false);
        if (list.is_array()) {
            return fromList(list, true, false);
        }
    }
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('|', begin), text.size());
        labels.add(text.substr(begin, end - begin), 1.0);
        begin = end + 1;
    }
    return labels.take();
}

}  // namespace

std::string scalarText(const json &value)
{
    if (value.is_string()) {
        return value.get<std::string>();
    }
    return value.is_number() || value.is_boolean() ? value.dump() : std::string();
}

LabelReading readLabels(const json &value, bool multiLabel, bool votes)
{
    if (value.is_array()) {
        return fromList(value, multiLabel, votes);
    }
    return value.is_object() ? fromWeights(value) : fromText(scalarText(value), multiLabel);
}

LabelReading readChoiceLabel(const json &value, const std::vector<std::string> &choices)
{
    if (value.is_array() || value.is_object()) {
        return bad(say(QT_TRANSLATE_NOOP("Sentence", "one option must be right, found a list")));
    }
    const std::string text = scalarText(value);
    if (text.empty()) {
        return {};
    }
    long long position = -1;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), position);
    const bool isNumber = fault == std::errc() && end == text.data() + text.size();
    const auto words = std::find(choices.begin(), choices.end(), text);
    if (!isNumber && words != choices.end()) {
        position = words - choices.begin();
    } else if (!isNumber && text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z') {
        position = text[0] - 'A';
    }
    if (position < 0 || position >= static_cast<long long>(choices.size())) {
        return bad(
            say(QT_TRANSLATE_NOOP("Sentence", "the label \"%1\" names none of the %2 options (positions count from 0)"),
                text, choices.size()),
            code::kLabelOutOfRange);
    }
    return {{{std::to_string(position), 1.0}}, {}, {}};
}

}  // namespace atlas::storage
