#include "core/observer.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "pictures/picture_header.h"
#include "storage/import/class_folders.h"
#include "storage/import/importers.h"
#include "storage/import/problems.h"
#include "storage/import/table_source.h"
#include "storage/import/text_encoding.h"

#include <algorithm>
#include <array>
#include <system_error>

namespace atlas::storage::formats {
namespace {

namespace fs = std::filesystem;

/// What operating systems leave in folders.
bool isSystemEntry(const fs::path &path)
{
    const std::string name = path.filename().string();
    return name.starts_with('.') || name == "Thumbs.db" || name == "desktop.ini" || name == "__MACOSX";
}

std::vector<fs::path> sortedEntries(const fs::path &folder)
{
    std::vector<fs::path> entries;
    std::error_code error;
    for (const fs::directory_entry &entry : fs::directory_iterator(folder, error)) {
        entries.push_back(entry.path());
    }
    std::sort(entries.begin(), entries.end());
    return entries;
}

std::vector<fs::path> foldersIn(const fs::path &folder)
{
    std::vector<fs::path> folders = sortedEntries(folder);
    std::error_code error;
    std::erase_if(folders, [&](const fs::path &path) {
        return isSystemEntry(path) || fs::is_symlink(path, error) || !fs::is_directory(path, error);
    });
    return folders;
}

/// Whether every folder at the top is named by a split.
bool hasSplitLevel(const fs::path &source)
{
    const std::vector<fs::path> folders = foldersIn(source);
    return !folders.empty() && std::all_of(folders.begin(), folders.end(), [](const fs::path &folder) {
        std::string name = folder.filename().string();
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        return parseSplit(name).value_or(Split::Unassigned) != Split::Unassigned;
    });
}

class FolderWalk {
public:
    FolderWalk(const ImportRequest &request, ImportSink &sink, std::stop_token stop)
        : m_root(request.source), m_only(request.only), m_sink(sink), m_stop(std::move(stop))
    {
    }

    void run()
    {
        if (!m_only.empty()) {
            for (std::size_t i = 0; i < m_only.size(); ++i) {
                std::error_code error;
                takeFile(fs::weakly_canonical(m_only[i].parent_path(), error) / m_only[i].filename(), {},
                         Split::Unassigned);
                m_sink.progress(static_cast<double>(i + 1) / static_cast<double>(m_only.size()));
            }
        } else if (m_meaning || hasSplitLevel(m_root.folder())) {
            const std::vector<fs::path> splits = foldersIn(m_root.folder());
            for (std::size_t i = 0; i < splits.size(); ++i) {
                walkClasses(splits[i], splitOf(splits[i]), static_cast<double>(i), static_cast<double>(splits.size()));
            }
            for (const fs::path &entry : sortedEntries(m_root.folder())) {
                std::error_code error;
                const bool explains = m_meaning && entry.filename() == kClassFoldersFile;
                if (!explains && !fs::is_directory(fs::symlink_status(entry, error))) {
                    takeFile(entry, {}, Split::Unassigned);
                }
            }
        } else {
            walkClasses(m_root.folder(), Split::Unassigned, 0, 1);
        }
        if (m_systemFiles > 0) {
            m_sink.problem(infoProblem(
                code::kIgnoredFile, m_root.folder().filename().string(),
                say(QT_TRANSLATE_NOOP("Sentence", "%1 files of the system were passed over."), m_systemFiles)));
        }
        if (m_pictures == 0) {
            m_sink.problem(
                errorProblem(code::kEmptySource, m_root.folder().filename().string(),
                             say(QT_TRANSLATE_NOOP("Sentence", "The folder holds no pictures.")),
                             say(QT_TRANSLATE_NOOP("Sentence", "Choose the folder that holds the class folders."))));
        }
    }

private:
    /// One level of class folders, and pictures beside them that have no class.
    void walkClasses(const fs::path &folder, Split split, double before, double of)
    {
        const std::vector<fs::path> entries = sortedEntries(folder);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            std::error_code error;
            if (isSystemEntry(entries[i])) {
                ++m_systemFiles;
            } else if (fs::is_directory(fs::symlink_status(entries[i], error))) {
                const std::size_t known = m_pictures;
                walkFiles(entries[i], classOf(entries[i]), split, 0);
                if (m_pictures == known) {
                    m_sink.problem(warningProblem(
                        code::kEmptyClass, m_root.shown(entries[i]),
                        say(QT_TRANSLATE_NOOP("Sentence", "The folder holds no picture; no class was made of it."))));
                }
            } else {
                takeFile(entries[i], {}, split);
            }
            m_sink.progress((before + static_cast<double>(i + 1) / static_cast<double>(entries.size())) / of);
        }
    }

