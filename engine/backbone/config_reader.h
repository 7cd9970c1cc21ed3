#pragma once

#include "core/sentence.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <optional>
#include <string>

namespace atlas::engine {

/// A config.json, read key by key; whatever is wrong is named with the file, the key, what was expected and what is
/// there.
class ConfigReader {
public:
    /// Errors: NotFound; BadInput when it is no JSON object, or larger than 1 MB.
    explicit ConfigReader(const std::filesystem::path &file);

    /// Errors: BadInput when the key is absent (and there is no default), no whole number, or out of range.
    int integer(const std::string &key, int minimum, int maximum, std::optional<int> standard = std::nullopt) const;
    double real(const std::string &key, double minimum, double maximum, double standard) const;
    bool boolean(const std::string &key, bool standard) const;
    std::string text(const std::string &key, std::optional<std::string> standard = std::nullopt) const;

    /// Errors: BadInput when the key is there with another value.
    void require(const std::string &key, const nlohmann::json &value) const;

    [[noreturn]] void refuse(const Sentence &what) const;

private:
    const nlohmann::json *find(const std::string &key) const;

    std::string m_file;
    nlohmann::json m_json;
};

}  // namespace atlas::engine
