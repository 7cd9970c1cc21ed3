#include "core/translatable.h"
#include "storage/import/importers.h"
#include "storage/import/tables.h"

namespace atlas::storage::formats {

/// One JSON array of objects.
Importer json()
{
    return {.name = "json",
            .title = QT_TRANSLATE_NOOP("Importer", "JSON"),
            .sniff = [](const std::filesystem::path &source) { return sniffTables(source, kJsonExtensions); },
            .read =
                [](const ImportRequest &request, ImportSink &sink, std::stop_token stop) {
                    const SourceRoot root(request.source);
                    for (const TableFile &table : findTables(request, root, kJsonExtensions, sink)) {
                        readJsonTable(request, root, table, sink, stop);
                    }
                }};
}

}  // namespace atlas::storage::formats
