#pragma once

#include "core/sample.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace atlas::storage {

inline constexpr const char *kClassFoldersFile = "classes.json";

/// What the folders of an exported picture set mean: a class may be called what no folder can be. Written beside them
/// as
/// {"splits": {folder: "train" | "validation" | "test" | "auto"}, "classes": [{"folder": .., "name": ..}]}.
struct ClassFolders {
    std::map<std::string, Split> splits;         ///< folder -> split
    std::map<std::string, std::string> classes;  ///< folder -> name
};

std::string toJsonText(const ClassFolders &meaning);

/// nullopt when the folder has no such file, or one that says something else.
std::optional<ClassFolders> readClassFolders(const std::filesystem::path &folder);

}  // namespace atlas::storage
