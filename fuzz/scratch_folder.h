#pragma once

#include <filesystem>
#include <string_view>

namespace atlas::fuzz {

/// The folder in which this process puts the files that are read; in memory where the system has such a place. It goes
/// with the process.
class ScratchFolder {
public:
    static ScratchFolder &instance();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder &) = delete;
    ScratchFolder &operator=(const ScratchFolder &) = delete;

    /// Empties the folder and returns it.
    const std::filesystem::path &clear();
    /// Folders of the name are made.  Returns the file.
    std::filesystem::path write(const std::filesystem::path &name, std::string_view bytes) const;
    /// A sound picture of a few bytes.
    std::filesystem::path writePicture(const std::filesystem::path &name) const;

private:
    ScratchFolder();

    std::filesystem::path m_folder;
};

}  // namespace atlas::fuzz
