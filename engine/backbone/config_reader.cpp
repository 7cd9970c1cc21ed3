#include "engine/backbone/config_reader.h"

#include "core/error.h"
#include "core/files.h"
#include "core/sentence.h"
#include "core/translatable.h"

namespace atlas::engine {
namespace {

constexpr std::uintmax_t kMaxConfigBytes = 1'000'000;

}  // namespace

ConfigReader::ConfigReader(const std::filesystem::path &file) : m_file(file.string())
{
    try {
        m_json = nlohmann::json::parse(readFile(file, kMaxConfigBytes));
    } catch (const nlohmann::json::exception &error) {
        refuse(say(QT_TRANSLATE_NOOP("Sentence", "it is not valid JSON (%1)"), error.what()));
    }
    if (!m_json.is_object()) {
        refuse(say(QT_TRANSLATE_NOOP("Sentence", "expected a JSON object, is %1"), std::string(m_json.type_name())));
    }
}

void ConfigReader::refuse(const Sentence &what) const
{
    throw Error(
        ErrorCode::BadInput, say(QT_TRANSLATE_NOOP("Sentence", "%1: %2."), m_file, what),
        say(QT_TRANSLATE_NOOP("Sentence", "Point at the folder of a published model, with its files unchanged.")));
}

const nlohmann::json *ConfigReader::find(const std::string &key) const
{
    const auto found = m_json.find(key);
    return found == m_json.end() || found->is_null() ? nullptr : &*found;
}

int ConfigReader::integer(const std::string &key, int minimum, int maximum, std::optional<int> standard) const
{
    const nlohmann::json *value = find(key);
    if (value == nullptr) {
        if (standard) {
            return *standard;
        }
        refuse(say(QT_TRANSLATE_NOOP("Sentence", "the key %1 is missing, expected a whole number from %2 to %3"), key,
                   minimum, maximum));
    }
    // Comparing as double holds for every integer JSON can carry, also those that do not fit an int.
    if (!value->is_number_integer() || value->get<double>() < minimum || value->get<double>() > maximum) {
        refuse(say(QT_TRANSLATE_NOOP("Sentence", "%1: expected a whole number from %2 to %3, is %4"), key, minimum,
                   maximum, value->dump()));
    }
    return value->get<int>();
}

double ConfigReader::real(const std::string &key, double minimum, double maximum, double standard) const
{
    const nlohmann::json *value = find(key);
    if (value == nullptr) {
        return standard;
    }
    if (!value->is_number() || value->get<double>() < minimum || value->get<double>() > maximum) {
        refuse(say(QT_TRANSLATE_NOOP("Sentence", "%1: expected a number from %2 to %3, is %4"), key,
                   nlohmann::json(minimum).dump(), nlohmann::json(maximum).dump(), value->dump()));
    }
    return value->get<double>();
}

bool ConfigReader::boolean(const std::string &key, bool standard) const
{
    const nlohmann::json *value = find(key);
    if (value == nullptr) {
        return standard;
    }
    if (!value->is_boolean()) {
        refuse(say(QT_TRANSLATE_NOOP("Sentence", "%1: expected true or false, is %2"), key, value->dump()));
    }
    return value->get<bool>();
}

std::string ConfigReader::text(const std::string &key, std::optional<std::string> standard) const
{
    const nlohmann::json *value = find(key);
    if (value == nullptr) {
        if (standard) {
            return *standard;
        }
        refuse(say(QT_TRANSLATE_NOOP("Sentence", "the key %1 is missing"), key));
    }
    if (!value->is_string()) {
        refuse(say(QT_TRANSLATE_NOOP("Sentence", "%1: expected a text, is %2"), key, value->dump()));
    }
    return value->get<std::string>();
}

void ConfigReader::require(const std::string &key, const nlohmann::json &value) const
{
    const nlohmann::json *found = find(key);
    if (found != nullptr && *found != value) {
        refuse(say(QT_TRANSLATE_NOOP("Sentence", "%1: expected %2, is %3"), key, value.dump(), found->dump()));
    }
}

}  // namespace atlas::engine
