#pragma once

#include <cstdint>
#include <filesystem>

namespace atlas::storage {

/// Bytes of what backbones' frozen networks made of a project's samples, kept in its cache folder. 0 without any.
/// Threads: any but the GUI thread.
std::int64_t cachedFeatureBytes(const std::filesystem::path &cacheFolder);

/// Removes it; the next training makes what it needs again. A training that is going on keeps what it has open.
/// Errors: Io, naming the folder.  Threads: any but the GUI thread.
void clearCachedFeatures(const std::filesystem::path &cacheFolder);

}  // namespace atlas::storage
