#include "engine/features/feature_cache.h"

#include "core/hash.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace atlas::engine {
namespace {

constexpr std::int64_t kAlignment = 64;
constexpr std::uint32_t kRecordMagic = 0x43465441;  // "ATFC"
constexpr std::string_view kMagic = "ATLASFC1";
constexpr std::size_t kMemoryLimit = std::size_t{1} << 30;  ///< of what cannot be written

struct RecordHeader {
    std::uint32_t magic = kRecordMagic;
    std::uint32_t length = 0;
    FeatureKey key{};
    std::uint32_t sum = 0;
    std::array<std::byte, 20> zero{};
};
static_assert(sizeof(RecordHeader) == kAlignment);

std::int64_t aligned(std::int64_t size)
{
    return (size + kAlignment - 1) / kAlignment * kAlignment;
}

std::uint32_t sumOf(std::span<const std::byte> bytes)
{
    return static_cast<std::uint32_t>(
        ::crc32(0, reinterpret_cast<const Bytef *>(bytes.data()), static_cast<uInt>(bytes.size())));
}

/// 32 bytes of 64 hexadecimal digits.
FeatureKey fromHex(const std::string &hex)
{
    const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    FeatureKey key{};
    for (std::size_t i = 0; i < key.size(); ++i) {
        key[i] = static_cast<std::byte>(digit(hex[2 * i]) * 16 + digit(hex[2 * i + 1]));
    }
    return key;
}

bool writeAll(int descriptor, const void *data, std::size_t size, std::int64_t offset)
{
    const auto *bytes = static_cast<const char *>(data);
    while (size > 0) {
        const ssize_t written = ::pwrite(descriptor, bytes, size, offset);
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        bytes += written;
        size -= static_cast<std::size_t>(written);
        offset += written;
    }
    return true;
}

std::int64_t sizeOf(int descriptor)
{
    struct stat status {};
    return ::fstat(descriptor, &status) == 0 ? static_cast<std::int64_t>(status.st_size) : 0;
}

}  // namespace

FeatureKey featureKey(std::initializer_list<std::string> parts)
{
    Sha256 hash;
    for (const std::string &part : parts) {
        hash.add(std::to_string(part.size()) + ":" + part);
    }
    return fromHex(hash.hex());
}

/// The file as it was when it was mapped. Nothing in it ever changes, it only grows.
class FeatureCache::Mapping {
public:
    Mapping(int descriptor, std::int64_t size) : m_size(static_cast<std::size_t>(size))
    {
        void *start = ::mmap(nullptr, m_size, PROT_READ, MAP_SHARED, descriptor, 0);
        m_start = start == MAP_FAILED ? nullptr : static_cast<const std::byte *>(start);
    }
    ~Mapping()
    {
        if (m_start != nullptr) {
            ::munmap(const_cast<std::byte *>(m_start), m_size);
        }
    }
    Mapping(const Mapping &) = delete;
    Mapping &operator=(const Mapping &) = delete;

    const std::byte *start() const { return m_start; }
    std::int64_t size() const { return m_start != nullptr ? static_cast<std::int64_t>(m_size) : 0; }

private:
    std::size_t m_size;
    const std::byte *m_start;
};

FeatureCache::FeatureCache(std::filesystem::path file, const std::string &identity, std::int64_t limit)
    : m_file(std::move(file)), m_limit(limit)
{
    const std::lock_guard lock(m_mutex);
    open(identity);
}

FeatureCache::~FeatureCache()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

