#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace atlas::engine {

/// One SHA-256 over several files: of the lines "name sha256" in the order given. Files that do not exist are left out.
/// The weights' file is part of it as it lies there: the same numbers in another format hash differently.
/// Errors: Io.
std::string folderHash(const std::vector<std::filesystem::path> &files);

/// SHA-256 of a file, or folderHash() of everything directly in a folder, by name.  Errors: NotFound, Io.
std::string contentHash(const std::filesystem::path &path);

}  // namespace atlas::engine
