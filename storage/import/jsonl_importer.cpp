#include "core/translatable.h"
#include "storage/import/importers.h"
#include "storage/import/tables.h"

namespace atlas::storage::formats {

/// One JSON object a line. With `<stem>-labels.lst` beside it also the multiple-choice layout {goal, sol1, sol2} whose
/// labels stand apart, one a line.
Importer jsonl()
{
    return {.name = "jsonl",
            .title = QT_TRANSLATE_NOOP("Importer", "JSON Lines"),
            .sniff = [](const std::filesystem::path &source) { return sniffTables(source, kJsonLinesExtensions); },
            .read =
                [](const ImportRequest &request, ImportSink &sink, std::stop_token stop) {
                    const SourceRoot root(request.source);
                    for (const TableFile &table : findTables(request, root, kJsonLinesExtensions, sink)) {
                        readJsonTable(request, root, table, sink, stop);
                    }
                }};
}

}  // namespace atlas::storage::formats
