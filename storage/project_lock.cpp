#include "storage/project_lock.h"

#include "core/error.h"
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
std::string holderOf(int descriptor)
{
    std::array<char, 1024> text{};
    const ssize_t length = pread(descriptor, text.data(), text.size(), 0);
    const auto json = nlohmann::json::parse(text.data(), text.data() + std::max<ssize_t>(length, 0), nullptr, false);
    if (!json.is_object()) {
        return "another program";  // it has just taken the lock and not written who it is yet
    }
    return json.value("program", "a program") + " (process " + std::to_string(json.value("pid", std::int64_t{0})) +
           " on " + json.value("host", "this computer") + ")";
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
        throw Error(error == ENOSPC ? ErrorCode::DiskFull : ErrorCode::Io,
                    file.string() + " cannot be made: " + std::strerror(error) + ".",
                    "Check the permissions of the project folder and the space on its disk, or open it read-only.");
    }
    if (flock(m_descriptor, LOCK_EX | LOCK_NB) == 0) {
        writeHolder(m_descriptor);
        return;
    }
    const int error = errno;
    const std::string holder = error == EWOULDBLOCK ? holderOf(m_descriptor) : std::string();
    ::close(m_descriptor);
    if (error == EWOULDBLOCK) {
        throw Error(ErrorCode::Locked, "The project " + folder.string() + " is being written by " + holder + ".",
                    "Close it there, or open it read-only. Nothing was changed.");
    }
    throw Error(ErrorCode::Io, file.string() + " cannot be locked: " + std::strerror(error) + ".",
                "Move the project to a local disk.");
}

ProjectLock::~ProjectLock()
{
    ::close(m_descriptor);
}

}  // namespace atlas::storage
