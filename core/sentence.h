#pragma once

#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace atlas {

/// A sentence for people that can be said in another language: English with %1, %2, ... and what stands in their place.
/// Scripts, logs and the database get the English; the window translates the text in context "Sentence" and fills it.
class Sentence {
public:
    Sentence() = default;
    /// What has no translation: a name, a number, the words of another library.
    Sentence(std::string english) : m_text(std::move(english)), m_fixed(true) {}
    Sentence(const char *english) : Sentence(std::string(english)) {}

    static Sentence translatable(const char *text, std::vector<Sentence> values);

    const std::string &text() const { return m_text; }  ///< with its places; as it is where fixed()
    const std::vector<Sentence> &values() const { return m_values; }
    bool fixed() const { return m_fixed; }
    bool empty() const { return m_text.empty(); }

    std::string english() const;

private:
    std::string m_text;
    std::vector<Sentence> m_values;
    bool m_fixed = true;
};

/// say(QT_TRANSLATE_NOOP("Sentence", "The run %1 was named twice."), run.name): values are texts, whole numbers or
/// sentences.  Requires: a place for each value; the text lives as long as the program.
template <typename... Values>
Sentence say(const char *text, const Values &...values)
{
    [[maybe_unused]] const auto wrap = [](const auto &value) -> Sentence {
        if constexpr (std::is_arithmetic_v<std::remove_cvref_t<decltype(value)>>) {
            return Sentence(std::to_string(value));
        } else {
            return Sentence(value);
        }
    };
    return Sentence::translatable(text, {wrap(values)...});
}

}  // namespace atlas
