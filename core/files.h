#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>

namespace atlas {

/// Reads a whole file.  Errors: NotFound, BadInput when it is larger than `limit` bytes, Io.
std::string readFile(const std::filesystem::path &file, std::uintmax_t limit = UINTMAX_MAX);

/// When what was written must have reached the disk: before the call returns, or by the next syncFilesystem() (many
/// small files: one sync instead of thousands).
enum class Durable { Now, BySync };

/// Replaces `file` as one step: writes beside it, syncs, renames. After an error the old content stands.
/// Errors: DiskFull, Io (both name the file).
void writeFileAtomically(const std::filesystem::path &file, std::span<const std::byte> bytes,
                         Durable durable = Durable::Now);
void writeFileAtomically(const std::filesystem::path &file, const std::string &text);

/// As above for content that is produced in pieces: `produce` is handed a function that appends bytes.
using AppendBytes = std::function<void(std::span<const std::byte>)>;
void writeFileAtomically(const std::filesystem::path &file, const std::function<void(const AppendBytes &)> &produce,
                         Durable durable = Durable::Now);

/// Brings everything written to the file system of `folder` to the disk.  Errors: DiskFull, Io.
void syncFilesystem(const std::filesystem::path &folder);

/// The file's extension in lower case (ASCII), with its dot.
std::string lowerExtension(const std::filesystem::path &file);

/// Microseconds since 1970, UTC.
std::int64_t nowUs();

}  // namespace atlas
