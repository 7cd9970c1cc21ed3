#include "core/translatable.h"
#include "storage/import/importers.h"
#include "storage/import/tables.h"

#include <array>

namespace atlas::storage::formats {
namespace {

constexpr std::array<std::string_view, 1> kExtensions{".json"};

}  // namespace

/// One JSON array of objects.
Importer json()
{
    return {.name = "json",
            .title = QT_TRANSLATE_NOOP("Importer", "JSON"),
            .sniff = [](const std::filesystem::path &source) { return sniffTables(source, kExtensions); },
            .read =
                [](const ImportRequest &request, ImportSink &sink, std::stop_token stop) {
                    const SourceRoot root(request.source);
                    for (const TableFile &table : findTables(request, root, kExtensions, sink)) {
                        readJsonTable(request, root, table, sink, stop);
                    }
                }};
}

}  // namespace atlas::storage::formats
