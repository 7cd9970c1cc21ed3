#include "storage/import/rfc4180.h"

#include "core/sentence.h"
#include "core/translatable.h"

#include <algorithm>
#include <map>

namespace atlas::storage {

bool CsvReader::atLineBreak() const
{
    return m_text[m_position] == '\n' || m_text[m_position] == '\r';
}

void CsvReader::skipLineBreak()
{
    if (m_text[m_position] == '\r' && m_position + 1 < m_text.size() && m_text[m_position + 1] == '\n') {
        ++m_position;
    }
    ++m_position;
    ++m_line;
}

void CsvReader::skipLine()
{
    while (m_position < m_text.size() && !atLineBreak()) {
        ++m_position;
    }
    if (m_position < m_text.size()) {
        skipLineBreak();
    }
}

bool CsvReader::readQuoted(std::string &field, CsvRecord &record)
{
    ++m_position;
    while (m_position < m_text.size()) {
        const char c = m_text[m_position];
        if (c == '"') {
            if (m_position + 1 < m_text.size() && m_text[m_position + 1] == '"') {
                field += '"';
                m_position += 2;
                continue;
            }
            ++m_position;
            if (m_position == m_text.size() || m_text[m_position] == m_delimiter || atLineBreak()) {
                return true;
            }
            record.fault = say(QT_TRANSLATE_NOOP("Sentence", "text follows a closing quote"));
            return false;
        }
        if (atLineBreak()) {
            if (!m_multiline) {
                break;
            }
            const std::size_t begin = m_position;
            skipLineBreak();
            field.append(m_text.substr(begin, m_position - begin) == "\r\n" ? "\n" : m_text.substr(begin, 1));
            continue;
        }
        field += c;
        ++m_position;
    }
    m_multiline = false;
    record.fault = say(QT_TRANSLATE_NOOP("Sentence", "a quote is opened and never closed"));
    return false;
}

CsvReader::Ended CsvReader::readField(CsvRecord &record)
{
    std::string field;
    if (m_position < m_text.size() && m_text[m_position] == '"') {
        const std::size_t opened = m_position;
        const std::int64_t openedLine = m_line;
        if (!readQuoted(field, record)) {
            m_position = opened;
            m_line = openedLine;
            skipLine();
            return Ended::Record;
        }
    }
    const std::size_t begin = m_position;
    while (m_position < m_text.size() && m_text[m_position] != m_delimiter && !atLineBreak()) {
        ++m_position;
    }
    field.append(m_text.substr(begin, m_position - begin));
    if (field.size() > kMaxFieldBytes) {
        record.fault = say(QT_TRANSLATE_NOOP("Sentence", "a field holds more than 16 MB"));
        field.clear();
    } else if (std::erase(field, '\0') > 0) {
        record.repair = say(QT_TRANSLATE_NOOP("Sentence", "zero bytes were taken out of it"));
    }
    record.fields.push_back(std::move(field));
    if (m_position >= m_text.size()) {
        return Ended::Record;
    }
    if (m_text[m_position] == m_delimiter) {
        ++m_position;
        return Ended::Field;
    }
    skipLineBreak();
    return Ended::Record;
}

bool CsvReader::next(CsvRecord &record)
{
    while (m_position < m_text.size() && atLineBreak()) {
        skipLineBreak();
    }
    if (m_position >= m_text.size()) {
        return false;
    }
    record.fields.clear();
    record.fault = {};
    record.repair = {};
    record.line = m_line;
    while (readField(record) == Ended::Field) {}
    return true;
}

char guessDelimiter(std::string_view text, char fallback)
{
    constexpr int kRecords = 20;
    constexpr std::size_t kLook = std::size_t{1} << 20;
    char best = fallback;
    std::size_t bestScore = 0;
    for (const char delimiter : {fallback, ',', ';', '\t', '|'}) {
        CsvReader reader(text.substr(0, kLook), delimiter);
        CsvRecord record;
        std::map<std::size_t, std::size_t> recordsByWidth;
        for (int i = 0; i < kRecords && reader.next(record); ++i) {
            ++recordsByWidth[record.fields.size()];
        }
        for (const auto &[width, records] : recordsByWidth) {
            const std::size_t score = width < 2 ? 0 : records * 100 + std::min<std::size_t>(width, 99);
            if (score > bestScore) {
                bestScore = score;
                best = delimiter;
            }
        }
    }
    return best;
}

}  // namespace atlas::storage
