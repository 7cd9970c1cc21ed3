#include "core/mapped_file.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace atlas {

MappedFile::MappedFile(const std::filesystem::path &file)
{
    // A pipe would block a plain open for ever; O_NONBLOCK means nothing to the regular files that are wanted.
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
        const ErrorCode code = errno == ENOENT || errno == ENOTDIR ? ErrorCode::NotFound : ErrorCode::Io;
        throw Error(code,
                    say(QT_TRANSLATE_NOOP("Sentence", "Could not open %1: %2."), file.string(), std::strerror(errno)));
    }
    struct stat status {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(descriptor);
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence", "%1 is not a regular file."), file.string()));
    }
    m_size = static_cast<std::size_t>(status.st_size);
    if (m_size == 0) {
        ::close(descriptor);  // an empty range cannot be mapped
        return;
    }
    void *address = ::mmap(nullptr, m_size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    const int mapError = errno;
    ::close(descriptor);
    if (address == MAP_FAILED) {
        throw Error(ErrorCode::Io, say(QT_TRANSLATE_NOOP("Sentence", "Could not map %1 into memory: %2."),
                                       file.string(), std::strerror(mapError)));
    }
    m_data = std::shared_ptr<const std::byte>(static_cast<const std::byte *>(address),
                                              [address, size = m_size](const std::byte *) { ::munmap(address, size); });
}

}  // namespace atlas
