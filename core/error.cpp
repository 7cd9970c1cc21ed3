#include "core/error.h"

#include <utility>

namespace atlas {

int exitCode(ErrorCode code) noexcept
{
    switch (code) {
    case ErrorCode::Usage: return 2;
    case ErrorCode::BadInput:
    case ErrorCode::NotFound: return 3;
    case ErrorCode::Locked:
    case ErrorCode::Damaged: return 4;
    case ErrorCode::Cancelled: return 5;
    case ErrorCode::OutOfMemory:
    case ErrorCode::Device: return 6;
    case ErrorCode::Io:
    case ErrorCode::DiskFull:
    case ErrorCode::Internal: return 1;
    }
    return 1;
}

const char *codeName(ErrorCode code) noexcept
{
    switch (code) {
    case ErrorCode::Usage: return "USAGE";
    case ErrorCode::BadInput: return "BAD_INPUT";
    case ErrorCode::NotFound: return "NOT_FOUND";
    case ErrorCode::Locked: return "LOCKED";
    case ErrorCode::Damaged: return "DAMAGED";
    case ErrorCode::Cancelled: return "CANCELLED";
    case ErrorCode::OutOfMemory: return "OUT_OF_MEMORY";
    case ErrorCode::Device: return "DEVICE";
    case ErrorCode::Io: return "IO";
    case ErrorCode::DiskFull: return "DISK_FULL";
    case ErrorCode::Internal: return "INTERNAL";
    }
    return "INTERNAL";
}

Error::Error(ErrorCode code, Sentence message, Sentence hint)
    : m_code(code), m_sentence(std::move(message)), m_advice(std::move(hint)), m_message(m_sentence.english()),
      m_hint(m_advice.english()), m_what(m_hint.empty() ? m_message : m_message + " " + m_hint)
{
}

Sentence Error::whole() const
{
    return m_advice.empty() ? m_sentence : say("%1 %2", m_sentence, m_advice);
}

}  // namespace atlas
