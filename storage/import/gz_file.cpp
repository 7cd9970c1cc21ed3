#include "storage/import/gz_file.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <system_error>

namespace atlas::storage {

struct GzFile::State {
    gzFile file = nullptr;
    std::string name;
    std::uintmax_t packed = 0;    ///< bytes of the file
    std::uintmax_t inflated = 0;  ///< bytes that were read
};

namespace {

/// zlib says "path: reason"; the path is known.
std::string reason(const std::string &said)
{
    const std::size_t colon = said.rfind(": ");
    return colon == std::string::npos ? said : said.substr(colon + 2);
}

}  // namespace

GzFile::GzFile(const std::filesystem::path &file) : m_state(std::make_unique<State>())
{
    m_state->name = file.filename().string();
    std::error_code error;
    m_state->packed = std::filesystem::file_size(file, error);
    m_state->file = gzopen(file.c_str(), "rb");
    if (m_state->file == nullptr) {
        throw Error(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Sentence", "%1 cannot be opened."), m_state->name),
                    say(QT_TRANSLATE_NOOP("Sentence", "Check that it exists and may be read.")));
    }
}

GzFile::~GzFile()
{
    gzclose(m_state->file);
}

std::size_t GzFile::read(std::span<std::byte> into)
{
    constexpr std::size_t kPiece = std::size_t{1} << 20;
    constexpr std::uintmax_t kHarmless = 10'000'000;
    constexpr std::uintmax_t kMostRatio = 100;
    std::size_t done = 0;
    while (done < into.size()) {
        const int count =
            gzread(m_state->file, into.data() + done, static_cast<unsigned>(std::min(kPiece, into.size() - done)));
        int status = Z_OK;
        const char *why = gzerror(m_state->file, &status);
        if (count < 0 || (count == 0 && status != Z_OK)) {
            throw Error(
                ErrorCode::BadInput,
                say(QT_TRANSLATE_NOOP("Sentence", "%1 is cut off or damaged (%2)."), m_state->name, reason(why)),
                say(QT_TRANSLATE_NOOP("Sentence", "Copy the file again from where it came.")));
        }
        if (count == 0) {
            break;
        }
        done += static_cast<std::size_t>(count);
        m_state->inflated += static_cast<std::uintmax_t>(count);
        if (m_state->inflated > kHarmless && m_state->inflated / kMostRatio > m_state->packed) {
            throw Error(
                ErrorCode::BadInput,
                say(QT_TRANSLATE_NOOP("Sentence", "%1 inflates to more than a hundred times its size."), m_state->name),
                say(QT_TRANSLATE_NOOP("Sentence", "If you trust it, unpack it yourself and import what was packed.")));
        }
    }
    return done;
}

}  // namespace atlas::storage
