#include "storage/import/source_root.h"

#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/import/problems.h"
#include "storage/import/text_encoding.h"

#include <algorithm>
#include <cctype>
#include <system_error>

namespace atlas::storage {
namespace fs = std::filesystem;
namespace {

bool startsWithDrive(const std::string &name)
{
    return name.size() >= 2 && std::isalpha(static_cast<unsigned char>(name[0])) && name[1] == ':';
}

bool isInside(const fs::path &path, const fs::path &folder)
{
    const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    return end == folder.end();
}

/// `why`: says it of %1.
SourceRoot::Found unsafe(const std::string &name, const char *why)
{
    return {
        {},
        code::kUnsafePath,
        say(why, readableName(name)),
        say(QT_TRANSLATE_NOOP("Sentence", "Put the file into the imported folder and name it relative to the table."))};
}

SourceRoot::Found missing(const std::string &name, const char *why)
{
    return {{},
            code::kMissingFile,
            say(why, readableName(name)),
            say(QT_TRANSLATE_NOOP("Sentence", "Check the spelling, upper and lower case included, or add the file."))};
}

}  // namespace

SourceRoot::SourceRoot(const fs::path &source)
{
    std::error_code error;
    const fs::path absolute = fs::weakly_canonical(fs::absolute(source), error);
    m_folder = fs::is_directory(absolute, error) ? absolute : absolute.parent_path();
    if (m_folder.filename().empty()) {
        m_folder = m_folder.parent_path();
    }
}

SourceRoot::Found SourceRoot::find(const std::string &name, const fs::path &base) const
{
    if (name.find('\0') != std::string::npos) {
        return unsafe("(name)", QT_TRANSLATE_NOOP("Sentence", "\"%1\" holds a zero byte; it was not opened."));
    }
    if (name.find("://") != std::string::npos || name.starts_with("data:")) {
        return unsafe(
            name.substr(0, 200),
            QT_TRANSLATE_NOOP(
                "Sentence",
                "\"%1\" is a network address; pictures are only read from this computer; it was not opened."));
    }
    if (name.starts_with('/') || name.starts_with("\\\\") || startsWithDrive(name)) {
        return unsafe(name, QT_TRANSLATE_NOOP("Sentence", "\"%1\" is an absolute path; it was not opened."));
    }
    const fs::path file = (base / name).lexically_normal();
    if (!isInside(file, m_folder)) {
        return unsafe(name,
                      QT_TRANSLATE_NOOP("Sentence", "\"%1\" lies outside the imported folder; it was not opened."));
    }
    std::error_code error;
    const fs::path real = fs::weakly_canonical(file, error);
    if (!error && !isInside(real, m_folder)) {
        return unsafe(name,
                      QT_TRANSLATE_NOOP("Sentence", "\"%1\" is a link out of the imported folder; it was not opened."));
    }
    const fs::file_status status = fs::status(file, error);
    if (!fs::exists(status)) {
        return missing(name, QT_TRANSLATE_NOOP("Sentence", "\"%1\" does not exist."));
    }
    if (!fs::is_regular_file(status)) {
        return missing(name, QT_TRANSLATE_NOOP("Sentence", "\"%1\" is not a file."));
    }
    return {file, {}, {}, {}};
}

std::string SourceRoot::shown(const fs::path &path) const
{
    const fs::path relative = path.lexically_relative(m_folder);
    return readableName((relative.empty() ? path.filename() : relative).generic_string());
}

}  // namespace atlas::storage
