#include "engine/pretrain/archive_files.h"

#include "core/error.h"
#include "core/files.h"
#include "core/observer.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

namespace atlas::engine {
namespace {

constexpr std::uintmax_t kArchiveFileLimit = 64u << 20;
constexpr std::uintmax_t kTotalLimit = std::uintmax_t{4} << 30;
constexpr int kFileCountLimit = 1'000'000;

struct ReadCloser {
    void operator()(archive *reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<archive, ReadCloser>;

[[noreturn]] void throwBadArchive(const std::filesystem::path &source, const Sentence &why)
{
    throw Error(ErrorCode::BadInput,
                say(QT_TRANSLATE_NOOP("Sentence", "The archive %1 cannot be read: %2."), source.string(), why),
                say(QT_TRANSLATE_NOOP("Sentence", "Fetch it again, or give a folder with its unpacked files.")));
}

/// Keeps an archive that lies about its sizes from filling the memory.
class Limits {
public:
    explicit Limits(const std::filesystem::path &source) : m_source(source) {}

    void addFile()
    {
        if (++m_files > kFileCountLimit) {
            throwBadArchive(m_source,
                            say(QT_TRANSLATE_NOOP("Sentence", "it holds more than %1 files"), kFileCountLimit));
        }
    }

    void addBytes(std::uintmax_t bytes, std::uintmax_t inThisFile, const std::string &name)
    {
        m_total += bytes;
        if (inThisFile > kArchiveFileLimit || m_total > kTotalLimit) {
            throwBadArchive(
                m_source,
                say(QT_TRANSLATE_NOOP("Sentence", "%1 goes beyond the limit of 64 MiB a file and 4 GiB in all"), name));
        }
    }

private:
    const std::filesystem::path &m_source;
    int m_files = 0;
    std::uintmax_t m_total = 0;
};

std::string readEntry(archive *reader, const std::filesystem::path &source, const std::string &name, Limits &limits)
{
    std::string bytes;
    std::vector<char> block(1 << 16);
    for (;;) {
        const la_ssize_t count = archive_read_data(reader, block.data(), block.size());
        if (count < 0) {
            throwBadArchive(source, say(QT_TRANSLATE_NOOP("Sentence", "%1: %2"), name, archive_error_string(reader)));
        }
        if (count == 0) {
            return bytes;
        }
        bytes.append(block.data(), static_cast<std::size_t>(count));
        limits.addBytes(static_cast<std::uintmax_t>(count), bytes.size(), name);
    }
}

void visitArchive(const std::filesystem::path &source, const std::stop_token &stop, const VisitFile &visit)
{
    const Reader reader(archive_read_new());
    archive_read_support_filter_all(reader.get());
    archive_read_support_format_tar(reader.get());
    archive_read_support_format_zip(reader.get());
    archive_read_support_format_raw(reader.get());
    constexpr std::size_t kBlock = 1 << 16;
    if (archive_read_open_filename(reader.get(), source.c_str(), kBlock) != ARCHIVE_OK) {
        throwBadArchive(source, archive_error_string(reader.get()));
    }
    Limits limits(source);
    archive_entry *entry = nullptr;
    for (;;) {
        throwIfStopped(stop);
        const int status = archive_read_next_header(reader.get(), &entry);
        if (status == ARCHIVE_EOF) {
            return;
        }
        if (status != ARCHIVE_OK) {
            throwBadArchive(source, archive_error_string(reader.get()));
        }
        if (archive_entry_filetype(entry) == AE_IFREG) {
            const char *path = archive_entry_pathname(entry);
            const std::string name = path != nullptr ? path : "";
            limits.addFile();
            visit(name, readEntry(reader.get(), source, name, limits));
        }
    }
}

void visitFolder(const std::filesystem::path &source, const std::stop_token &stop, const VisitFile &visit)
{
    std::vector<std::filesystem::path> files;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(source)) {
        if (entry.is_regular_file()) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    for (const std::filesystem::path &file : files) {
        throwIfStopped(stop);
        visit(file.lexically_relative(source).generic_string(), readFile(file, kArchiveFileLimit));
    }
}

}  // namespace

void visitFiles(const std::filesystem::path &source, const std::stop_token &stop, const VisitFile &visit)
{
    if (std::filesystem::is_directory(source)) {
        visitFolder(source, stop, visit);
    } else if (std::filesystem::exists(source)) {
        visitArchive(source, stop, visit);
    } else {
        throw Error(ErrorCode::NotFound,
                    say(QT_TRANSLATE_NOOP("Sentence", "There is no file or folder %1."), source.string()),
                    say(QT_TRANSLATE_NOOP("Sentence", "Check the data folder against the file names in the recipe.")));
    }
}

}  // namespace atlas::engine
