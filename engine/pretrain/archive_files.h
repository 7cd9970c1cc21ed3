#pragma once

#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>

namespace atlas::engine {

/// Called with the path inside the archive or folder and the content.
using VisitFile = std::function<void(const std::string &name, const std::string &bytes)>;

/// Visits every regular file of `source`: a folder (in the order of the names), an archive (tar or zip, compressed or
/// not, in its own order) or a single compressed file. Nothing is unpacked to disk.
/// Errors: NotFound; BadInput for a damaged archive or one beyond the limits (64 MiB a file, 4 GiB, a million files);
/// Cancelled.
void visitFiles(const std::filesystem::path &source, const std::stop_token &stop, const VisitFile &visit);

}  // namespace atlas::engine
