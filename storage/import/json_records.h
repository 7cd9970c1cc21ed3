#pragma once

#include "core/sentence.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace atlas::storage {

/// One JSON value of a source. `fault` tells in words why there is none.
struct JsonRecord {
    nlohmann::json value;
    std::int64_t line = 0;  ///< of its first character, from 1
    Sentence fault;
    Sentence repair;  ///< what was mended in it or decided about it, a clause; empty = nothing
};

/// How many lists and objects of a JSON text are open at once at most, strings left out. What is nested without end
/// makes programs that follow it run out of stack.
int deepestNesting(std::string_view text);

/// Hands over the objects of JSON Lines (one a line, blank lines passed over) or of one JSON array, each parsed by
/// itself: a bad one costs only itself and memory holds one at a time. Which of the two it is shows in the first
/// character. Nesting deeper than 64 and records above 16 MB are faults. Halves of surrogate pairs become U+FFFD, NaN
/// and Infinity (Python writes them) null, of equal keys the last counts; all that is told. `text` must be UTF-8 and
/// outlive the reader.
class JsonRecordReader {
public:
    static constexpr std::size_t kMaxRecordBytes = std::size_t{16} << 20;
    static constexpr int kMaxDepth = 64;

    explicit JsonRecordReader(std::string_view text);

    /// The next record; false at the end.
    bool next(JsonRecord &record);

    /// Bytes passed so far, for progress.
    std::size_t position() const { return m_position; }

private:
    bool nextLine(JsonRecord &record);
    bool nextElement(JsonRecord &record);
    void skipBlanks();
    std::size_t elementEnd() const;

    std::string_view m_text;
    std::size_t m_position = 0;
    std::int64_t m_line = 1;
    bool m_array = false;
};

}  // namespace atlas::storage
