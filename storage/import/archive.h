#pragma once

#include "storage/importer.h"

#include <filesystem>
#include <string>

namespace atlas::storage {

/// Whether the file is a zip, tar (also compressed) or 7-zip archive, told by its first bytes.
bool isArchive(const std::filesystem::path &file);

/// A folder that goes when this does.
class UnpackedArchive {
public:
    /// Unpacks files into a new folder inside `folder`. Nothing is ever written outside it: links, devices, absolute
    /// names, names with "..", drives or backslashes cost their entry and are told, as is a name that was there before.
    /// Names that are not UTF-8 are read as CP932 where that gives Japanese words, else as ICU's detector says. Bytes
    /// are counted while they are inflated. Problems that forbid the import: an archive that is damaged or encrypted
    /// (TRUNCATED), one that holds more than kMostEntries files or kMostBytes, or that inflates more than a hundredfold
    /// beyond 10 MB (ARCHIVE_TOO_LARGE). Archives inside are left as they are.
    /// Errors: Cancelled, DiskFull, Io.
    UnpackedArchive(const std::filesystem::path &archive, const std::filesystem::path &folder, ImportSink &sink,
                    const std::stop_token &stop);
    ~UnpackedArchive();
    UnpackedArchive(const UnpackedArchive &) = delete;
    UnpackedArchive &operator=(const UnpackedArchive &) = delete;

    /// Where the data lies: below folders that hold nothing but one folder of folders.
    const std::filesystem::path &root() const { return m_root; }

    static constexpr std::uint64_t kMostEntries = 2'000'000;
    static constexpr std::uint64_t kMostBytes = std::uint64_t{64} << 30;

private:
    std::filesystem::path m_folder;
    std::filesystem::path m_root;
};

}  // namespace atlas::storage
