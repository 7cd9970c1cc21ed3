#include "storage/import/gz_file.h"

#include "core/error.h"

#include <zlib.h>

#include <algorithm>

namespace atlas::storage {

struct GzFile::State {
    gzFile file = nullptr;
    std::string name;
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
    m_state->file = gzopen(file.c_str(), "rb");
    if (m_state->file == nullptr) {
        throw Error(ErrorCode::NotFound, m_state->name + " cannot be opened.", "Check that it exists and may be read.");
    }
}

GzFile::~GzFile()
{
    gzclose(m_state->file);
}

std::size_t GzFile::read(std::span<std::byte> into)
{
    constexpr std::size_t kPiece = std::size_t{1} << 20;
    std::size_t done = 0;
    while (done < into.size()) {
        const int count =
            gzread(m_state->file, into.data() + done, static_cast<unsigned>(std::min(kPiece, into.size() - done)));
        int status = Z_OK;
        const char *why = gzerror(m_state->file, &status);
        if (count < 0 || (count == 0 && status != Z_OK)) {
            throw Error(ErrorCode::BadInput, m_state->name + " is cut off or damaged (" + reason(why) + ").",
                        "Copy the file again from where it came.");
        }
        if (count == 0) {
            break;
        }
        done += static_cast<std::size_t>(count);
    }
    return done;
}

}  // namespace atlas::storage
