#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace atlas::engine {

/// SHA-256 of everything that decides what was computed.
using FeatureKey = std::array<std::byte, 32>;

/// The key of several texts: their lengths count, so that no two lists share one.
FeatureKey featureKey(std::initializer_list<std::string> parts);

/// Bytes that stay valid as long as somebody holds them, whatever becomes of the cache.
struct CachedBytes {
    std::span<const std::byte> bytes;
    std::shared_ptr<const void> owner;
};

/// What frozen networks made of samples, kept in one memory-mapped file. It may be deleted at any time.
///
/// File (little-endian, every part begins at a multiple of 64 bytes): "ATLASFC1", identity (32 bytes of SHA-256); then
/// records of {u32 0x43465441, u32 length, key (32), u32 CRC-32 of the bytes, 20 zero bytes}, bytes. Records are only
/// ever added behind the last one. A file of another identity is emptied; what follows a record that cannot be read (a
/// crash while it was written) is cut off; bytes whose sum is wrong are taken for absent and computed again.
/// One process writes; others that open the file meanwhile read it and keep what they add in memory.
/// A disk that is full or broken never stops the work: the cache then stops growing.
/// Threads: all members may be called from any thread.
class FeatureCache {
public:
    /// `identity` names the networks and their settings. When the file is larger than `limit` bytes its oldest records
    /// go until it is half of that.
    /// Errors: none; without a usable file (see problem()) everything is kept in memory only.
    FeatureCache(std::filesystem::path file, const std::string &identity, std::int64_t limit);
    ~FeatureCache();
    FeatureCache(const FeatureCache &) = delete;
    FeatureCache &operator=(const FeatureCache &) = delete;

    /// The bytes begin at a multiple of 64 bytes in memory.
    std::optional<CachedBytes> find(const FeatureKey &key);

    /// Keeps bytes under a key that is not there yet; where neither file nor memory (1 GiB) has room, it does not.
    void store(const FeatureKey &key, std::span<const std::byte> bytes);

    /// Size of the file.
    std::int64_t bytes() const;
    /// Why the file could not be used, or is no longer written; empty = all is well.
    std::string problem() const;

private:
    struct Place {
        std::int64_t offset = 0;  ///< of the bytes
        std::uint32_t length = 0;
        std::uint32_t sum = 0;
        bool checked = false;
    };
    class Mapping;

    void open(const std::string &identity);
    void readRecords(bool mayCut);
    void dropOldest();
    void append(const FeatureKey &key, std::span<const std::byte> bytes);
    void giveUp(const std::string &why);
    std::shared_ptr<const Mapping> mapped(std::int64_t end);

    std::filesystem::path m_file;
    std::string m_header;
    std::int64_t m_limit;
    mutable std::mutex m_mutex;
    int m_descriptor = -1;
    bool m_writes = false;  ///< this process holds the lock
    std::int64_t m_end = 0;
    std::map<FeatureKey, Place> m_places;
    std::map<FeatureKey, std::shared_ptr<const std::vector<std::byte>>> m_memory;
    std::size_t m_memoryBytes = 0;
    std::shared_ptr<const Mapping> m_mapping;
    std::string m_problem;
};

/// Where a project keeps its features, one file for each pair of embedders.
std::filesystem::path featureCacheFile(const std::filesystem::path &cacheFolder, const std::string &identity);

}  // namespace atlas::engine
