#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace atlas::test {

/// A project as a program of that schema version left it (tests/data/schema), in a folder that is made.
void makeOlderProject(const std::filesystem::path &folder, int version);

/// The same, frozen and handed over.
void makeOlderSnapshot(const std::filesystem::path &folder, int version);

/// SHA-256 of every file below a folder, by its path in it.
std::map<std::string, std::string> bytesOf(const std::filesystem::path &folder);

}  // namespace atlas::test
