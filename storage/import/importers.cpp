#include "storage/import/importers.h"

#include <array>

namespace atlas::storage {

std::span<const Importer> importers()
{
    static const std::array registry{
        formats::folder(), formats::csv(),           formats::tsv(), formats::jsonl(),
        formats::json(),   formats::hfImageFolder(), formats::idx(),
    };
    return registry;
}

}  // namespace atlas::storage
