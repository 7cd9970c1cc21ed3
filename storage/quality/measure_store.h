#pragma once

#include "pictures/picture_measures.h"

#include <cstdint>
#include <string>
#include <unordered_map>

namespace atlas::storage {

class Connection;

/// What the project's pictures measure, by content.
class MeasureStore {
public:
    explicit MeasureStore(Connection &connection) : m_connection(connection) {}

    /// Requires: a writer's job; the picture stands in AssetIndex.
    void put(const std::string &sha256, const pictures::PictureMeasures &measures);

    /// Of the (first) pictures of a dataset, by SHA-256. Pictures imported before measures were kept are absent.
    std::unordered_map<std::string, pictures::PictureMeasures> ofDataset(std::int64_t dataset);

private:
    Connection &m_connection;
};

}  // namespace atlas::storage
