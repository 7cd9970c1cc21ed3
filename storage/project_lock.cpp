#include "storage/project_lock.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/process_identity.h"

#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace atlas::storage {
namespace {

/// "atlas (process 7 on host)" as the holder wrote it.
Sentence holderOf(int descriptor)
{
    std::array<char, 1024> text{};
    const ssize_t length = pread(descriptor, text.data(), text.size(), 0);
    const auto json = nlohmann::json::parse(text.data(), text.data() + std::max<ssize_t>(length, 0), nullptr, false);
    if (!json.is_object()) {  // it has just taken the lock and not written who it is yet
        return say(QT_TRANSLATE_NOOP("Sentence", "another program"));
    }
    const auto word = [&json](const char *key, const char *otherwise) {
        return json.contains(key) ? Sentence(json.value(key, std::string())) : say(otherwise);
    };
    return say(QT_TRANSLATE_NOOP("Sentence", "%1 (process %2 on %3)"),
               word("program", QT_TRANSLATE_NOOP("Sentence", "a program")), json.value("pid", std::int64_t{0}),
               word("host", QT_TRANSLATE_NOOP("Sentence", "this computer")));
}

void writeHolder(int descriptor)
{
    const ProcessIdentity self = thisProcess();
    const std::string text =
        nlohmann::json{{"program", self.program}, {"pid", self.pid}, {"host", self.host}}.dump() + "\n";
    // Only a courtesy to whoever finds the project locked: the lock holds without it, on a full disk too.
    if (ftruncate(descriptor, 0) == 0) {
        [[maybe_unused]] const ssize_t written = pwrite(descriptor, text.data(), text.size(), 0);
    }
}

}  // namespace

ProjectLock::ProjectLock(const std::filesystem::path &folder)
{
    const std::filesystem::path file = folder / "project.lock";
    m_descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (m_descriptor < 0) {
        const int error = errno;
        throw Error(
            error == ENOSPC ? ErrorCode::DiskFull : ErrorCode::Io,
            say(QT_TRANSLATE_NOOP("Sentence", "%1 cannot be made: %2."), file.string(), std::strerror(error)),
            say(QT_TRANSLATE_NOOP(
                "Sentence",
                "Check the permissions of the project folder and the space on its disk, or open it read-only.")));
    }
    if (flock(m_descriptor, LOCK_EX | LOCK_NB) == 0) {
        writeHolder(m_descriptor);
        return;
    }
    const int error = errno;
    const Sentence holder = error == EWOULDBLOCK ? holderOf(m_descriptor) : Sentence();
    ::close(m_descriptor);
    if (error == EWOULDBLOCK) {
        throw Error(
            ErrorCode::Locked,
            say(QT_TRANSLATE_NOOP("Sentence", "The project %1 is being written by %2."), folder.string(), holder),
            say(QT_TRANSLATE_NOOP("Sentence", "Close it there, or open it read-only. Nothing was changed.")));
    }
    throw Error(ErrorCode::Io,
                say(QT_TRANSLATE_NOOP("Sentence", "%1 cannot be locked: %2."), file.string(), std::strerror(error)),
                say(QT_TRANSLATE_NOOP("Sentence", "Move the project to a local disk.")));
}

ProjectLock::~ProjectLock()
{
    ::close(m_descriptor);
}

}  // namespace atlas::storage
