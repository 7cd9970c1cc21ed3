#include "engine/backbone/config_reader.h"

#include "core/error.h"
#include "core/files.h"

namespace atlas::engine {
namespace {

constexpr std::uintmax_t kMaxConfigBytes = 1'000'000;

}  // namespace

ConfigReader::ConfigReader(const std::filesystem::path &file) : m_file(file.string())
{
    try {
        m_json = nlohmann::json::parse(readFile(file, kMaxConfigBytes));
    } catch (const nlohmann::json::exception &error) {
        refuse(std::string("it is not valid JSON (") + error.what() + ")");
    }
    if (!m_json.is_object()) {
        refuse("expected a JSON object, is " + std::string(m_json.type_name()));
    }
}

void ConfigReader::refuse(const std::string &what) const
{
    throw Error(ErrorCode::BadInput, m_file + ": " + what + ".",
                "Point at the folder of a published model, with its files unchanged.");
}

const nlohmann::json *ConfigReader::find(const std::string &key) const
{
    const auto found = m_json.find(key);
    return found == m_json.end() || found->is_null() ? nullptr : &*found;
}

int ConfigReader::integer(const std::string &key, int minimum, int maximum, std::optional<int> standard) const
{
    const std::string range = "a whole number from " + std::to_string(minimum) + " to " + std::to_string(maximum);
    const nlohmann::json *value = find(key);
    if (value == nullptr) {
        if (standard) {
            return *standard;
        }
        refuse("the key " + key + " is missing, expected " + range);
    }
    // Comparing as double holds for every integer JSON can carry, also those that do not fit an int.
    if (!value->is_number_integer() || value->get<double>() < minimum || value->get<double>() > maximum) {
        refuse(key + ": expected " + range + ", is " + value->dump());
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
        refuse(key + ": expected a number from " + nlohmann::json(minimum).dump() + " to " +
               nlohmann::json(maximum).dump() + ", is " + value->dump());
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
        refuse(key + ": expected true or false, is " + value->dump());
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
        refuse("the key " + key + " is missing");
    }
    if (!value->is_string()) {
        refuse(key + ": expected a text, is " + value->dump());
    }
    return value->get<std::string>();
}

void ConfigReader::require(const std::string &key, const nlohmann::json &value) const
{
    const nlohmann::json *found = find(key);
    if (found != nullptr && *found != value) {
        refuse(key + ": expected " + value.dump() + ", is " + found->dump());
    }
}

}  // namespace atlas::engine
