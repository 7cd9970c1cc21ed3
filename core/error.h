#pragma once

#include "core/sentence.h"

#include <exception>
#include <string>

namespace atlas {

/// What went wrong, as far as scripts and callers must tell cases apart.
enum class ErrorCode {
    Usage,        ///< the command or call was wrong
    BadInput,     ///< a file or value given by the user is wrong
    NotFound,     ///< a name, run or file that does not exist
    Locked,       ///< another process writes the project
    Damaged,      ///< the project or one of its files is damaged
    Cancelled,    ///< the user stopped it
    OutOfMemory,  ///< memory or device memory is used up
    Device,       ///< the accelerator failed
    Io,           ///< reading or writing failed (permissions, disk error)
    DiskFull,     ///< no space left
    Internal      ///< a broken promise of our own code
};

/// The exit status that the command line promises for a code (CLI contract: 2 usage, 3 input, 4 locked or
/// damaged, 5 cancelled, 6 memory or device, 1 anything else).
int exitCode(ErrorCode code) noexcept;

/// A stable upper-case name ("BAD_INPUT") for logs and JSON.
const char *codeName(ErrorCode code) noexcept;

/// The one exception type of this program. The message says what, where, expected and actual; the hint says what
/// to do next. Errors of libraries (c10, OpenCV, SQLite) are turned into it at the edge of their library.
class Error : public std::exception {
public:
    Error(ErrorCode code, Sentence message, Sentence hint = {});

    ErrorCode code() const noexcept { return m_code; }
    const Sentence &sentence() const noexcept { return m_sentence; }  ///< for the window
    const Sentence &advice() const noexcept { return m_advice; }
    Sentence whole() const;                                            ///< both, as what() says them
    const std::string &message() const noexcept { return m_message; }  ///< the same in English: for scripts and logs
    const std::string &hint() const noexcept { return m_hint; }
    const char *what() const noexcept override { return m_what.c_str(); }

private:
    ErrorCode m_code;
    Sentence m_sentence;
    Sentence m_advice;
    std::string m_message;
    std::string m_hint;
    std::string m_what;
};

}  // namespace atlas
