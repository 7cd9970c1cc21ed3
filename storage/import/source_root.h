#pragma once

#include "core/sentence.h"
#include "storage/records.h"

#include <filesystem>
#include <optional>
#include <string>

namespace atlas::storage {

/// The folder the user chose. What a source names is looked for inside it and nowhere else: a foreign file must not
/// make the program read, copy or send on anything beside it.
class SourceRoot {
public:
    /// `source`: the chosen folder, or a file, whose folder is then the root.
    explicit SourceRoot(const std::filesystem::path &source);

    const std::filesystem::path &folder() const { return m_folder; }

    struct Found {
        std::filesystem::path file;  ///< absolute; empty when there is a problem
        std::string code;            ///< UNSAFE_PATH or MISSING_FILE
        Sentence message;
        Sentence hint;
    };

    /// The regular file that `name` means beside `base`. Absolute names, network addresses, names and links that
    /// lead out of the root are refused without being opened.
    Found find(const std::string &name, const std::filesystem::path &base) const;

    /// A path as reports show it: relative to the root, with '/'.
    std::string shown(const std::filesystem::path &path) const;

private:
    std::filesystem::path m_folder;  ///< canonical
};

}  // namespace atlas::storage
