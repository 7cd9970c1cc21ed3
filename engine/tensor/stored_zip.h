#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>

namespace atlas::engine {

/// The entries of a zip archive whose files are stored, not compressed, as LibTorch writes them (with or without
/// zip64). The views point into the archive's bytes. Errors: BadInput, naming the archive and what is wrong: no end
/// record, compressed or encrypted or doubled entries, ranges outside the file, a checksum that does not match. Source:
/// PKWARE APPNOTE 6.3.
std::map<std::string, std::span<const std::byte>> readStoredZip(std::span<const std::byte> archive,
                                                                const std::string &name);

}  // namespace atlas::engine
