#include "storage/import/json_records.h"

#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/import/text_encoding.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <vector>

namespace atlas::storage {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

void addRepair(JsonRecord &record, const Sentence &what)
{
    record.repair = record.repair.empty() ? what : say(QT_TRANSLATE_NOOP("Sentence", "%1; %2"), record.repair, what);
}

/// -> what is wrong, in words; empty = parsed
std::string parse(std::string_view text, JsonRecord &record)
{
    constexpr std::size_t kEnough = 1000;
    std::vector<std::set<std::string>> keys;  // of every object that is open
    std::size_t told = 0;                     // bytes: a record may have millions of keys that stand there twice
    record.repair = {};
    const auto watch = [&](int, nlohmann::json::parse_event_t event, nlohmann::json &parsed) {
        using Event = nlohmann::json::parse_event_t;
        if (event == Event::object_start) {
            keys.emplace_back();
        } else if (event == Event::object_end) {
            keys.pop_back();
        } else if (event == Event::key && !keys.back().insert(parsed.get<std::string>()).second && told <= kEnough) {
            addRepair(record,
                      say(QT_TRANSLATE_NOOP("Sentence", "the key \"%1\" stands there twice, the last one counts"),
                          parsed.get<std::string>()));
            told = record.repair.english().size();
        }
        return true;
    };
    try {
        record.value = nlohmann::json::parse(text, watch);
        return {};
    } catch (const nlohmann::json::exception &error) {
        // "[json.exception.parse_error.101] parse error at line 1, column 9: syntax error ...": keep the words. What
        // they quote may end inside a letter.
        const std::string what = readableName(error.what());
        const std::size_t column = what.find("column ");
        record.value = nullptr;
        return column == std::string::npos ? what : what.substr(column);
    }
}

/// The code unit of an escape \uXXXX that stands there, or -1.
int escapeAt(const std::string &text, std::size_t i)
{
    constexpr std::size_t kLength = 6;
    if (text.compare(i, 2, "\\u") != 0 || i + kLength > text.size()) {
        return -1;
    }
    int unit = 0;
    const char *begin = text.data() + i + 2;
    const auto [end, fault] = std::from_chars(begin, begin + 4, unit, 16);
    return fault == std::errc() && end == begin + 4 ? unit : -1;
}

/// Puts what JSON knows in the place of what other programs write.  -> what was done, a clause
Sentence mend(std::string &text)
{
    constexpr std::size_t kEscape = 6;
    const auto isHigh = [](int unit) { return unit >= 0xD800 && unit < 0xDC00; };
    const auto isLow = [](int unit) { return unit >= 0xDC00 && unit < 0xE000; };
    const auto wordAt = [&](std::size_t i) -> std::string_view {
        for (const std::string_view word : {"NaN", "-Infinity", "Infinity"}) {
            if (text.compare(i, word.size(), word) == 0) {
                return word;
            }
        }
        return {};
    };
    std::string mended;
    bool letters = false, numbers = false, quoted = false;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t taken = 1;
        if (text[i] == '"') {
            quoted = !quoted;
        } else if (quoted && text[i] == '\\') {
            const int unit = escapeAt(text, i);
            if (isHigh(unit) && isLow(escapeAt(text, i + kEscape))) {
                taken = 2 * kEscape;
            } else if (isHigh(unit) || isLow(unit)) {
                text.replace(i, kEscape, "\\uFFFD");
                letters = true;
                taken = kEscape;
            } else {
                taken = unit >= 0 ? kEscape : 2;
            }
        } else if (const std::string_view word = quoted ? std::string_view() : wordAt(i); !word.empty()) {
            mended += "null";  // into another text: moving what follows each time would take hours for a long list
            numbers = true;
            i += word.size();
            continue;
        }
        mended.append(text, i, taken);
        i += taken;
    }
    text = std::move(mended);
    constexpr const char *kMark = "\xEF\xBF\xBD";  // U+FFFD
    return letters && numbers
               ? say(QT_TRANSLATE_NOOP("Sentence", "half letters became %1, NaN and Infinity nothing"), kMark)
           : letters ? say(QT_TRANSLATE_NOOP("Sentence", "half letters (lone surrogates) became %1"), kMark)
           : numbers ? say(QT_TRANSLATE_NOOP("Sentence", "NaN or Infinity became nothing"))
                     : Sentence();
}

/// As nlohmann's type_name().
Sentence typeOf(const nlohmann::json &value)
{
    return value.is_array()     ? say(QT_TRANSLATE_NOOP("Sentence", "array"))
           : value.is_string()  ? say(QT_TRANSLATE_NOOP("Sentence", "string"))
           : value.is_number()  ? say(QT_TRANSLATE_NOOP("Sentence", "number"))
           : value.is_boolean() ? say(QT_TRANSLATE_NOOP("Sentence", "boolean"))
                                : Sentence(value.type_name());
}

