#include "core/files.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fstream>

namespace atlas {
namespace {

[[noreturn]] void throwWriteError(const std::filesystem::path &file, int error)
{
    if (error == ENOSPC || error == EDQUOT) {
        throw Error(
            ErrorCode::DiskFull, say(QT_TRANSLATE_NOOP("Sentence", "No space is left to write %1."), file.string()),
            say(QT_TRANSLATE_NOOP("Sentence", "Free some space and try again; what was there before is unchanged.")));
    }
    throw Error(
        ErrorCode::Io,
        say(QT_TRANSLATE_NOOP("Sentence", "Could not write %1: %2."), file.string(), std::strerror(error)),
        say(QT_TRANSLATE_NOOP("Sentence", "Check the folder's permissions; what was there before is unchanged.")));
}

/// A descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int descriptor) : m_descriptor(descriptor) {}
    ~Descriptor()
    {
        if (m_descriptor >= 0) {
            ::close(m_descriptor);
        }
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

/// A name beside the target that no other thread or process uses: two may write the same content at once.
std::filesystem::path partBeside(const std::filesystem::path &target)
{
    static std::atomic<unsigned> number{0};
    return target.string() + ".part-" + std::to_string(::getpid()) + "-" + std::to_string(number++);
}

/// A file beside its target that is removed unless it is kept.
class PartFile {
public:
    explicit PartFile(const std::filesystem::path &target)
        : m_target(target), m_part(partBeside(target)),
          m_descriptor(::open(m_part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644))
    {
        if (m_descriptor.get() < 0) {
            throwWriteError(m_target, errno);
        }
    }
    ~PartFile()
    {
        if (!m_kept) {
            ::unlink(m_part.c_str());
        }
    }
    PartFile(const PartFile &) = delete;
    PartFile &operator=(const PartFile &) = delete;

    void append(std::span<const std::byte> bytes)
    {
        while (!bytes.empty()) {
            const ssize_t written = ::write(m_descriptor.get(), bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) {
                continue;
            }
            if (written < 0) {
                throwWriteError(m_target, errno);
            }
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        }
    }

    void keep(Durable durable)
    {
        const bool synced = durable == Durable::BySync || ::fsync(m_descriptor.get()) == 0;
        if (!synced || ::rename(m_part.c_str(), m_target.c_str()) != 0) {
            throwWriteError(m_target, errno);
        }
        m_kept = true;
        if (durable == Durable::BySync) {
            return;
        }
        // The rename itself must survive a power loss, so the folder is synced too.
        const std::filesystem::path folder = m_target.has_parent_path() ? m_target.parent_path() : ".";
        const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (directory.get() >= 0) {
            ::fsync(directory.get());
        }
    }

private:
    std::filesystem::path m_target;
    std::string m_part;
    Descriptor m_descriptor;
    bool m_kept = false;
};

}  // namespace

std::string readFile(const std::filesystem::path &file, std::uintmax_t limit)
{
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    if (error) {
        throw Error(ErrorCode::NotFound,
                    say(QT_TRANSLATE_NOOP("Sentence", "Could not open %1: %2."), file.string(), error.message()));
    }
    if (size > limit) {
        throw Error(ErrorCode::BadInput, say(QT_TRANSLATE_NOOP("Sentence", "%1 has %2 bytes; at most %3 are read."),
                                             file.string(), size, limit));
    }
    std::string content(size, '\0');
    std::ifstream stream(file, std::ios::binary);
    if (!stream.read(content.data(), static_cast<std::streamsize>(size))) {
        throw Error(ErrorCode::Io, say(QT_TRANSLATE_NOOP("Sentence", "Reading %1 failed."), file.string()));
    }
    return content;
}

void writeFileAtomically(const std::filesystem::path &file, const std::function<void(const AppendBytes &)> &produce,
                         Durable durable)
{
    PartFile part(file);
    produce([&part](std::span<const std::byte> bytes) { part.append(bytes); });
    part.keep(durable);
}

void syncFilesystem(const std::filesystem::path &folder)
{
    const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.get() < 0 || ::syncfs(directory.get()) != 0) {
        throwWriteError(folder, errno);
    }
}

void writeFileAtomically(const std::filesystem::path &file, std::span<const std::byte> bytes, Durable durable)
{
    writeFileAtomically(
        file, [bytes](const AppendBytes &append) { append(bytes); }, durable);
}

void writeFileAtomically(const std::filesystem::path &file, const std::string &text)
{
    writeFileAtomically(file, std::as_bytes(std::span(text)));
}

std::string lowerExtension(const std::filesystem::path &file)
{
    std::string extension = file.extension().string();
    std::ranges::transform(extension, extension.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return extension;
}

std::int64_t nowUs()
{
    using namespace std::chrono;
    return duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
}

}  // namespace atlas