void FeatureCache::open(const std::string &identity)
{
    const FeatureKey hashed = featureKey({identity});
    m_header.assign(kAlignment, '\0');
    std::memcpy(m_header.data(), kMagic.data(), kMagic.size());
    std::memcpy(m_header.data() + kMagic.size(), hashed.data(), hashed.size());

    std::error_code error;
    std::filesystem::create_directories(m_file.parent_path(), error);
    m_descriptor = ::open(m_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (m_descriptor < 0) {
        giveUp(std::strerror(errno));
        return;
    }
    m_writes = ::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0;
    std::string header(kAlignment, '\0');
    const bool known = ::pread(m_descriptor, header.data(), header.size(), 0) == kAlignment && header == m_header;
    if (!known && m_writes) {
        if (::ftruncate(m_descriptor, 0) != 0 || !writeAll(m_descriptor, m_header.data(), m_header.size(), 0)) {
            giveUp(std::strerror(errno));
            return;
        }
    }
    m_end = known || m_writes ? kAlignment : 0;
    if (m_end == 0) {
        return;  // another process is just making it
    }
    readRecords(m_writes);
    if (m_writes && m_end > m_limit) {
        dropOldest();
    }
}

void FeatureCache::readRecords(bool mayCut)
{
    const std::int64_t size = sizeOf(m_descriptor);
    const std::shared_ptr<const Mapping> mapping = size > m_end ? mapped(size) : nullptr;
    while (mapping != nullptr && m_end + kAlignment <= mapping->size()) {
        RecordHeader header;
        std::memcpy(&header, mapping->start() + m_end, sizeof header);
        const std::int64_t next = m_end + kAlignment + aligned(header.length);
        if (header.magic != kRecordMagic || next > mapping->size()) {
            break;
        }
        m_places[header.key] = {.offset = m_end + kAlignment, .length = header.length, .sum = header.sum};
        m_end = next;
    }
    if (mayCut && m_end < size) {
        m_mapping.reset();
        if (::ftruncate(m_descriptor, m_end) != 0) {
            giveUp(std::strerror(errno));
        }
    }
}

/// Writes the newest half anew beside the file and puts it in its place.
void FeatureCache::dropOldest()
{
    const std::int64_t from = m_end - m_limit / 2;
    std::vector<std::pair<std::int64_t, FeatureKey>> kept;
    for (const auto &[key, place] : m_places) {
        if (place.offset >= from) {
            kept.emplace_back(place.offset, key);
        }
    }
    std::sort(kept.begin(), kept.end());
    const std::filesystem::path file = m_file.string() + ".new";
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    const std::shared_ptr<const Mapping> old = mapped(m_end);
    if (descriptor < 0 || old == nullptr || ::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        giveUp(std::strerror(errno));
        return;
    }
    std::map<FeatureKey, Place> places;
    std::int64_t end = kAlignment;
    bool written = writeAll(descriptor, m_header.data(), m_header.size(), 0);
    for (const auto &[offset, key] : kept) {
        const Place &place = m_places.at(key);
        const auto size = static_cast<std::size_t>(kAlignment + aligned(place.length));
        written = written && writeAll(descriptor, old->start() + offset - kAlignment, size, end);
        places[key] = {.offset = end + kAlignment, .length = place.length, .sum = place.sum};
        end += static_cast<std::int64_t>(size);
    }
    if (!written || ::rename(file.c_str(), m_file.c_str()) != 0) {
        ::close(descriptor);
        ::unlink(file.c_str());
        giveUp(std::strerror(errno));
        return;
    }
    ::close(m_descriptor);
    m_descriptor = descriptor;
    m_mapping.reset();
    m_places = std::move(places);
    m_end = end;
}

void FeatureCache::giveUp(const std::string &why)
{
    m_problem = m_file.string() + ": " + why;
    m_writes = false;
}

std::shared_ptr<const FeatureCache::Mapping> FeatureCache::mapped(std::int64_t end)
{
    if (m_mapping == nullptr || m_mapping->size() < end) {
        m_mapping = std::make_shared<const Mapping>(m_descriptor, std::max(end, sizeOf(m_descriptor)));
    }
    return m_mapping->size() >= end ? m_mapping : nullptr;
}

std::optional<CachedBytes> FeatureCache::find(const FeatureKey &key)
{
    const std::lock_guard lock(m_mutex);
    if (const auto held = m_memory.find(key); held != m_memory.end()) {
        return CachedBytes{*held->second, held->second};
    }
    const auto found = m_places.find(key);
    if (found == m_places.end()) {
        return std::nullopt;
    }
    Place &place = found->second;
    const std::shared_ptr<const Mapping> mapping = mapped(place.offset + place.length);
    if (mapping == nullptr) {
        m_places.erase(found);
        return std::nullopt;
    }
    const std::span<const std::byte> bytes(mapping->start() + place.offset, place.length);
    if (!place.checked && sumOf(bytes) != place.sum) {
        m_places.erase(found);
        return std::nullopt;
    }
    place.checked = true;
    return CachedBytes{bytes, mapping};
}

void FeatureCache::store(const FeatureKey &key, std::span<const std::byte> bytes)
{
    const std::lock_guard lock(m_mutex);
    if (m_places.contains(key) || m_memory.contains(key)) {
        return;
    }
    if (m_writes && m_end + kAlignment + aligned(static_cast<std::int64_t>(bytes.size())) <= m_limit) {
        append(key, bytes);
    }
    if (!m_places.contains(key) && m_memoryBytes + bytes.size() <= kMemoryLimit) {
        m_memoryBytes += bytes.size();
        m_memory[key] = std::make_shared<const std::vector<std::byte>>(bytes.begin(), bytes.end());
    }
}

void FeatureCache::append(const FeatureKey &key, std::span<const std::byte> bytes)
{
    RecordHeader header;
    header.length = static_cast<std::uint32_t>(bytes.size());
    header.key = key;
    header.sum = sumOf(bytes);
    std::vector<std::byte> record(static_cast<std::size_t>(kAlignment + aligned(header.length)));
    std::memcpy(record.data(), &header, sizeof header);
    std::memcpy(record.data() + kAlignment, bytes.data(), bytes.size());
    if (!writeAll(m_descriptor, record.data(), record.size(), m_end)) {
        giveUp(std::strerror(errno));
        (void)::ftruncate(m_descriptor, m_end);
        return;
    }
    m_places[key] = {.offset = m_end + kAlignment, .length = header.length, .sum = header.sum, .checked = true};
    m_end += static_cast<std::int64_t>(record.size());
}

std::int64_t FeatureCache::bytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_end;
}

std::string FeatureCache::problem() const
{
    const std::lock_guard lock(m_mutex);
    return m_problem;
}

std::filesystem::path featureCacheFile(const std::filesystem::path &cacheFolder, const std::string &identity)
{
    return cacheFolder / "features" / (sha256(std::as_bytes(std::span(identity))).substr(0, 16) + ".features");
}

}  // namespace atlas::engine
