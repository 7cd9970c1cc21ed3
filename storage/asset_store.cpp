#include "storage/asset_store.h"

#include "core/error.h"
#include "core/hash.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <fstream>
#include <vector>

namespace atlas::storage {
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kPiece = 1 << 20;

std::uintmax_t sizeOf(const fs::path &file)
{
    std::error_code code;
    const auto size = fs::file_size(file, code);
    if (code) {
        throw Error(fs::exists(file) ? ErrorCode::Io : ErrorCode::NotFound,
                    say(QT_TRANSLATE_NOOP("Sentence", "%1 cannot be read: %2."), file.string(), code.message()));
    }
    return size;
}

void makeFolderOf(const fs::path &file)
{
    std::error_code code;
    fs::create_directories(file.parent_path(), code);
    if (code) {
        throw Error(code == std::errc::no_space_on_device ? ErrorCode::DiskFull : ErrorCode::Io,
                    say(QT_TRANSLATE_NOOP("Sentence", "The folder %1 cannot be made: %2."), file.parent_path().string(),
                        code.message()),
                    say(QT_TRANSLATE_NOOP("Sentence",
                                          "Check the permissions of the project folder and the space on its disk.")));
    }
}

/// Whether the content stands already. A file of another length is the rest of a damaged disk and is written anew.
bool stands(const fs::path &file, std::uintmax_t bytes)
{
    std::error_code code;
    return fs::file_size(file, code) == bytes && !code;
}

void copyInto(const fs::path &from, const fs::path &to, const std::string &expected, Durable durable)
{
    const auto copy = [&](const AppendBytes &append) {
        std::ifstream in(from, std::ios::binary);
        std::vector<char> piece(kPiece);
        Sha256 hash;
        while (in) {
            in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
            const auto bytes = std::as_bytes(std::span(piece.data(), static_cast<std::size_t>(in.gcount())));
            hash.add(bytes);
            append(bytes);
        }
        if (!in.eof() || hash.hex() != expected) {
            throw Error(ErrorCode::Io,
                        say(QT_TRANSLATE_NOOP("Sentence", "%1 changed or could not be read while it was copied."),
                            from.string()),
                        say(QT_TRANSLATE_NOOP("Sentence", "Import it again when nothing else writes it.")));
        }
    };
    writeFileAtomically(to, copy, durable);
}

}  // namespace

AssetStore::AssetStore(fs::path folder, Durable durable) : m_folder(std::move(folder)), m_durable(durable) {}

void AssetStore::sync() const
{
    syncFilesystem(m_folder);
}

fs::path AssetStore::pathOf(const std::string &sha256) const
{
    return m_folder / sha256.substr(0, 2) / sha256;
}

StoredAsset AssetStore::putFile(const fs::path &file) const
{
    StoredAsset asset{.sha256 = sha256OfFile(file), .path = {}, .bytes = sizeOf(file)};
    asset.path = pathOf(asset.sha256);
    if (!stands(asset.path, asset.bytes)) {
        makeFolderOf(asset.path);
        copyInto(file, asset.path, asset.sha256, m_durable);
        asset.fresh = true;
    }
    return asset;
}

StoredAsset AssetStore::putBytes(std::span<const std::byte> bytes) const
{
    StoredAsset asset{.sha256 = sha256(bytes), .path = {}, .bytes = bytes.size()};
    asset.path = pathOf(asset.sha256);
    if (!stands(asset.path, asset.bytes)) {
        makeFolderOf(asset.path);
        writeFileAtomically(asset.path, bytes, m_durable);
        asset.fresh = true;
    }
    return asset;
}

StoredAsset AssetStore::linkFile(const fs::path &file) const
{
    return {.sha256 = sha256OfFile(file),
            .path = fs::absolute(file).lexically_normal(),
            .bytes = sizeOf(file),
            .linked = true};
}

void AssetStore::discard(const StoredAsset &asset) const noexcept
{
    if (asset.fresh && !asset.linked) {
        std::error_code ignored;  // a leftover costs space only: its content is what its name says
        fs::remove(asset.path, ignored);
    }
}

}  // namespace atlas::storage
