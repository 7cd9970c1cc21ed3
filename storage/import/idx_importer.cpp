#include "core/error.h"
#include "core/observer.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/import/idx_reader.h"
#include "storage/import/importers.h"
#include "storage/import/problems.h"
#include "storage/import/table_source.h"

#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <system_error>

namespace atlas::storage::formats {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kImageMark = "idx3";

/// A file of pictures and the file of their labels, which is named alike.
struct IdxPair {
    fs::path images;
    fs::path labels;
    Split split = Split::Unassigned;
};

void replaceFirst(std::string &text, std::string_view from, std::string_view to)
{
    if (const std::size_t at = text.find(from); at != std::string::npos) {
        text.replace(at, from.size(), to);
    }
}

bool isImageFile(const fs::path &file)
{
    const std::string name = file.filename().string();
    return name.find(kImageMark) != std::string::npos && name.find("images") != std::string::npos;
}

/// "train-images-idx3-ubyte.gz" -> "train-labels-idx1-ubyte.gz", packed or not.
fs::path labelsOf(const fs::path &images)
{
    std::string name = images.filename().string();
    replaceFirst(name, "images", "labels");
    replaceFirst(name, kImageMark, "idx1");
    std::error_code error;
    for (const std::string &candidate : {name, name + ".gz", name.substr(0, name.rfind(".gz"))}) {
        if (fs::is_regular_file(images.parent_path() / candidate, error)) {
            return images.parent_path() / candidate;
        }
    }
    return {};
}

std::vector<IdxPair> findPairs(const fs::path &source)
{
    std::vector<fs::path> files;
    std::error_code error;
    if (fs::is_directory(source, error)) {
        for (const fs::directory_entry &entry : fs::directory_iterator(source, error)) {
            if (entry.is_regular_file(error) && isImageFile(entry.path())) {
                files.push_back(entry.path());
            }
        }
    } else if (isImageFile(source)) {
        files.push_back(source);
    }
    std::sort(files.begin(), files.end());
    std::vector<IdxPair> pairs;
    for (const fs::path &file : files) {
        const std::string name = file.filename().string();
        pairs.push_back({file, labelsOf(file), name.starts_with("t10k") ? Split::Test : splitOfName(name)});
    }
    return pairs;
}

std::vector<std::string> readClassNames(const ImportRequest &request, const SourceRoot &root, ImportSink &sink)
{
    std::error_code error;
    const fs::path file = request.labels.empty() ? root.folder() / "labels.txt" : request.labels;
    if (request.labels.empty() && !fs::is_regular_file(file, error)) {
        return {};
    }
    const std::optional<std::string> text = readSourceText(file, root.shown(file), sink);
    return text ? splitLines(*text) : std::vector<std::string>();
}

std::vector<std::byte> readLabelBytes(const fs::path &file)
{
    GzFile source(file);
    IdxReader reader(source, 1);
    std::vector<std::byte> labels;
    std::vector<std::byte> item;
    while (reader.next(item)) {
        labels.push_back(item.front());
    }
    return labels;
}

std::vector<unsigned char> encodePng(std::vector<std::byte> &pixels, int rows, int columns)
{
    constexpr int kFast = 1;
    std::vector<unsigned char> bytes;
    cv::imencode(".png", cv::Mat(rows, columns, CV_8U, pixels.data()), bytes, {cv::IMWRITE_PNG_COMPRESSION, kFast});
    return bytes;
}

void readPair(const IdxPair &pair, const std::vector<std::string> &names, const SourceRoot &root, ImportSink &sink,
              const std::stop_token &stop)
{
    const std::string where = root.shown(pair.images);
    std::vector<std::byte> labels;
    if (!pair.labels.empty()) {
        labels = readLabelBytes(pair.labels);
    }
    GzFile source(pair.images);
    IdxReader reader(source, 3);
    if (!pair.labels.empty() && labels.size() != reader.count()) {
        sink.problem(errorProblem(
            code::kCountMismatch, where,
            say(QT_TRANSLATE_NOOP("Sentence", "There are %1 labels for %2 pictures; nothing was imported."),
                labels.size(), reader.count()),
            say(QT_TRANSLATE_NOOP("Sentence", "The two files do not belong together."))));
        return;
    }
    std::vector<std::byte> pixels;
    for (std::uint64_t i = 0; reader.next(pixels); ++i) {
        throwIfStopped(stop);
        IncomingSample incoming;
        incoming.sample.split = pair.split;
        incoming.sample.source = place(where, static_cast<std::int64_t>(i) + 1);
        if (!labels.empty()) {
            const auto label = std::to_integer<std::size_t>(labels[i]);
            if (!names.empty() && (label >= names.size() || names[label].empty())) {
                sink.problem(errorProblem(
                    code::kLabelOutOfRange, incoming.sample.source,
                    say(QT_TRANSLATE_NOOP("Sentence", "The label %1 is not among the %2 classes of labels.txt."), label,
                        names.size()),
                    say(QT_TRANSLATE_NOOP("Sentence", "Add the missing names, one a line."))));
                continue;
            }
            incoming.sample.labels = {{names.empty() ? std::to_string(label) : names[label], 1.0}};
        }
        incoming.imageBytes = encodePng(pixels, reader.rows(), reader.columns());
        sink.sample(std::move(incoming));
        sink.progress(static_cast<double>(i + 1) / static_cast<double>(reader.count()));
    }
}

}  // namespace

/// The files of MNIST and its kin: `*-images-idx3-ubyte[.gz]` with `*-labels-idx1-ubyte[.gz]`; class names from
/// `labels.txt`, one a line.
Importer idx()
{
    return {.name = "idx",
            .title = QT_TRANSLATE_NOOP("Importer", "IDX files (MNIST)"),
            .sniff = [](const fs::path &source) { return findPairs(source).empty() ? 0 : 95; },
            .read =
                [](const ImportRequest &request, ImportSink &sink, std::stop_token stop) {
                    const SourceRoot root(request.source);
                    std::error_code error;
                    const std::vector<IdxPair> pairs =
                        findPairs(fs::is_directory(request.source, error) ? root.folder()
                                                                          : root.folder() / request.source.filename());
                    if (pairs.empty()) {
                        sink.problem(errorProblem(
                            code::kEmptySource, root.folder().filename().string(),
                            say(QT_TRANSLATE_NOOP("Sentence", "There is no file named *-images-idx3-ubyte here."))));
                    }
                    const std::vector<std::string> names = readClassNames(request, root, sink);
                    for (const IdxPair &pair : pairs) {
                        try {
                            readPair(pair, names, root, sink, stop);
                        } catch (const Error &fault) {
                            if (fault.code() != ErrorCode::BadInput && fault.code() != ErrorCode::NotFound) {
                                throw;
                            }
                            sink.problem(errorProblem(code::kBadFormat, root.shown(pair.images), fault.sentence(),
                                                      fault.advice()));
                        }
                    }
                }};
}

}  // namespace atlas::storage::formats