    Split splitOf(const fs::path &folder) const
    {
        const std::string name = folder.filename().string();
        return m_meaning && m_meaning->splits.contains(name) ? m_meaning->splits.at(name) : splitOfName(name);
    }

    std::string classOf(const fs::path &folder) const
    {
        const std::string name = folder.filename().string();
        return m_meaning && m_meaning->classes.contains(name) ? m_meaning->classes.at(name)
                                                              : normalised(readableName(name));
    }

    /// Everything below a class folder belongs to that class. Linked folders are not followed, so the walk ends.
    void walkFiles(const fs::path &folder, const std::string &label, Split split, int depth)
    {
        constexpr int kMaxDepth = 32;
        for (const fs::path &entry : sortedEntries(folder)) {
            std::error_code error;
            if (isSystemEntry(entry)) {
                ++m_systemFiles;
            } else if (!fs::is_directory(fs::symlink_status(entry, error))) {
                takeFile(entry, label, split);
            } else if (depth < kMaxDepth) {
                m_sink.problem(infoProblem(
                    code::kNestedFolder, m_root.shown(entry),
                    say(QT_TRANSLATE_NOOP("Sentence", "What lies in this folder was given the class \"%1\"."), label)));
                walkFiles(entry, label, split, depth + 1);
            }
        }
    }

    void takeFile(const fs::path &file, const std::string &label, Split split)
    {
        throwIfStopped(m_stop);
        if (isSystemEntry(file)) {
            ++m_systemFiles;
            return;
        }
        std::error_code error;
        if (fs::is_symlink(file, error) && fs::is_directory(file, error)) {
            m_sink.problem(errorProblem(code::kUnsafePath, m_root.shown(file),
                                        say(QT_TRANSLATE_NOOP("Sentence", "A link to a folder; it was not followed.")),
                                        say(QT_TRANSLATE_NOOP("Sentence", "Put the folder itself here."))));
            return;
        }
        const SourceRoot::Found found = m_root.find(file.filename().string(), file.parent_path());
        if (found.file.empty()) {
            m_sink.problem(errorProblem(found.code.c_str(), m_root.shown(file), found.message, found.hint));
            return;
        }
        if (!pictures::isPictureName(file) && !pictures::startOfPicture(file)) {
            m_sink.problem(infoProblem(code::kIgnoredFile, m_root.shown(file),
                                       say(QT_TRANSLATE_NOOP("Sentence", "Not a picture of a known format."))));
            return;
        }
        ++m_pictures;
        IncomingSample incoming;
        incoming.sample.image = AssetRef{.sha256 = {}, .path = found.file};
        incoming.sample.split = split;
        incoming.sample.source = m_root.shown(file);
        if (!label.empty()) {
            incoming.sample.labels = {{label, 1.0}};
        }
        m_sink.sample(std::move(incoming));
    }

    SourceRoot m_root;
    const std::vector<fs::path> &m_only;  ///< chosen one by one: their folders say nothing
    std::optional<ClassFolders> m_meaning = readClassFolders(m_root.folder());  ///< of a set that was exported here
    ImportSink &m_sink;
    std::stop_token m_stop;
    std::size_t m_pictures = 0;
    std::size_t m_systemFiles = 0;
};

bool holdsPicture(const fs::path &folder)
{
    std::error_code error;
    const fs::directory_iterator files(folder, error);
    return std::any_of(begin(files), end(files),
                       [](const auto &entry) { return pictures::isPictureName(entry.path()); });
}

}  // namespace

/// A folder per class: `<class>/<file>` or `train|validation|test/<class>/<file>`. Pictures outside a class folder
/// come in unlabelled.
Importer folder()
{
    return {
        .name = "folder",
        .title = QT_TRANSLATE_NOOP("Importer", "Folder of class folders"),
        .sniff =
            [](const fs::path &source) {
                std::error_code error;
                if (!fs::is_directory(source, error)) {
                    return 0;
                }
                if (readClassFolders(source)) {
                    return 96;
                }
                if (hasSplitLevel(source)) {
                    return 55;
                }
                const std::vector<fs::path> classes = foldersIn(source);
                return std::any_of(classes.begin(), classes.end(), holdsPicture) ? 50 : holdsPicture(source) ? 30 : 1;
            },
        .read = [](const ImportRequest &request, ImportSink &sink,
                   std::stop_token stop) { FolderWalk(request, sink, std::move(stop)).run(); }};
}

}  // namespace atlas::storage::formats
