#pragma once

#include "storage/import/table_source.h"

#include <nlohmann/json.hpp>

#include <array>

/// Reading one table into samples, by syntax. What a column means is the RecordMapper's.
namespace atlas::storage {

inline constexpr std::array<std::string_view, 1> kCsvExtensions{".csv"};
inline constexpr std::array<std::string_view, 2> kTsvExtensions{".tsv", ".tab"};
inline constexpr std::array<std::string_view, 2> kJsonLinesExtensions{".jsonl", ".ndjson"};
inline constexpr std::array<std::string_view, 1> kJsonExtensions{".json"};

/// RFC 4180; `delimiter` 0 = found out. Tables without a line of names are read, too (table_header.h).
void readDelimitedTable(const ImportRequest &request, const SourceRoot &root, const TableFile &file, char delimiter,
                        ImportSink &sink, const std::stop_token &stop);

/// JSON Lines or one JSON array of objects.
/// `flatten`, if given, makes a row of each record.
void readJsonTable(const ImportRequest &request, const SourceRoot &root, const TableFile &table, ImportSink &sink,
                   const std::stop_token &stop, void (*flatten)(nlohmann::json &record) = nullptr);

}  // namespace atlas::storage
