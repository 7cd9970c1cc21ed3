#include "storage/quality/measure_store.h"

#include "storage/digest.h"
#include "storage/query.h"

#include <algorithm>
#include <cstring>

namespace atlas::storage {
namespace {

using pictures::PictureSketch;

constexpr std::size_t kSketchBytes = sizeof(std::uint64_t) + std::tuple_size_v<decltype(PictureSketch::colours)>;

std::optional<std::vector<std::byte>> packed(const std::optional<PictureSketch> &sketch)
{
    if (!sketch) {
        return std::nullopt;
    }
    std::vector<std::byte> bytes(kSketchBytes);
    for (std::size_t i = 0; i < sizeof(std::uint64_t); ++i) {
        bytes[i] = static_cast<std::byte>(sketch->hash >> (8 * i));  // little-endian on every machine
    }
    std::memcpy(bytes.data() + sizeof(std::uint64_t), sketch->colours.data(), sketch->colours.size());
    return bytes;
}

std::optional<PictureSketch> unpacked(std::span<const std::byte> bytes)
{
    if (bytes.size() != kSketchBytes) {
        return std::nullopt;
    }
    PictureSketch sketch;
    for (std::size_t i = 0; i < sizeof(std::uint64_t); ++i) {
        sketch.hash |= static_cast<std::uint64_t>(bytes[i]) << (8 * i);
    }
    std::memcpy(sketch.colours.data(), bytes.data() + sizeof(std::uint64_t), sketch.colours.size());
    return sketch;
}

}  // namespace

void MeasureStore::put(const std::string &sha256, const pictures::PictureMeasures &measures)
{
    const Digest digest = toDigest(sha256);
    const auto sketch = packed(measures.sketch);
    Query(m_connection,
          "INSERT OR REPLACE INTO picture_measure (asset_id, dark, light, information, sharpness, sketch) "
          "SELECT id, ?2, ?3, ?4, ?5, ?6 FROM asset WHERE sha256 = ?1")
        .bind(std::span<const std::byte>(digest), measures.dark, measures.light, measures.information,
              measures.sharpness, sketch ? std::optional<std::span<const std::byte>>(*sketch) : std::nullopt)
        .run();
}

std::unordered_map<std::string, pictures::PictureMeasures> MeasureStore::ofDataset(std::int64_t dataset)
{
    Query query(m_connection, "SELECT a.sha256, m.dark, m.light, m.information, m.sharpness, m.sketch FROM sample s "
                              "JOIN asset a ON a.id = s.image_id JOIN picture_measure m ON m.asset_id = a.id "
                              "WHERE s.dataset_id = ? AND s.removed = 0");
    query.bind(dataset);
    std::unordered_map<std::string, pictures::PictureMeasures> all;
    while (query.step()) {
        pictures::PictureMeasures measures{query.real(1), query.real(2), query.real(3), query.real(4)};
        if (!query.isNull(5)) {
            measures.sketch = unpacked(query.blob(5));
        }
        all.emplace(toHex(query.blob(0)), measures);
    }
    return all;
}

}  // namespace atlas::storage
