#pragma once

#include "storage/asset_store.h"
#include "storage/records.h"

#include <span>

namespace atlas::storage {

class Connection;

/// Reads whole samples by id, some hundred per query: a page of the gallery is three queries, whatever its length.
class SampleLoader {
public:
    SampleLoader(Connection &connection, const std::filesystem::path &assets);

    /// In the order of `ids`; ids that are gone are left out.  Requires: no id twice.
    std::vector<Sample> load(std::span<const std::int64_t> ids);

private:
    void loadPage(std::span<const std::int64_t> ids, std::vector<Sample> &samples);

    Connection &m_connection;
    AssetStore m_assets;
};

}  // namespace atlas::storage
