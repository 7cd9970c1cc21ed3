#pragma once

#include "core/sentence.h"
#include "storage/import/rfc4180.h"
#include "storage/import/table_header.h"
#include "storage/records.h"

namespace atlas::storage {

/// A table of lines and fields whose first lines were looked at: the names of its columns, and a reader that stands
/// before the first row of data.
struct OpenedTable {
    TableHeader header;
    CsvReader reader;
    char delimiter = ',';
    Sentence fault;  ///< why the line of names cannot be read; then nothing else counts
};

/// As the request says (delimiter, header, map); what it does not say is found out, the delimiter only where the format
/// has none (`delimiter` 0). `text` must be UTF-8 and outlive the table.
OpenedTable openTable(std::string_view text, char delimiter, const ImportRequest &request);

}  // namespace atlas::storage
