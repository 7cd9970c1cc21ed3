#include "storage/sqlite_errors.h"

#include "core/sentence.h"
#include "core/translatable.h"

#include <sqlite3.h>

#include <cerrno>
#include <cstring>

namespace atlas::storage {
namespace {

/// The system's error number behind an IOERR. A failing COMMIT does not record it on the connection, so the files are
/// asked: the database, and its journal or log.
int systemErrorOf(sqlite3 *handle)
{
    if (handle == nullptr) {
        return 0;
    }
    int number = sqlite3_system_errno(handle);
    for (const int which : {SQLITE_FCNTL_JOURNAL_POINTER, SQLITE_FCNTL_FILE_POINTER}) {
        sqlite3_file *file = nullptr;
        if (number == 0 && sqlite3_file_control(handle, "main", which, &file) == SQLITE_OK && file != nullptr &&
            file->pMethods != nullptr) {
            file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &number);
        }
    }
    return number;
}

bool isOutOfSpace(int systemError)
{
    return systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG;
}

Error ioError(const std::string &where, const std::string &detail, int systemError)
{
    if (isOutOfSpace(systemError)) {
        return {ErrorCode::DiskFull,
                say(QT_TRANSLATE_NOOP("Sentence", "%1: it cannot grow, the disk or a quota is full (%2). The last "
                                                  "change was not made; everything before it is kept."),
                    where, std::strerror(systemError)),
                say(QT_TRANSLATE_NOOP("Sentence", "Free some space, then do it again."))};
    }
    const std::string system = systemError != 0 ? std::string(" (") + std::strerror(systemError) + ")" : std::string();
    return {ErrorCode::Io,
            say(QT_TRANSLATE_NOOP(
                    "Sentence",
                    "%1: reading or writing failed: %2. The last change was not made; everything before it is kept."),
                where, detail + system),
            say(QT_TRANSLATE_NOOP("Sentence", "Check the disk and the permissions of the project folder."))};
}

}  // namespace

Error fromSqlite(const SQLite::Exception &error, sqlite3 *handle, const std::filesystem::path &file)
{
    const std::string where = file.string();
    const std::string detail = error.what();
    const int systemError = systemErrorOf(handle);
    switch (error.getErrorCode() & 0xff) {
    case SQLITE_FULL: return ioError(where, detail, ENOSPC);
    case SQLITE_IOERR:
        if (error.getExtendedErrorCode() == SQLITE_IOERR_NOMEM) {
            return {ErrorCode::OutOfMemory, say(QT_TRANSLATE_NOOP("Sentence", "%1: out of memory: %2"), where, detail),
                    say(QT_TRANSLATE_NOOP("Sentence", "Close other programs, then try again."))};
        }
        return ioError(where, detail, systemError);
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH: return ioError(where, detail, systemError);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::Locked,
                say(QT_TRANSLATE_NOOP("Sentence", "%1: another program is writing the database: %2"), where, detail),
                say(QT_TRANSLATE_NOOP("Sentence", "Wait until it is done, then try again."))};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorCode::Damaged,
                say(QT_TRANSLATE_NOOP("Sentence", "%1: the database is damaged: %2. The pictures in assets and the "
                                                  "weights in models are separate files and not touched by this."),
                    where, detail),
                say(QT_TRANSLATE_NOOP("Sentence", "Put back the newest copy from the folder backups, or recover rows "
                                                  "with: sqlite3 project.db .recover"))};
    case SQLITE_NOMEM:
        return {ErrorCode::OutOfMemory, say(QT_TRANSLATE_NOOP("Sentence", "%1: out of memory: %2"), where, detail),
                say(QT_TRANSLATE_NOOP("Sentence", "Close other programs, then try again."))};
    default:
        return {ErrorCode::Internal,
                where + ": " + detail + " (SQLite " + std::to_string(error.getExtendedErrorCode()) + ")",
                "This is a fault of the program; please report it."};
    }
}

}  // namespace atlas::storage
