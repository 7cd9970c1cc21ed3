#include "core/sentence.h"
#include "core/translatable.h"
#include "pictures/picture_header.h"
#include "storage/import/importers.h"
#include "storage/import/problems.h"
#include "storage/import/tables.h"

#include <algorithm>
#include <array>
#include <set>
#include <system_error>

namespace atlas::storage::formats {
namespace {

namespace fs = std::filesystem;

/// The metadata of one folder, or an empty path.
fs::path metadataIn(const fs::path &folder)
{
    std::error_code error;
    for (const char *name : {"metadata.jsonl", "metadata.csv"}) {
        if (fs::is_regular_file(folder / name, error)) {
            return folder / name;
        }
    }
    return {};
}

/// The metadata files of the source: its own, or those of the folders in it, in order of names.
std::vector<TableFile> findMetadata(const fs::path &source)
{
    std::vector<TableFile> tables;
    if (const fs::path own = metadataIn(source); !own.empty()) {
        tables.push_back({own, splitOfName(source.filename().string()), {}});
        return tables;
    }
    std::error_code error;
    for (const fs::directory_entry &entry : fs::directory_iterator(source, error)) {
        if (entry.is_directory(error) && !entry.is_symlink(error)) {
            if (const fs::path metadata = metadataIn(entry.path()); !metadata.empty()) {
                tables.push_back({metadata, splitOfName(entry.path().filename().string()), {}});
            }
        }
    }
    std::sort(tables.begin(), tables.end(), [](const auto &a, const auto &b) { return a.file < b.file; });
    return tables;
}

/// Passes everything on and remembers which pictures were named.
class NotingSink final : public ImportSink {
public:
    explicit NotingSink(ImportSink &next) : m_next(next) {}

    void sample(IncomingSample sample) override
    {
        for (const std::optional<AssetRef> *image : {&sample.sample.image, &sample.sample.image2}) {
            if (*image) {
                m_named.insert((*image)->path);
            }
        }
        m_next.sample(std::move(sample));
    }
    void problem(Problem problem) override { m_next.problem(std::move(problem)); }
    void progress(double fraction) override { m_next.progress(fraction); }

    bool named(const fs::path &file) const { return m_named.contains(file); }

private:
    ImportSink &m_next;
    std::set<fs::path> m_named;
};

void tellUnlisted(const fs::path &metadata, const SourceRoot &root, NotingSink &sink)
{
    std::size_t unlisted = 0;
    std::error_code error;
    for (const fs::directory_entry &entry : fs::directory_iterator(metadata.parent_path(), error)) {
        unlisted += pictures::isPictureName(entry.path()) && !sink.named(entry.path()) ? 1 : 0;
    }
    if (unlisted > 0) {
        sink.problem(warningProblem(
            code::kNotListed, root.shown(metadata),
            say(QT_TRANSLATE_NOOP("Sentence", "%1 pictures beside this file are not named in it (or their line was "
                                              "left out); they were not imported."),
                unlisted),
            say(QT_TRANSLATE_NOOP("Sentence", "Add a line for each, or import the folder with --format folder."))));
    }
}

}  // namespace

/// Hugging Face imagefolder: `metadata.jsonl` or `metadata.csv` with `file_name` beside the pictures, at the top or
/// in one folder per split.
Importer hfImageFolder()
{
    return {
        .name = "hf-imagefolder",
        .title = QT_TRANSLATE_NOOP("Importer", "Hugging Face image folder"),
        .sniff = [](const fs::path &source) { return findMetadata(source).empty() ? 0 : 95; },
        .read =
            [](const ImportRequest &request, ImportSink &sink, std::stop_token stop) {
                const SourceRoot root(request.source);
                const std::vector<TableFile> tables = findMetadata(root.folder());
                if (tables.empty()) {
                    sink.problem(errorProblem(
                        code::kEmptySource, root.folder().filename().string(),
                        say(QT_TRANSLATE_NOOP(
                            "Sentence", "The folder and the folders in it hold no metadata.jsonl or metadata.csv."))));
                }
                NotingSink noting(sink);
                for (const TableFile &table : tables) {
                    if (table.file.extension() == ".csv") {
                        readDelimitedTable(request, root, table, 0, noting, stop);
                    } else {
                        readJsonTable(request, root, table, noting, stop);
                    }
                    tellUnlisted(table.file, root, noting);
                }
            }};
}

}  // namespace atlas::storage::formats
