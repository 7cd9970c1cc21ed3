#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace atlas {

enum class SettingType { Bool, Integer, Real, Choice };

/// A setting that describes itself: forms, `--help` and the docs are made from it.
struct SettingSpec {
    std::string key;    ///< "learning_rate"
    std::string title;  ///< English, translatable in context "Setting"
    SettingType type = SettingType::Real;
    std::string defaultValue;  ///< as text, C locale
    double minimum = 0;        ///< for numbers
    double maximum = 0;
    std::string unit;
    std::string help;  ///< one sentence, same context
    std::vector<std::string> choices;
    bool advanced = true;  ///< hidden until "Advanced" is opened
};

/// Values by key, checked against their specs.
class Settings {
public:
    Settings() = default;

    /// All defaults of the specs, then the given values over them.
    /// Errors: Usage for a key that no spec has, a value that is not of its type or out of range (names key, range).
    Settings(std::span<const SettingSpec> specs, const std::map<std::string, std::string> &values);

    bool boolean(const std::string &key) const;
    std::int64_t integer(const std::string &key) const;
    double real(const std::string &key) const;
    const std::string &text(const std::string &key) const;

    const std::map<std::string, std::string> &values() const { return m_values; }

private:
    std::map<std::string, std::string> m_values;
};

}  // namespace atlas
