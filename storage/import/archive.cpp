#include "storage/import/archive.h"

#include "core/error.h"
#include "core/observer.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/import/problems.h"
#include "storage/import/text_encoding.h"

#include <archive.h>
#include <archive_entry.h>

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>
#include <optional>
#include <set>
#include <string_view>
#include <system_error>
#include <vector>

namespace atlas::storage {
namespace fs = std::filesystem;
namespace {

struct CloseArchive {
    void operator()(archive *reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<archive, CloseArchive>;

constexpr std::size_t kBlock = 64 * 1024;

/// A file that was unpacked and has no name yet.
struct Unpacked {
    std::string name;  ///< as the archive has it
    fs::path file;
};

/// Thrown to end an archive that must not be imported.
struct Refused {
    Problem problem;
};

/// Why the entry %1 cannot be used; nullptr = it can.
const char *faultOf(const std::string &name)
{
    constexpr std::size_t kLongest = 255;
    const bool drive = name.size() >= 2 && std::isalpha(static_cast<unsigned char>(name[0])) && name[1] == ':';
    if (name.starts_with('/') || drive) {
        return QT_TRANSLATE_NOOP("Sentence", "\"%1\" is an absolute path; it was not unpacked.");
    }
    if (name.find('\\') != std::string::npos) {
        return QT_TRANSLATE_NOOP("Sentence", "\"%1\" holds a backslash; it was not unpacked.");
    }
    for (const fs::path &part : fs::path(name)) {
        if (part == "..") {
            return QT_TRANSLATE_NOOP("Sentence", "\"%1\" leads out of the archive; it was not unpacked.");
        }
        if (part.string().size() > kLongest) {
            return QT_TRANSLATE_NOOP("Sentence", "\"%1\" is too long; it was not unpacked.");
        }
    }
    return fs::path(name).has_filename() ? nullptr
                                         : QT_TRANSLATE_NOOP("Sentence", "\"%1\" names nothing; it was not unpacked.");
}

bool isJapanese(const std::string &utf8)
{
    // Hiragana, katakana and ideographs are three bytes from E3 to E9.
    return std::ranges::any_of(utf8, [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
}

/// Nothing when they are in no encoding that is known.
std::optional<DecodedText> decodedTogether(const std::string &names)
{
    if (const auto japanese = decodeAs("windows-31j", names); japanese && isJapanese(*japanese)) {
        return DecodedText{*japanese, "Shift_JIS", true};
    }
    try {
        return decodeText(names);
    } catch (const Error &) {
        return std::nullopt;
    }
}

/// All names of an archive as UTF-8; they are of one encoding, which single names are too short to tell. Where a line
/// break inside a name, or one that the encoding makes, would mix them up, each is known by its bytes.
void decodeNames(std::vector<Unpacked> &files, const std::string &where, ImportSink &sink)
{
    std::string all;
    for (const Unpacked &file : files) {
        all += file.name + '\n';
    }
    if (isValidUtf8(all)) {
        return;
    }
    const std::optional<DecodedText> decoded = decodedTogether(all);
    const auto isOnePerName = [&](const std::string &lines) {
        return static_cast<std::size_t>(std::ranges::count(lines, '\n')) == files.size();
    };
    if (!decoded || !isOnePerName(all) || !isOnePerName(decoded->text)) {
        for (Unpacked &file : files) {
            file.name = readableName(file.name);
        }
        sink.problem(infoProblem(
            code::kEncoding, where, say(QT_TRANSLATE_NOOP("Sentence", "The encoding of the names is not known.")),
            say(QT_TRANSLATE_NOOP("Sentence", "Pack the folder again with a program that writes UTF-8."))));
        return;
    }
    std::size_t begin = 0;
    for (Unpacked &file : files) {
        const std::size_t end = decoded->text.find('\n', begin);
        file.name = decoded->text.substr(begin, end - begin);
        begin = end + 1;
    }
    sink.problem(infoProblem(
        code::kEncoding, where, say(QT_TRANSLATE_NOOP("Sentence", "Names were read as %1."), decoded->encoding),
        say(QT_TRANSLATE_NOOP("Sentence",
                              "If they look wrong, pack the folder again with a program that writes UTF-8."))));
}

class Unpacking {
public:
    /// `unnamed`: where files lie until all names are known, `folder`: under their names.
    Unpacking(const fs::path &file, const fs::path &unnamed, const fs::path &folder, ImportSink &sink,
              const std::stop_token &stop)
        : m_file(file), m_unnamed(unnamed), m_folder(folder), m_where(readableName(file.filename().string())),
          m_sink(sink), m_stop(stop)
    {
    }

    void run()
    {
        const Reader reader(archive_read_new());
        // Not all that libarchive knows: for some it starts programs.
        archive_read_support_filter_gzip(reader.get());
        archive_read_support_filter_bzip2(reader.get());
        archive_read_support_filter_xz(reader.get());
        archive_read_support_filter_zstd(reader.get());
        archive_read_support_format_zip(reader.get());
        archive_read_support_format_tar(reader.get());
        archive_read_support_format_7zip(reader.get());
        check(archive_read_open_filename(reader.get(), m_file.c_str(), kBlock), reader.get());
        archive_entry *entry = nullptr;
        while (true) {
            throwIfStopped(m_stop);
            const int result = archive_read_next_header(reader.get(), &entry);
            if (result == ARCHIVE_EOF) {
                break;
            }
            check(result, reader.get());
            take(reader.get(), entry);
            m_sink.progress(static_cast<double>(archive_filter_bytes(reader.get(), -1)) /
                            static_cast<double>(m_packed));
        }
        decodeNames(m_files, m_where, m_sink);
        placeFiles();
    }

private:
    void check(int result, archive *reader) const
    {
        if (result != ARCHIVE_OK && result != ARCHIVE_WARN) {
            const char *why = archive_error_string(reader);
            throw Refused{errorProblem(
                code::kTruncated, m_where,
                why != nullptr
                    ? say(QT_TRANSLATE_NOOP("Sentence",
                                            "The archive is damaged or encrypted: %1. Nothing was imported."),
                          readableName(why))
                    : say(QT_TRANSLATE_NOOP(
                          "Sentence", "The archive is damaged or encrypted: it ends early. Nothing was imported.")),
                say(QT_TRANSLATE_NOOP("Sentence", "Copy it again, or unpack it yourself and import the folder.")))};
        }
    }

    void take(archive *reader, archive_entry *entry)
    {
        const char *raw = archive_entry_pathname(entry);
        const std::string name = raw != nullptr ? raw : "";
        const auto type = archive_entry_filetype(entry);
        if (type == AE_IFDIR) {
            return;  // empty folders hold nothing to import
        }
        if (type != AE_IFREG || archive_entry_hardlink(entry) != nullptr) {
            return refuse(name, QT_TRANSLATE_NOOP("Sentence", "\"%1\" is a link or a device; it was not unpacked."));
        }
        if (m_files.size() >= UnpackedArchive::kMostEntries) {
            tooLarge(say(QT_TRANSLATE_NOOP(
                             "Sentence",
                             "The archive holds more than %1 files. Unpacking was stopped and nothing was imported."),
                         UnpackedArchive::kMostEntries));
        }
        const fs::path file = m_unnamed / std::to_string(m_files.size());
        inflate(reader, file);
        m_files.push_back({name, file});
    }

    void refuse(const std::string &name, const char *why)
    {
        m_sink.problem(errorProblem(
            code::kUnsafePath, m_where + "/" + readableName(name), say(why, readableName(name)),
            say(QT_TRANSLATE_NOOP("Sentence", "Pack the file again under a plain name inside the archive."))));
    }

    void inflate(archive *reader, const fs::path &file)
    {
        std::ofstream out(file, std::ios::binary);
        std::vector<char> block(kBlock);
        while (true) {
            throwIfStopped(m_stop);
            const la_ssize_t count = archive_read_data(reader, block.data(), block.size());
            if (count < 0) {
                check(static_cast<int>(count), reader);
            }
            if (count <= 0) {
                break;
            }
            countBytes(static_cast<std::uint64_t>(count));
            out.write(block.data(), count);
            if (!out) {
                throw Error(
                    errno == ENOSPC ? ErrorCode::DiskFull : ErrorCode::Io,
                    say(QT_TRANSLATE_NOOP("Sentence", "The archive could not be unpacked: %1."), std::strerror(errno)),
                    say(QT_TRANSLATE_NOOP("Sentence", "Free some space and import again; nothing was changed.")));
            }
        }
    }

    void countBytes(std::uint64_t count)
    {
        constexpr std::uint64_t kHarmless = 10'000'000;
        constexpr std::uint64_t kMostRatio = 100;
        m_bytes += count;
        if (m_bytes > UnpackedArchive::kMostBytes || (m_bytes > kHarmless && m_bytes > kMostRatio * m_packed)) {
            tooLarge(say(QT_TRANSLATE_NOOP("Sentence", "The archive inflates to more than a hundred times its size, or "
                                                       "64 GB. Unpacking was stopped and nothing was imported.")));
        }
    }

    [[noreturn]] void tooLarge(const Sentence &why) const
    {
        throw Refused{errorProblem(
            code::kArchiveTooLarge, m_where, why,
            say(QT_TRANSLATE_NOOP("Sentence", "If you trust it, unpack it yourself and import the folder.")))};
    }

    /// Under their own names, now that all are known.
    void placeFiles()
    {
        for (const Unpacked &file : m_files) {
            if (const char *fault = faultOf(file.name); fault != nullptr) {
                refuse(file.name, fault);  // not before: a Shift_JIS letter may hold the byte of a backslash
                continue;
            }
            const fs::path target = (m_folder / file.name).lexically_normal();
            std::error_code error;
            fs::create_directories(target.parent_path(), error);
            if (!error && !fs::exists(target, error)) {
                fs::rename(file.file, target, error);
            } else {
                error = std::make_error_code(std::errc::file_exists);
            }
            if (error) {
                m_sink.problem(errorProblem(
                    code::kNameCollision, m_where + "/" + file.name,
                    say(QT_TRANSLATE_NOOP(
                        "Sentence",
                        "The name stands twice in the archive, or is that of a folder, too; the first was taken.")),
                    say(QT_TRANSLATE_NOOP("Sentence", "Give every file a name of its own."))));
                fs::remove(file.file, error);
            }
        }
    }

    fs::path m_file;
    fs::path m_unnamed;
    fs::path m_folder;
    std::string m_where;
    ImportSink &m_sink;
    const std::stop_token &m_stop;
    std::uint64_t m_packed = std::max<std::uint64_t>(1, fs::file_size(m_file));
    std::uint64_t m_bytes = 0;
    std::vector<Unpacked> m_files;
};

/// Below folders that hold nothing but one folder, unless what lies in that is files: then it is a class.
fs::path dataIn(fs::path folder)
{
    const auto entriesOf = [](const fs::path &in) {
        std::vector<fs::directory_entry> entries(fs::directory_iterator(in), fs::directory_iterator{});
        std::erase_if(entries, [](const auto &entry) { return entry.path().filename() == "__MACOSX"; });
        return entries;
    };
    while (true) {
        const auto entries = entriesOf(folder);
        if (entries.size() != 1 || !entries.front().is_directory()) {
            return folder;
        }
        const auto inside = entriesOf(entries.front());
        const bool onlyFiles = std::ranges::none_of(inside, [](const auto &entry) { return entry.is_directory(); });
        const bool onlyPictures = onlyFiles && std::ranges::none_of(inside, [](const auto &entry) {
                                      const std::string extension = entry.path().extension().string();
                                      return extension == ".csv" || extension == ".tsv" || extension == ".jsonl" ||
                                             extension == ".json" || extension == ".gz";
                                  });
        if (onlyPictures) {
            return folder;
        }
        folder = entries.front().path();
    }
}

}  // namespace

bool isArchive(const fs::path &file)
{
    constexpr std::size_t kTarMagic = 257;
    constexpr std::size_t kLook = 512;
    std::error_code error;
    if (!fs::is_regular_file(file, error)) {
        return false;
    }
    std::array<char, kLook> start{};
    std::ifstream stream(file, std::ios::binary);
    stream.read(start.data(), start.size());
    const std::string_view bytes(start.data(), static_cast<std::size_t>(stream.gcount()));
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06") || bytes.starts_with("7z\xBC\xAF\x27\x1C")) {
        return true;
    }
    if (bytes.size() > kTarMagic && bytes.substr(kTarMagic).starts_with("ustar")) {
        return true;
    }
    // Compressed: only a tar, which its name tells; what else is compressed is read by its own importer (IDX).
    std::string name = file.filename().string();
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    constexpr std::array<std::string_view, 8> kTars{".tar",     ".tar.gz", ".tgz",     ".tar.xz",
                                                    ".tar.bz2", ".tbz2",   ".tar.zst", ".txz"};
    return std::ranges::any_of(kTars, [&](std::string_view ending) { return name.ends_with(ending); });
}

UnpackedArchive::UnpackedArchive(const fs::path &archive, const fs::path &folder, ImportSink &sink,
                                 const std::stop_token &stop)
{
    std::error_code error;
    fs::create_directories(folder, error);
    std::string made = (folder / "unpacked-XXXXXX").string();
    if (mkdtemp(made.data()) == nullptr) {
        throw Error(
            errno == ENOSPC ? ErrorCode::DiskFull : ErrorCode::Io,
            say(QT_TRANSLATE_NOOP("Sentence", "No folder could be made to unpack the archive in %1."), folder.string()),
            say(QT_TRANSLATE_NOOP("Sentence", "Check its permissions and the space that is left.")));
    }
    m_folder = made;
    const fs::path stem = archive.stem();
    m_root = m_folder / "data" / (stem == "." || stem == ".." ? fs::path("archive") : stem);
    try {
        fs::create_directories(m_root);
        Unpacking(archive, m_folder, m_root, sink, stop).run();
        m_root = dataIn(m_root);
    } catch (const Refused &refused) {
        sink.problem(refused.problem);
    } catch (...) {
        fs::remove_all(m_folder, error);
        throw;
    }
}

UnpackedArchive::~UnpackedArchive()
{
    std::error_code error;
    fs::remove_all(m_folder, error);
}

}  // namespace atlas::storage
