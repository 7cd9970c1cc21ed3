#include "storage/export/export_folder.h"

#include "core/error.h"
#include "core/files.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "pictures/picture_header.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <string_view>
#include <system_error>

namespace atlas::storage {
namespace fs = std::filesystem;
namespace {

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

bool isReserved(const std::string &name)
{
    constexpr std::array<std::string_view, 4> kDevices{"con", "prn", "aux", "nul"};
    constexpr std::array<std::string_view, 3> kSystem{"__macosx", "thumbs.db", "desktop.ini"};
    const std::string stem = lower(name.substr(0, name.find('.')));
    if (std::ranges::find(kSystem, lower(name)) != kSystem.end()) {
        return true;
    }
    const bool numbered =
        stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) && stem[3] >= '0' && stem[3] <= '9';
    return numbered || std::ranges::find(kDevices, stem) != kDevices.end();
}

/// The name of the file that a sample came from: "test/cat/a.png" -> "a"; a line of a table says nothing.
std::string stemOf(const std::string &source)
{
    const fs::path path = source;
    return pictures::isPictureName(path) ? path.stem().string() : std::string("picture");
}

std::string extensionOf(const fs::path &picture)
{
    const std::optional<pictures::PictureHeader> header = pictures::startOfPicture(picture);
    const std::string format = header ? lower(header->format) : "img";
    return format == "jpeg" ? ".jpg" : format == "pnm" ? ".ppm" : "." + format;
}

}  // namespace

std::string fileName(const std::string &name, std::size_t longest)
{
    constexpr std::string_view kIllegal = "<>:\"/\\|?*";
    std::string result;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        result += byte < 0x20 || byte == 0x7F || kIllegal.find(c) != std::string_view::npos ? '_' : c;
    }
    if (result.size() > longest) {
        std::size_t end = longest;
        while (end > 0 && (static_cast<unsigned char>(result[end]) & 0xC0) == 0x80) {
            --end;  // not inside a letter of UTF-8
        }
        result.resize(end);
    }
    for (const std::size_t end : {std::size_t{0}, result.size() - 1}) {
        if (!result.empty() && (result[end] == '.' || result[end] == ' ')) {
            result[end] = '_';
        }
    }
    return result.empty() || isReserved(result) ? "_" + result : result;
}

std::string unusedName(std::set<std::string> &taken, const std::string &base, const std::string &extension)
{
    std::string name = base + extension;
    for (int copies = 2; !taken.insert(lower(name)).second; ++copies) {
        name = base + "-" + std::to_string(copies) + extension;
    }
    return name;
}

std::string splitFolder(Split split)
{
    return split == Split::Unassigned ? "unassigned" : splitName(split);
}

void ExportFolder::write(const std::string &file, const std::string &text) const
{
    const fs::path path = m_folder / file;
    fs::create_directories(path.parent_path());
    writeFileAtomically(path, text);
}

void ExportFolder::copy(const AssetRef &picture, const std::string &path)
{
    const fs::path target = m_folder / path;
    std::error_code error;
    fs::create_directories(target.parent_path(), error);
    if (!fs::copy_file(picture.path, target, error) || error) {
        const bool full = error == std::errc::no_space_on_device;
        const bool gone = !fs::exists(picture.path);
        throw Error(full   ? ErrorCode::DiskFull
                    : gone ? ErrorCode::NotFound
                           : ErrorCode::Io,
                    say(QT_TRANSLATE_NOOP("Sentence", "The picture %1 could not be copied: %2."), picture.path.string(),
                        error.message()),
                    say(QT_TRANSLATE_NOOP(
                        "Sentence", "Nothing was exported. Free space, or bring the picture back, and export again.")));
    }
    ++m_pictures;
}

std::string ExportFolder::addPicture(const std::string &folder, const AssetRef &picture, const std::string &source)
{
    std::string &path = m_byContent[{folder, picture.sha256}];
    if (path.empty()) {
        path = addPictureAgain(folder, picture, source);
    }
    return path;
}

std::string ExportFolder::addPictureAgain(const std::string &folder, const AssetRef &picture, const std::string &source)
{
    constexpr std::size_t kStem = 60, kHash = 12;
    const std::string base =
        (folder.empty() ? "" : folder + "/") + fileName(stemOf(source), kStem) + "-" + picture.sha256.substr(0, kHash);
    std::string path = unusedName(m_names, base, extensionOf(picture.path));
    copy(picture, path);
    return path;
}

void ExportFolder::advance()
{
    throwIfStopped(m_stop);
    m_observer.progress(static_cast<double>(++m_done) / static_cast<double>(std::max<std::size_t>(1, m_samples)),
                        say(QT_TRANSLATE_NOOP("Sentence", "Writing")));
}

}  // namespace atlas::storage
