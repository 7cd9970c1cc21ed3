#pragma once

#include "core/files.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

namespace atlas::storage {

/// Bytes that stand in the project (or outside it, when linked), named by their content.
struct StoredAsset {
    std::string sha256;          ///< 64 lower-case hexadecimal digits
    std::filesystem::path path;  ///< absolute place of the bytes
    std::uintmax_t bytes = 0;
    bool linked = false;  ///< `path` is a file outside the project that was left where it is
    bool fresh = false;   ///< this call wrote it; false = the same content stood there already
};

/// Pictures by content: `folder/ab/<sha256>`. Equal content is kept once. Files appear whole or not at all, and are on
/// the disk when a call returns (or after sync(), for a store made with Durable::BySync: an import of thousands of
/// pictures syncs once, before its rows are written), so a row that names one never precedes it.
/// Threads: const members may be called from any thread and any process at once.
class AssetStore {
public:
    explicit AssetStore(std::filesystem::path folder, Durable durable = Durable::Now);

    /// Copies a file in.  Errors: NotFound, DiskFull, Io.
    StoredAsset putFile(const std::filesystem::path &file) const;

    /// Stores bytes from memory.  Errors: DiskFull, Io.
    StoredAsset putBytes(std::span<const std::byte> bytes) const;

    /// Leaves a file where it is and only takes its hash.  Errors: NotFound, Io.
    StoredAsset linkFile(const std::filesystem::path &file) const;

    /// Brings everything put so far to the disk.  Errors: DiskFull, Io.
    void sync() const;

    /// Takes back what a put of an abandoned import wrote. Leaves content alone that stood there before.
    void discard(const StoredAsset &asset) const noexcept;

    /// Where content of that hash stands when it is not linked; the file need not exist.
    std::filesystem::path pathOf(const std::string &sha256) const;

private:
    std::filesystem::path m_folder;
    Durable m_durable;
};

}  // namespace atlas::storage
