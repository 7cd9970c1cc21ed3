#pragma once

#include "storage/records.h"

#include <stop_token>

namespace atlas::storage {

/// A column of a table and what it is taken for.
struct TableColumn {
    std::string name;
    std::vector<std::string> examples;  ///< a few different values, shortened
    std::string field;                  ///< "label", "choice0", ... or "unused" (field_names.h)
};

/// How a table is understood before it is read: what a person may want otherwise.
struct TableDescription {
    std::string file;  ///< its name
    std::vector<TableColumn> columns;
    std::string encoding;                 ///< "UTF-8", "CP932", ...
    std::string otherEncoding;            ///< nearly as likely, with other letters; empty = sure
    std::vector<std::string> lines;       ///< the first that show the encoding: they have letters beyond ASCII
    std::vector<std::string> otherLines;  ///< the same in the other encoding
    char delimiter = 0;                   ///< between fields; 0 = it has none (JSON)
    bool header = true;                   ///< the first line names the columns

    static constexpr std::size_t kMostLines = 4;
    static constexpr std::size_t kMostExamples = 3;
};

/// Looks at the start of the first table of the source, with what the request says already (format, encoding,
/// delimiter, header, map). Nothing: the source holds no table (class folders, IDX, archives, formats whose columns are
/// fixed), or it cannot be read, which a dry run tells. Errors: Cancelled. Threads: any; blocks.
std::optional<TableDescription> describeTable(const ImportRequest &request, const std::stop_token &stop);

/// The same of the bytes a table starts with. `cut`: there are more.
/// Errors: BadInput (no text), Usage (no such encoding).
TableDescription describeStart(std::string bytes, bool cut, const ImportRequest &request, bool json, char delimiter);

}  // namespace atlas::storage
