#include "shared_data.h"

#include <cstdlib>

namespace atlas::test {

std::filesystem::path sourceFolder()
{
    return ATLAS_SOURCE_DIR;
}

std::filesystem::path sharedFolder()
{
    if (const char *folder = std::getenv("ATLAS_SHARED")) {
        return folder;
    }
    return sourceFolder().parent_path() / "shared";
}

std::filesystem::path golden(const char *name)
{
    return sharedFolder() / "golden" / name;
}

std::filesystem::path embedderFile(const char *name)
{
    const char *folder = std::getenv("ATLAS_EMBEDDERS");
    return (folder != nullptr ? std::filesystem::path(folder) : sourceFolder() / "build" / "packages" / "embedders") /
           name;
}

}  // namespace atlas::test
