#include "engine/backbone/folder_hash.h"

#include "core/hash.h"

#include <algorithm>

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

std::string contentHash(const std::filesystem::path &path)
{
    if (!std::filesystem::is_directory(path)) {
        return sha256OfFile(path);
    }
    std::vector<std::filesystem::path> files;
    for (const auto &entry : std::filesystem::directory_iterator(path)) {
        if (entry.is_regular_file()) {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    return folderHash(files);
}

}  // namespace atlas::engine
