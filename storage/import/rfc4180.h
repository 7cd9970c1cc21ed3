#pragma once

#include "core/sentence.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace atlas::storage {

/// One record of a table. `fault` tells in words why it cannot be used (the fields are then not complete).
struct CsvRecord {
    std::vector<std::string> fields;
    std::int64_t line = 0;  ///< of its first character, from 1
    Sentence fault;
    Sentence repair;  ///< what was mended in it, a clause; empty = nothing
};

/// Reads comma-separated values: quotes, doubled quotes, line breaks inside quotes, LF, CRLF and CR ends; blank lines
/// are passed over. A quote that is never closed, or closed before more text, costs the line it was opened on and no
/// more: reading goes on after that line.
/// Zero bytes are taken out.
/// Reads in one pass over `text`, which must be UTF-8 and outlive the reader.
/// Source: RFC 4180.
class CsvReader {
public:
    static constexpr std::size_t kMaxFieldBytes = std::size_t{16} << 20;

    CsvReader(std::string_view text, char delimiter) : m_text(text), m_delimiter(delimiter) {}

    /// The next record; false at the end.
    bool next(CsvRecord &record);

    /// Bytes passed so far, for progress.
    std::size_t position() const { return m_position; }

private:
    enum class Ended { Field, Record };

    Ended readField(CsvRecord &record);
    bool readQuoted(std::string &field, CsvRecord &record);
    void skipLineBreak();
    void skipLine();
    bool atLineBreak() const;

    std::string_view m_text;
    char m_delimiter;
    std::size_t m_position = 0;
    std::int64_t m_line = 1;
    bool m_multiline = true;  ///< false after a quote was found unclosed: looking to the end again would be quadratic
};

/// The delimiter of , ; tab | that splits the first records into the most, equally many fields; `fallback` if none
/// does.
char guessDelimiter(std::string_view text, char fallback = ',');

}  // namespace atlas::storage
