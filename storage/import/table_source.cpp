#include "storage/import/table_source.h"

#include "core/error.h"
#include "core/files.h"
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

constexpr std::uintmax_t kMaxTableBytes = std::uintmax_t{2} << 30;
constexpr const char *kMetadataStem = "metadata";  // belongs to hf-imagefolder

bool hasExtension(const fs::path &file, std::span<const std::string_view> extensions)
{
    return std::find(extensions.begin(), extensions.end(), lowerExtension(file)) != extensions.end();
}

std::vector<fs::path> tablesIn(const fs::path &folder, std::span<const std::string_view> extensions)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (const fs::directory_entry &entry : fs::directory_iterator(folder, error)) {
        const fs::path &file = entry.path();
        if (entry.is_regular_file(error) && hasExtension(file, extensions) && file.stem() != kMetadataStem &&
            !file.filename().string().starts_with('.')) {
            files.push_back(file);
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// Of several tables in a folder those that are named by a split; the others are told about.
std::vector<fs::path> chooseTables(std::vector<fs::path> files, const SourceRoot &root, ImportSink &sink)
{
    if (files.size() < 2) {
        return files;
    }
    const auto unnamed = std::stable_partition(files.begin(), files.end(), [](const fs::path &file) {
        return splitOfName(file.stem().string()) != Split::Unassigned;
    });
    if (unnamed == files.begin()) {
        sink.problem(
            errorProblem(code::kAmbiguousSource, root.shown(files.front()),
                         say(QT_TRANSLATE_NOOP(
                                 "Sentence", "The folder holds %1 tables and none is named train, validation or test."),
                             files.size()),
                         say(QT_TRANSLATE_NOOP("Sentence", "Choose one file, or name them by split."))));
        return {};
    }
    for (auto file = unnamed; file != files.end(); ++file) {
        sink.problem(infoProblem(code::kIgnoredFile, root.shown(*file),
                                 say(QT_TRANSLATE_NOOP("Sentence", "Not named by a split; it was not read."))));
    }
    files.erase(unnamed, files.end());
    return files;
}

fs::path labelsBeside(const fs::path &table)
{
    std::error_code error;
    const fs::path labels = table.parent_path() / (table.stem().string() + "-labels.lst");
    return fs::is_regular_file(labels, error) ? labels : fs::path();
}

}  // namespace

Split splitOfName(const std::string &stem)
{
    std::string word;
    for (const char c : stem + "-") {
        if (std::isalpha(static_cast<unsigned char>(c))) {
            word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            continue;
        }
        const std::optional<Split> split = parseSplit(word);
        if (split && *split != Split::Unassigned) {
            return *split;
        }
        word.clear();
    }
    return Split::Unassigned;
}

int sniffTables(const fs::path &source, std::span<const std::string_view> extensions)
{
    std::error_code error;
    if (fs::is_regular_file(source, error)) {
        return hasExtension(source, extensions) ? 90 : 0;
    }
    const std::vector<fs::path> files = tablesIn(source, extensions);
    const bool named = std::any_of(files.begin(), files.end(), [](const fs::path &file) {
        return splitOfName(file.stem().string()) != Split::Unassigned;
    });
    return named ? 85 : files.empty() ? 0 : 60;
}

std::vector<TableFile> findTables(const ImportRequest &request, const SourceRoot &root,
                                  std::span<const std::string_view> extensions, ImportSink &sink)
{
    std::error_code error;
    const bool isFolder = fs::is_directory(request.source, error);
    const std::vector<fs::path> files =
        isFolder ? chooseTables(tablesIn(root.folder(), extensions), root, sink)
                 : std::vector<fs::path>{root.folder() / fs::absolute(request.source).lexically_normal().filename()};
    if (!request.labels.empty() && files.size() > 1) {
        sink.problem(errorProblem(
            code::kAmbiguousSource, request.labels.filename().string(),
            say(QT_TRANSLATE_NOOP("Sentence", "One file of labels cannot belong to %1 tables."), files.size()),
            say(QT_TRANSLATE_NOOP("Sentence",
                                  "Import the tables one by one, or name the labels <table>-labels.lst."))));
        return {};
    }
    std::vector<TableFile> tables;
    for (const fs::path &file : files) {
        if (const SourceRoot::Found found = root.find(file.filename().string(), file.parent_path());
            isFolder && found.file.empty()) {
            sink.problem(errorProblem(code::kUnreadable, root.shown(file), found.message, found.hint));
            continue;
        }
        tables.push_back(
            {file, splitOfName(file.stem().string()), request.labels.empty() ? labelsBeside(file) : request.labels});
    }
    if (files.empty() && isFolder && tablesIn(root.folder(), extensions).empty()) {
        sink.problem(errorProblem(code::kEmptySource, root.folder().filename().string(),
                                  say(QT_TRANSLATE_NOOP("Sentence", "The folder holds no table of this format.")),
                                  say(QT_TRANSLATE_NOOP("Sentence", "Choose the file, or another format."))));
    }
    return tables;
}

std::optional<std::string> readSourceText(const fs::path &file, const std::string &where, ImportSink &sink,
                                          const std::string &encoding)
{
    DecodedText decoded;
    try {
        decoded = decodeText(readFile(file, kMaxTableBytes), encoding);
    } catch (const Error &error) {
        sink.problem(errorProblem(code::kUnreadable, where, error.sentence(), error.advice()));
        return std::nullopt;
    }
    if (decoded.text.find_first_not_of(" \t\r\n") == std::string::npos) {
        sink.problem(errorProblem(code::kEmptySource, where, say(QT_TRANSLATE_NOOP("Sentence", "The file is empty.")),
                                  say(QT_TRANSLATE_NOOP("Sentence", "Choose another file."))));
        return std::nullopt;
    }
    if (!decoded.other.empty()) {
        sink.problem(warningProblem(
            code::kEncoding, where,
            say(QT_TRANSLATE_NOOP("Sentence", "Read as %1, but %2 is nearly as likely."),
                encodingWords(decoded.encoding), encodingWords(decoded.other)),
            say(QT_TRANSLATE_NOOP("Sentence", "Look at the letters. If they are wrong, choose %1 (on the command line: "
                                              "--encoding %2), or save the file as UTF-8."),
                encodingWords(decoded.other), decoded.other)));
    } else if (decoded.encoding != "UTF-8" && encoding.empty()) {
        sink.problem(infoProblem(
            code::kEncoding, where,
            say(decoded.guessed ? QT_TRANSLATE_NOOP("Sentence", "Read as %1 (found by statistics).")
                                : QT_TRANSLATE_NOOP("Sentence", "Read as %1."),
                encodingWords(decoded.encoding)),
            decoded.guessed
                ? say(QT_TRANSLATE_NOOP(
                      "Sentence", "If letters look wrong, choose another encoding (on the command line: --encoding)."))
                : Sentence()));
    }
    return std::move(decoded.text);
}

std::vector<std::string> splitLines(const std::string &text)
{
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const bool carriage = end > begin && text[end - 1] == '\r';
        lines.push_back(text.substr(begin, end - begin - (carriage ? 1 : 0)));
        begin = end + 1;
    }
    return lines;
}

}  // namespace atlas::storage
