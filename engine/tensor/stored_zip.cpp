#include "engine/tensor/stored_zip.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <zlib.h>

#include <algorithm>
#include <cstdint>

namespace atlas::engine {
namespace {

constexpr std::uint32_t kEndSignature = 0x06054b50;
constexpr std::uint32_t kEnd64Signature = 0x06064b50;
constexpr std::uint32_t kLocatorSignature = 0x07064b50;
constexpr std::uint32_t kCentralSignature = 0x02014b50;
constexpr std::uint32_t kLocalSignature = 0x04034b50;
constexpr std::uint64_t kEndBytes = 22;
constexpr std::uint64_t kEnd64Bytes = 56;
constexpr std::uint64_t kLocatorBytes = 20;
constexpr std::uint64_t kCentralBytes = 46;
constexpr std::uint64_t kLocalBytes = 30;
constexpr std::uint64_t kMaxCommentBytes = 65535;
constexpr std::uint64_t kMaxEntries = 100'000;
constexpr std::uint32_t kSee64 = 0xffffffff;
constexpr std::uint16_t kZip64Extra = 1;
constexpr std::uint16_t kEncryptedFlag = 1;

class ZipReader {
public:
    ZipReader(std::span<const std::byte> archive, const std::string &name) : m_archive(archive), m_name(name) {}

    std::map<std::string, std::span<const std::byte>> read()
    {
        const Directory directory = findDirectory();
        if (directory.entries > kMaxEntries) {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "it claims %1 entries"), directory.entries));
        }
        std::map<std::string, std::span<const std::byte>> files;
        std::uint64_t position = directory.offset;
        std::uint64_t total = 0;
        for (std::uint64_t i = 0; i < directory.entries; ++i) {
            const Entry entry = readEntry(position);
            if (entry.size > m_archive.size() - total) {
                refuse(say(QT_TRANSLATE_NOOP(
                    "Sentence", "its entries together are larger than the file")));  // else a small file could cost
                                                                                     // hours of checksums
            }
            total += entry.size;
            if (!files.emplace(entry.name, dataOf(entry)).second) {
                refuse(say(QT_TRANSLATE_NOOP("Sentence", "the entry %1 stands twice in it"), entry.name));
            }
        }
        return files;
    }

