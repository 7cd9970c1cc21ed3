#include "core/settings.h"

#include "core/comma_list.h"
#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <algorithm>
#include <charconv>

namespace atlas {
namespace {

template <typename Number>
bool parseNumber(const std::string &text, Number &value)
{
    const char *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && stop == end;
}

std::string shortNumber(double value)
{
    char buffer[32];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
    return {buffer, end};
}

[[noreturn]] void refuse(const SettingSpec &spec, const std::string &value, const Sentence &expected)
{
    throw Error(
        ErrorCode::Usage,
        say(QT_TRANSLATE_NOOP("Sentence", "The setting %1 expects %2, but is \"%3\"."), spec.key, expected, value),
        say(QT_TRANSLATE_NOOP("Sentence", "%1 Default: %2."), say(spec.help.c_str()), spec.defaultValue));
}

void checkRange(const SettingSpec &spec, const std::string &text, double value)
{
    if (spec.minimum < spec.maximum && (value < spec.minimum || value > spec.maximum)) {
        refuse(spec, text,
               say(QT_TRANSLATE_NOOP("Sentence", "a number from %1 to %2"), shortNumber(spec.minimum),
                   shortNumber(spec.maximum)));
    }
}

void check(const SettingSpec &spec, const std::string &text)
{
    switch (spec.type) {
    case SettingType::Bool:
        if (text != "true" && text != "false") {
            refuse(spec, text, say(QT_TRANSLATE_NOOP("Sentence", "true or false")));
        }
        break;
    case SettingType::Integer: {
        std::int64_t value = 0;
        if (!parseNumber(text, value)) {
            refuse(spec, text, say(QT_TRANSLATE_NOOP("Sentence", "a whole number")));
        }
        checkRange(spec, text, static_cast<double>(value));
        break;
    }
    case SettingType::Real: {
        double value = 0;
        if (!parseNumber(text, value)) {
            refuse(spec, text, say(QT_TRANSLATE_NOOP("Sentence", "a number")));
        }
        checkRange(spec, text, value);
        break;
    }
    case SettingType::Choice:
        if (std::ranges::find(spec.choices, text) == spec.choices.end()) {
            refuse(spec, text, say(QT_TRANSLATE_NOOP("Sentence", "one of %1"), commaList(spec.choices)));
        }
        break;
    }
}

}  // namespace

Settings::Settings(std::span<const SettingSpec> specs, const std::map<std::string, std::string> &values)
{
    for (const SettingSpec &spec : specs) {
        m_values[spec.key] = spec.defaultValue;
    }
    for (const auto &[key, value] : values) {
        const auto spec = std::ranges::find(specs, key, &SettingSpec::key);
        if (spec == specs.end()) {
            throw Error(ErrorCode::Usage, say(QT_TRANSLATE_NOOP("Sentence", "There is no setting \"%1\" here."), key),
                        say(QT_TRANSLATE_NOOP("Sentence", "Settings: %1."), commaList(specs, &SettingSpec::key)));
        }
        check(*spec, value);
        m_values[key] = value;
    }
}

const std::string &Settings::text(const std::string &key) const
{
    const auto found = m_values.find(key);
    if (found == m_values.end()) {
        throw Error(ErrorCode::Internal, "The setting " + key + " was asked for but is not declared.");
    }
    return found->second;
}

bool Settings::boolean(const std::string &key) const
{
    return text(key) == "true";
}

std::int64_t Settings::integer(const std::string &key) const
{
    std::int64_t value = 0;
    if (!parseNumber(text(key), value)) {
        throw Error(ErrorCode::Internal, "The setting " + key + " is not a whole number.");
    }
    return value;
}

double Settings::real(const std::string &key) const
{
    double value = 0;
    if (!parseNumber(text(key), value)) {
        throw Error(ErrorCode::Internal, "The setting " + key + " is not a number.");
    }
    return value;
}

}  // namespace atlas