void parseInto(JsonRecord &record, std::string_view text)
{
    record.value = nullptr;
    record.fault = {};
    record.repair = {};
    if (text.size() > JsonRecordReader::kMaxRecordBytes) {
        record.fault = say(QT_TRANSLATE_NOOP("Sentence", "the record is longer than 16 MB"));
        return;
    }
    if (deepestNesting(text) > JsonRecordReader::kMaxDepth) {
        record.fault = say(QT_TRANSLATE_NOOP("Sentence", "the record is nested deeper than 64 levels"));
        return;
    }
    std::string fault = parse(text, record);
    if (!fault.empty()) {
        std::string repaired(text);
        if (const Sentence repair = mend(repaired); !repair.empty()) {
            fault = parse(repaired, record);
            addRepair(record, repair);
        }
    }
    if (!fault.empty()) {
        record.repair = {};
        record.fault = say(QT_TRANSLATE_NOOP("Sentence", "not valid JSON (%1)"), fault);
        return;
    }
    if (!record.value.is_object()) {
        record.fault = say(QT_TRANSLATE_NOOP("Sentence", "expected an object {...}, found %1"), typeOf(record.value));
    }
}

}  // namespace

int deepestNesting(std::string_view text)
{
    int depth = 0;
    int deepest = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            i += c == '\\' ? 1 : 0;
            quoted = c != '"';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            deepest = std::max(deepest, ++depth);
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return deepest;
}

JsonRecordReader::JsonRecordReader(std::string_view text) : m_text(text)
{
    skipBlanks();
    if (m_position < m_text.size() && m_text[m_position] == '[') {
        // One JSON array, unless it is closed on its own line and more follows: then a line of JSON Lines.
        const std::size_t end = elementEnd();
        const std::size_t rest = m_text.find_first_not_of(kBlanks, std::min(end, m_text.size()));
        m_array = end >= m_text.size() || rest == std::string_view::npos;
    }
    if (m_array) {
        ++m_position;
    } else {
        m_position = 0;
        m_line = 1;
    }
}

void JsonRecordReader::skipBlanks()
{
    while (m_position < m_text.size() && kBlanks.find(m_text[m_position]) != std::string_view::npos) {
        m_line += m_text[m_position] == '\n' ? 1 : 0;
        ++m_position;
    }
}

bool JsonRecordReader::next(JsonRecord &record)
{
    return m_array ? nextElement(record) : nextLine(record);
}

bool JsonRecordReader::nextLine(JsonRecord &record)
{
    while (m_position < m_text.size()) {
        const std::size_t end = std::min(m_text.find('\n', m_position), m_text.size());
        const std::string_view line = m_text.substr(m_position, end - m_position);
        m_position = std::min(end + 1, m_text.size());
        record.line = m_line++;
        if (line.find_first_not_of(kBlanks) != std::string_view::npos) {
            parseInto(record, line);
            return true;
        }
    }
    return false;
}

/// The end of the value that begins at the position: its closing bracket, or a comma or bracket of the array around it.
std::size_t JsonRecordReader::elementEnd() const
{
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = m_position; i < m_text.size(); ++i) {
        const char c = m_text[i];
        if (quoted) {
            i += c == '\\' ? 1 : 0;
            quoted = c != '"';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            if (depth == 0) {
                return i;
            }
            if (--depth == 0) {
                return i + 1;
            }
        } else if (c == ',' && depth == 0) {
            return i;
        }
    }
    return m_text.size();
}

bool JsonRecordReader::nextElement(JsonRecord &record)
{
    skipBlanks();
    while (m_position < m_text.size() && m_text[m_position] == ',') {
        ++m_position;
        skipBlanks();
    }
    record.line = m_line;
    if (m_position >= m_text.size()) {
        m_array = false;  // said once; the next call finds no line
        record.value = nullptr;
        record.repair = {};
        record.fault = say(QT_TRANSLATE_NOOP("Sentence", "the array is not closed: the file ends early"));
        return true;
    }
    if (m_text[m_position] == ']') {
        m_position = m_text.size();
        m_array = false;
        return false;
    }
    const std::size_t begin = m_position;
    const std::size_t end = elementEnd();
    parseInto(record, m_text.substr(begin, end - begin));
    m_line += std::count(m_text.begin() + static_cast<std::ptrdiff_t>(begin),
                         m_text.begin() + static_cast<std::ptrdiff_t>(end), '\n');
    m_position = std::max(end, begin + 1);  // a stray bracket is passed, too
    return true;
}

}  // namespace atlas::storage
