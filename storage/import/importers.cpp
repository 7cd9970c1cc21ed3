#include "storage/import/importers.h"

#include <array>

namespace atlas::storage {

std::span<const Importer> importers()
{
#define ATLAS_MAKE(format) formats::format(),
    static const std::array registry{ATLAS_IMPORTERS(ATLAS_MAKE)};
#undef ATLAS_MAKE
    return registry;
}

}  // namespace atlas::storage
