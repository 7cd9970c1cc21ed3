#pragma once

#include "core/observer.h"
#include "core/sample.h"

#include <filesystem>
#include <map>
#include <set>
#include <stop_token>
#include <string>

namespace atlas::storage {

/// A name that every system takes for a file or folder: no <>:"/\|?* or control characters, no dots or blanks at its
/// ends, not reserved (CON, NUL, ...), at most `longest` bytes, whole letters. What cannot stand becomes '_'.
std::string fileName(const std::string &name, std::size_t longest = 100);

/// `base` + `extension`, with "-2", "-3", ... between where that is taken, which it then is. Compared without case:
/// some systems do not tell it apart.
std::string unusedName(std::set<std::string> &taken, const std::string &base, const std::string &extension = {});

/// The folder of a split; that of samples without one is called so that an importer takes it for none's.
std::string splitFolder(Split split);

/// The folder that an export is written into.
class ExportFolder {
public:
    ExportFolder(std::filesystem::path folder, std::size_t samples, Observer &observer, const std::stop_token &stop)
        : m_folder(std::move(folder)), m_samples(samples), m_observer(observer), m_stop(stop)
    {
    }

    /// Errors: DiskFull, Io.
    void write(const std::string &file, const std::string &text) const;

    /// Copies a picture into `folder` (relative, '/'), named as its source and by its content, once for each content.
    /// -> its path relative to the export.  Errors: NotFound, DiskFull, Io.
    std::string addPicture(const std::string &folder, const AssetRef &picture, const std::string &source);
    /// The same under a name of its own each time.
    std::string addPictureAgain(const std::string &folder, const AssetRef &picture, const std::string &source);

    /// One more sample is written.  Errors: Cancelled.
    void advance();

    std::int64_t pictures() const { return m_pictures; }

private:
    void copy(const AssetRef &picture, const std::string &path);

    std::filesystem::path m_folder;
    std::size_t m_samples;
    Observer &m_observer;
    const std::stop_token &m_stop;
    std::size_t m_done = 0;
    std::int64_t m_pictures = 0;
    std::map<std::pair<std::string, std::string>, std::string> m_byContent;  ///< folder, hash -> path
    std::set<std::string> m_names;                                           ///< paths in use, without case
};

}  // namespace atlas::storage
