#include "storage/file_check.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/schema.h"

#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>

namespace atlas::storage {
namespace {

constexpr std::size_t kHeaderBytes = 100;
constexpr char kMagic[] = "SQLite format 3";  // with its closing zero: 16 bytes
constexpr std::size_t kApplicationIdAt = 68;
constexpr char kSalvage[] =
    QT_TRANSLATE_NOOP("Sentence", "Pictures in assets and weights in models are separate files and not touched by "
                                  "this. Put back the newest copy from the folder backups.");

std::uint32_t bigEndian(const unsigned char *bytes)
{
    return (std::uint32_t{bytes[0]} << 24) | (std::uint32_t{bytes[1]} << 16) | (std::uint32_t{bytes[2]} << 8) |
           std::uint32_t{bytes[3]};
}

}  // namespace

void checkDatabaseFile(const std::filesystem::path &file)
{
    std::error_code code;
    if (!std::filesystem::exists(file, code)) {
        throw Error(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Sentence", "%1 does not exist."), file.string()),
                    say(QT_TRANSLATE_NOOP("Sentence", "Give the folder of a project.")));
    }
    std::array<unsigned char, kHeaderBytes> header{};
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        throw Error(ErrorCode::Io, say(QT_TRANSLATE_NOOP("Sentence", "%1 cannot be read."), file.string()),
                    say(QT_TRANSLATE_NOOP("Sentence", "Check its permissions.")));
    }
    in.read(reinterpret_cast<char *>(header.data()), static_cast<std::streamsize>(header.size()));
    if (static_cast<std::size_t>(in.gcount()) < header.size()) {
        throw Error(ErrorCode::Damaged,
                    say(QT_TRANSLATE_NOOP("Sentence", "%1 is damaged: it has %2 bytes, a database has at least 100."),
                        file.string(), in.gcount()),
                    say(kSalvage));
    }
    if (std::memcmp(header.data(), kMagic, sizeof kMagic) != 0) {
        throw Error(
            ErrorCode::Damaged,
            say(QT_TRANSLATE_NOOP("Sentence", "%1 is damaged or no database: it does not begin as SQLite files do."),
                file.string()),
            say(kSalvage));
    }
    const std::uint32_t id = bigEndian(header.data() + kApplicationIdAt);
    if (id != static_cast<std::uint32_t>(kApplicationId) && id != static_cast<std::uint32_t>(kSnapshotApplicationId)) {
        throw Error(
            ErrorCode::Damaged,
            say(QT_TRANSLATE_NOOP("Sentence",
                                  "%1 is an SQLite database of another program (application id %2), not a project."),
                file.string(), id),
            say(QT_TRANSLATE_NOOP("Sentence",
                                  "Give the folder of a project made by Atlas Workbench. Nothing was changed.")));
    }
}

bool isSnapshotFile(const std::filesystem::path &file)
{
    std::array<unsigned char, kHeaderBytes> header{};
    std::ifstream in(file, std::ios::binary);
    in.read(reinterpret_cast<char *>(header.data()), static_cast<std::streamsize>(header.size()));
    return static_cast<std::size_t>(in.gcount()) == header.size() &&
           bigEndian(header.data() + kApplicationIdAt) == static_cast<std::uint32_t>(kSnapshotApplicationId);
}

bool onNetworkFileSystem(const std::filesystem::path &file)
{
    struct statfs info {};
    if (statfs(file.parent_path().c_str(), &info) != 0) {
        return false;
    }
    // NFS, SMB, CIFS, SMB2, AFS, Ceph, Lustre (values of linux/magic.h and the file systems' own sources).
    constexpr std::uint32_t kNetwork[] = {0x6969, 0x517B, 0xFF534D42, 0xFE534D42, 0x5346414F, 0x00C36400, 0x0BD00BD0};
    return std::ranges::find(kNetwork, static_cast<std::uint32_t>(info.f_type)) != std::end(kNetwork);
}

bool besideUnwritable(const std::filesystem::path &file)
{
    return access(file.parent_path().c_str(), W_OK) != 0;
}

}  // namespace atlas::storage
