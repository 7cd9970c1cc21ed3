#include "storage/asset_index.h"

#include "core/files.h"
#include "storage/digest.h"
#include "storage/query.h"

namespace atlas::storage {

AssetIndex::AssetIndex(Connection &connection, std::filesystem::path folder)
    : m_connection(connection), m_store(std::move(folder))
{
}

AssetRef AssetIndex::add(const StoredAsset &asset, int width, int height)
{
    const Digest digest = toDigest(asset.sha256);
    const auto link = asset.linked ? std::optional(asset.path.string()) : std::nullopt;
    Query(m_connection, "INSERT INTO asset (sha256, width, height, bytes, link, added_us) VALUES (?, ?, ?, ?, ?, ?) "
                        "ON CONFLICT (sha256) DO UPDATE SET link = NULL WHERE excluded.link IS NULL")
        .bind(std::span<const std::byte>(digest), width, height, static_cast<std::int64_t>(asset.bytes), link, nowUs())
        .run();
    return *find(asset.sha256);
}

std::optional<AssetRef> AssetIndex::find(const std::string &sha256)
{
    const Digest digest = toDigest(sha256);
    Query query(m_connection, "SELECT width, height, link FROM asset WHERE sha256 = ?");
    query.bind(std::span<const std::byte>(digest));
    if (!query.step()) {
        return std::nullopt;
    }
    return AssetRef{.sha256 = sha256,
                    .path = query.isNull(2) ? m_store.pathOf(sha256) : std::filesystem::path(query.text(2)),
                    .width = static_cast<int>(query.integer(0)),
                    .height = static_cast<int>(query.integer(1))};
}

}  // namespace atlas::storage
