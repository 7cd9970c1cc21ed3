#include "core/translatable.h"
#include "storage/import/importers.h"
#include "storage/import/tables.h"

namespace atlas::storage::formats {
namespace {

void readTables(const ImportRequest &request, std::span<const std::string_view> extensions, char delimiter,
                ImportSink &sink, const std::stop_token &stop)
{
    const SourceRoot root(request.source);
    for (const TableFile &table : findTables(request, root, extensions, sink)) {
        readDelimitedTable(request, root, table, delimiter, sink, stop);
    }
}

}  // namespace

/// Comma-separated values with a line of column names; semicolons, tabs and bars are recognised, too.
Importer csv()
{
    return {.name = "csv",
            .title = QT_TRANSLATE_NOOP("Importer", "Table (CSV)"),
            .sniff = [](const std::filesystem::path &source) { return sniffTables(source, kCsvExtensions); },
            .read = [](const ImportRequest &request, ImportSink &sink,
                       std::stop_token stop) { readTables(request, kCsvExtensions, 0, sink, stop); }};
}

Importer tsv()
{
    return {.name = "tsv",
            .title = QT_TRANSLATE_NOOP("Importer", "Table with tabs (TSV)"),
            .sniff = [](const std::filesystem::path &source) { return sniffTables(source, kTsvExtensions); },
            .read = [](const ImportRequest &request, ImportSink &sink,
                       std::stop_token stop) { readTables(request, kTsvExtensions, '\t', sink, stop); }};
}

}  // namespace atlas::storage::formats
