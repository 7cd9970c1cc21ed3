#include "storage/current_copy.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/connection.h"
#include "storage/migrations.h"
#include "storage/project.h"

#include <SQLiteCpp/Backup.h>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <optional>
#include <string>
#include <system_error>

namespace atlas::storage {
namespace fs = std::filesystem;

namespace {

constexpr char kPrefix[] = "atlas-older-";
constexpr char kLock[] = "lock";
constexpr auto kMadeBy = std::chrono::hours(1);  ///< a folder without a lock is being made, but not for that long

std::system_error systemError(const char *what)
{
    return {errno, std::generic_category(), what};
}

/// Takes away what crashed programs of this person left. Best effort: what cannot be removed harms nobody.
void sweep(const fs::path &parent) noexcept
{
    std::error_code code;
    for (fs::directory_iterator entry(parent, code), end; !code && entry != end; entry.increment(code)) {
        const fs::path &folder = entry->path();
        struct stat facts {};
        if (!folder.filename().string().starts_with(kPrefix) || ::lstat(folder.c_str(), &facts) != 0 ||
            !S_ISDIR(facts.st_mode) || facts.st_uid != ::geteuid()) {
            continue;
        }
        std::error_code ignored;
        const int lock = ::open((folder / kLock).c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
        if (lock < 0) {
            const auto changed = fs::last_write_time(folder, ignored);
            if (!ignored && fs::file_time_type::clock::now() - changed > kMadeBy) {
                fs::remove_all(folder, ignored);
            }
            continue;
        }
        if (::flock(lock, LOCK_EX | LOCK_NB) == 0) {
            fs::remove_all(folder, ignored);
        }
        ::close(lock);
    }
}

void needSpace(Connection &older, const fs::path &folder)
{
    constexpr std::uint64_t kTimes = 2;  // the copy, and what its update writes before it is folded in
    const auto needed = kTimes * std::uint64_t(older.integer("PRAGMA page_count") * older.integer("PRAGMA page_size"));
    const std::uint64_t available = fs::space(folder).available;
    if (available < needed) {
        throw Error(ErrorCode::DiskFull,
                    say(QT_TRANSLATE_NOOP("Sentence", "%1 MiB of free space are needed in %2, there are %3 MiB."),
                        (needed >> 20) + 1, folder.string(), available >> 20));
    }
}

void copyPages(Connection &older, const fs::path &file)
{
    std::optional<SQLite::Database> copy;
    try {
        copy.emplace(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        copy->exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");  // a copy that breaks off is thrown away
        SQLite::Backup backup(*copy, older.database());
        if (backup.executeStep(-1) != SQLITE_DONE) {
            throw Error(ErrorCode::Locked,
                        say(QT_TRANSLATE_NOOP("Sentence", "Another program keeps the database locked.")),
                        say(QT_TRANSLATE_NOOP("Sentence", "Wait until it is done, then try again.")));
        }
    } catch (const SQLite::Exception &exception) {
        throw fromSqlite(exception, copy ? copy->getHandle() : nullptr, file);
    }
}

fs::path makeCopy(Connection &older, const fs::path &folder)
{
    const fs::path file = folder / "project.db";
    needSpace(older, folder);
    copyPages(older, file);
    Connection copy(file, Connection::Access::ReadWrite);
    copy.execute("PRAGMA synchronous = OFF");
    migrate(copy, {});
    return file;
}

/// What went wrong, with what it was for and that the original is as it was.
Error explained(const Error &error, const fs::path &original)
{
    const bool place = error.code() == ErrorCode::DiskFull || error.code() == ErrorCode::Io;
    return {error.code(),
            say(QT_TRANSLATE_NOOP("Sentence",
                                  "%1 was written by an older program, and the temporary copy that this program would "
                                  "read cannot be made: %2 The project itself was not changed."),
                original.string(), error.sentence()),
            place ? say(QT_TRANSLATE_NOOP("Sentence", "Free some space in the folder for temporary files and check its "
                                                      "permissions, or name another folder in TMPDIR."))
                  : error.advice()};
}

template <typename Work>
void explaining(const Connection &older, Work work)
{
    try {
        work();
    } catch (const Error &error) {
        throw explained(error, older.file());
    } catch (const std::system_error &error) {  // of the file system too
        const bool full = error.code() == std::errc::no_space_on_device;
        throw explained(Error(full ? ErrorCode::DiskFull : ErrorCode::Io,
                              say(QT_TRANSLATE_NOOP("Sentence", "The folder for temporary files cannot be used: %1."),
                                  error.code().message())),
                        older.file());
    }
}

}  // namespace

/// A folder that nobody else may look into. Its lock is held for as long as it is in use: one that nobody holds belongs
/// to nobody any more.
class CurrentCopy::Folder {
public:
    explicit Folder(const fs::path &parent);
    ~Folder() { remove(); }
    Folder(const Folder &) = delete;
    Folder &operator=(const Folder &) = delete;

    const fs::path &path() const { return m_path; }

private:
    void remove() noexcept;

    fs::path m_path;
    int m_lock = -1;
};

CurrentCopy::Folder::Folder(const fs::path &parent)
{
    std::string made = (parent / kPrefix).string() + "XXXXXX";
    if (::mkdtemp(made.data()) == nullptr) {
        throw systemError("mkdtemp");
    }
    m_path = made;
    // It gets its name when it is held: until then nobody takes the folder for one that was left behind.
    const fs::path before = m_path / "lock.new";
    m_lock = ::open(before.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (m_lock < 0 || ::flock(m_lock, LOCK_EX | LOCK_NB) != 0 ||
        ::rename(before.c_str(), (m_path / kLock).c_str()) != 0) {
        const std::system_error error = systemError("lock");
        remove();
        throw error;
    }
}

void CurrentCopy::Folder::remove() noexcept
{
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
    if (m_lock >= 0) {
        ::close(m_lock);
    }
}

CurrentCopy::CurrentCopy(Connection &older)
{
    explaining(older, [&] {
        const fs::path parent = fs::temp_directory_path();
        sweep(parent);
        m_folder = std::make_unique<Folder>(parent);
        m_database = makeCopy(older, m_folder->path());
    });
}

CurrentCopy::~CurrentCopy() = default;

bool readsCurrentCopy(const Project &project)
{
    return project.connect()->file().parent_path() != project.folder();
}

}  // namespace atlas::storage
