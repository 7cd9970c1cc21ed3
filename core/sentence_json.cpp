#include "core/sentence_json.h"

#include <nlohmann/json.hpp>

#include <utility>
#include <vector>

namespace atlas {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kDeepest = 16;  ///< sentences within sentences: far fewer in ours, any number in a damaged file

std::string dumped(const Json &json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool isSentence(const Json &json)
{
    const auto text = json.find("text");
    const auto values = json.find("values");
    return json.size() == 2 && text != json.end() && text->is_string() && values != json.end() && values->is_array();
}

Sentence read(const Json &json, int depth)
{
    if (json.is_string()) {
        return json.get<std::string>();
    }
    if (json.is_primitive()) {
        return dumped(json);
    }
    if (!json.is_object() || !isSentence(json) || depth == kDeepest) {
        return "…";
    }
    std::vector<Sentence> values;
    for (const Json &value : json["values"]) {
        values.push_back(read(value, depth + 1));
    }
    return Sentence::translatable(json["text"].get_ref<const std::string &>().c_str(), std::move(values));
}

}  // namespace

Json toJson(const Sentence &sentence)
{
    if (sentence.fixed()) {
        return sentence.text();
    }
    Json values = Json::array();
    for (const Sentence &value : sentence.values()) {
        values.push_back(toJson(value));
    }
    return {{"text", sentence.text()}, {"values", std::move(values)}};
}

Sentence toSentence(const Json &json)
{
    return read(json, 0);
}

std::string storedText(const Sentence &sentence)
{
    return sentence.fixed() ? sentence.text() : dumped(toJson(sentence));
}

Sentence storedSentence(const std::string &text)
{
    if (!text.starts_with('{')) {
        return text;
    }
    const Json json = Json::parse(text, nullptr, false);
    return json.is_object() && isSentence(json) ? toSentence(json) : Sentence(text);
}

}  // namespace atlas
