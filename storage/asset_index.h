#pragma once

#include "core/sample.h"
#include "storage/asset_store.h"

#include <optional>

namespace atlas::storage {

class Connection;

/// The rows of the table `asset`: which content the project knows, how large its picture is, where it stands.
class AssetIndex {
public:
    /// `folder`: the project's asset folder, from which AssetRef::path is made.
    AssetIndex(Connection &connection, std::filesystem::path folder);

    /// Makes the content known, or leaves the row that knows it (a copy in the project replaces a link).
    /// Units: width and height in pixels after EXIF orientation.
    AssetRef add(const StoredAsset &asset, int width, int height);

    std::optional<AssetRef> find(const std::string &sha256);

private:
    Connection &m_connection;
    AssetStore m_store;
};

}  // namespace atlas::storage
