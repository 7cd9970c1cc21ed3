#include "engine/backbone/folder_hash.h"

#include "core/hash.h"

namespace atlas::engine {

std::string folderHash(const std::vector<std::filesystem::path> &files)
{
    Sha256 hash;
    for (const std::filesystem::path &file : files) {
        if (std::filesystem::exists(file)) {
            hash.add(file.filename().string() + " " + sha256OfFile(file) + "\n");
        }
    }
    return hash.hex();
}

}  // namespace atlas::engine
