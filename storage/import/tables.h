#pragma once

#include "storage/import/table_source.h"

#include <nlohmann/json.hpp>

/// Reading one table into samples, by syntax. What a column means is the RecordMapper's.
namespace atlas::storage {

/// RFC 4180; `delimiter` 0 = found out. Tables without a line of names are read, too (table_header.h).
void readDelimitedTable(const ImportRequest &request, const SourceRoot &root, const TableFile &file, char delimiter,
                        ImportSink &sink, const std::stop_token &stop);

/// JSON Lines or one JSON array of objects.
/// `flatten`, if given, makes a row of each record.
void readJsonTable(const ImportRequest &request, const SourceRoot &root, const TableFile &table, ImportSink &sink,
                   const std::stop_token &stop, void (*flatten)(nlohmann::json &record) = nullptr);

}  // namespace atlas::storage
