#include "storage/export/exporters.h"

#include <array>

namespace atlas::storage {

std::span<const Exporter> exporters()
{
#define ATLAS_MAKE(format) exports::format(),
    static const std::array registry{ATLAS_EXPORTERS(ATLAS_MAKE)};
#undef ATLAS_MAKE
    return registry;
}

}  // namespace atlas::storage
