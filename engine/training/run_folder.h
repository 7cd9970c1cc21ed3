#pragma once

#include <filesystem>
#include <string>

namespace atlas::engine {

/// A task's name as a file name: letters, digits, ".", "_", "-" and everything beyond ASCII stay, other bytes become
/// %XX, so that different names never meet.
std::string fileNameOf(const std::string &task);

/// Where things stand in a run's model folder.
std::filesystem::path checkpointFile(const std::filesystem::path &modelFolder);
std::filesystem::path packageFile(const std::filesystem::path &modelFolder, const std::string &task);
std::filesystem::path logitsFile(const std::filesystem::path &modelFolder, int afterTask, const std::string &task);

/// Makes the folder and those above it.  Errors: DiskFull, Io.
void makeFolder(const std::filesystem::path &folder);

}  // namespace atlas::engine
