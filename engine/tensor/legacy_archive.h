#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>

namespace atlas::engine {

/// What torch.save wrote before PyTorch 1.6: four pickles (magic number, protocol, system, the object; the keys of the
/// storages), then the storages one after the other.
bool isLegacyArchive(std::span<const std::byte> archive);

/// The parts of such a file under the names that the later zip has: "archive/data.pkl", "archive/data/<key>".
/// Executes nothing.  Requires: isLegacyArchive(archive); the bytes outlive the result.
/// Errors: BadInput naming what is refused.
/// Source: torch/serialization.py, `_legacy_save`.
std::map<std::string, std::span<const std::byte>> readLegacyArchive(std::span<const std::byte> archive,
                                                                    const std::string &name);

}  // namespace atlas::engine
