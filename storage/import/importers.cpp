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

const Importer *importerFor(const std::filesystem::path &source, const std::string &format)
{
    const Importer *best = nullptr;
    int bestScore = 0;
    for (const Importer &importer : importers()) {
        const int score = format.empty() ? importer.sniff(source) : importer.name == format ? 1 : 0;
        if (score > bestScore) {
            best = &importer;
            bestScore = score;
        }
    }
    return best;
}

}  // namespace atlas::storage