private:
    struct Directory {
        std::uint64_t offset = 0;
        std::uint64_t entries = 0;
    };

    struct Entry {
        std::string name;
        std::uint64_t size = 0;
        std::uint64_t headerOffset = 0;
        std::uint32_t checksum = 0;
    };

    [[noreturn]] void refuse(const Sentence &what) const
    {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence", "%1 is not a sound zip archive: %2."), m_name, what),
                    say(QT_TRANSLATE_NOOP("Sentence", "The file may be cut off or damaged; get it again.")));
    }

    std::span<const std::byte> range(std::uint64_t offset, std::uint64_t size, const Sentence &what) const
    {
        if (offset > m_archive.size() || size > m_archive.size() - offset) {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "%1 lies outside the file"), what));
        }
        return m_archive.subspan(offset, size);
    }

    template <class Number>
    static Number number(std::span<const std::byte> bytes, std::size_t offset)
    {
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < sizeof(Number); ++i) {
            value |= std::to_integer<std::uint64_t>(bytes[offset + i]) << (8 * i);
        }
        return static_cast<Number>(value);
    }

    Directory findDirectory() const
    {
        if (m_archive.size() < kEndBytes) {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "it has only %1 bytes"), m_archive.size()));
        }
        const std::uint64_t last = m_archive.size() - kEndBytes;
        const std::uint64_t first = last > kMaxCommentBytes ? last - kMaxCommentBytes : 0;
        for (std::uint64_t offset = last + 1; offset-- > first;) {
            const auto end = m_archive.subspan(offset, kEndBytes);
            if (number<std::uint32_t>(end, 0) != kEndSignature) {
                continue;
            }
            const Directory directory{number<std::uint32_t>(end, 16), number<std::uint16_t>(end, 10)};
            const bool large = directory.offset == kSee64 || directory.entries == 0xffff;
            return large ? findDirectory64(offset) : directory;
        }
        refuse(say(QT_TRANSLATE_NOOP("Sentence", "its end record is missing")));
    }

    Directory findDirectory64(std::uint64_t endOffset) const
    {
        if (endOffset < kLocatorBytes) {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "its zip64 locator is missing")));
        }
        const auto locator =
            range(endOffset - kLocatorBytes, kLocatorBytes, say(QT_TRANSLATE_NOOP("Sentence", "the zip64 locator")));
        if (number<std::uint32_t>(locator, 0) != kLocatorSignature) {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "its zip64 locator is missing")));
        }
        const auto end = range(number<std::uint64_t>(locator, 8), kEnd64Bytes,
                               say(QT_TRANSLATE_NOOP("Sentence", "the zip64 end record")));
        if (number<std::uint32_t>(end, 0) != kEnd64Signature) {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "its zip64 end record is missing")));
        }
        return {number<std::uint64_t>(end, 48), number<std::uint64_t>(end, 32)};
    }

    Entry readEntry(std::uint64_t &position) const
    {
        const auto fixed = range(position, kCentralBytes, say(QT_TRANSLATE_NOOP("Sentence", "a directory entry")));
        if (number<std::uint32_t>(fixed, 0) != kCentralSignature) {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "its directory is damaged")));
        }
        const auto nameBytes = range(position + kCentralBytes, number<std::uint16_t>(fixed, 28),
                                     say(QT_TRANSLATE_NOOP("Sentence", "an entry's name")));
        const std::uint64_t extraOffset = position + kCentralBytes + nameBytes.size();
        const auto extra = range(extraOffset, number<std::uint16_t>(fixed, 30),
                                 say(QT_TRANSLATE_NOOP("Sentence", "an entry's extra field")));
        position = extraOffset + extra.size() + number<std::uint16_t>(fixed, 32);

        Entry entry;
        entry.name.assign(reinterpret_cast<const char *>(nameBytes.data()), nameBytes.size());
        if ((number<std::uint16_t>(fixed, 8) & kEncryptedFlag) != 0) {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "the entry %1 is encrypted"), entry.name));
        }
        if (number<std::uint16_t>(fixed, 10) != 0) {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "the entry %1 is compressed, expected stored"), entry.name));
        }
        entry.checksum = number<std::uint32_t>(fixed, 16);
        entry.size = number<std::uint32_t>(fixed, 24);
        entry.headerOffset = number<std::uint32_t>(fixed, 42);
        const std::uint64_t packedSize = readLargeSizes(entry, extra, number<std::uint32_t>(fixed, 20));
        if (packedSize != entry.size) {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "the entry %1 has two different sizes"), entry.name));
        }
        return entry;
    }

    /// Sizes and offsets that do not fit 32 bits stand in the zip64 extra field, in this order, each only if needed.
    std::uint64_t readLargeSizes(Entry &entry, std::span<const std::byte> extra, std::uint64_t packedSize) const
    {
        while (extra.size() >= 4) {
            const auto id = number<std::uint16_t>(extra, 0);
            const std::size_t length = number<std::uint16_t>(extra, 2);
            if (length > extra.size() - 4) {
                refuse(say(QT_TRANSLATE_NOOP("Sentence", "the extra field of %1 is damaged"), entry.name));
            }
            auto field = extra.subspan(4, length);
            extra = extra.subspan(4 + length);
            for (std::uint64_t *value : {&entry.size, &packedSize, &entry.headerOffset}) {
                if (id == kZip64Extra && *value == kSee64 && field.size() >= 8) {
                    *value = number<std::uint64_t>(field, 0);
                    field = field.subspan(8);
                }
            }
        }
        return packedSize;
    }

    std::span<const std::byte> dataOf(const Entry &entry) const
    {
        const auto header =
            range(entry.headerOffset, kLocalBytes, say(QT_TRANSLATE_NOOP("Sentence", "the header of %1"), entry.name));
        if (number<std::uint32_t>(header, 0) != kLocalSignature) {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "the header of %1 is damaged"), entry.name));
        }
        const std::uint64_t dataOffset =
            entry.headerOffset + kLocalBytes + number<std::uint16_t>(header, 26) + number<std::uint16_t>(header, 28);
        const auto data = range(dataOffset, entry.size, say(QT_TRANSLATE_NOOP("Sentence", "the entry %1"), entry.name));
        const auto checksum = ::crc32_z(0, reinterpret_cast<const Bytef *>(data.data()), data.size());
        if (checksum != entry.checksum) {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "the checksum of %1 does not match"), entry.name));
        }
        return data;
    }

    std::span<const std::byte> m_archive;
    const std::string &m_name;
};

}  // namespace

std::map<std::string, std::span<const std::byte>> readStoredZip(std::span<const std::byte> archive,
                                                                const std::string &name)
{
    return ZipReader(archive, name).read();
}

}  // namespace atlas::engine
