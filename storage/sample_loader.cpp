#include "storage/sample_loader.h"

#include "storage/digest.h"
#include "storage/query.h"

#include <unordered_map>

namespace atlas::storage {
namespace {

constexpr std::size_t kPage = 512;

std::string asJson(std::span<const std::int64_t> ids)
{
    std::string text = "[";
    for (const std::int64_t id : ids) {
        text += (text.size() > 1 ? "," : "") + std::to_string(id);
    }
    return text + "]";
}

/// A picture from four columns on: hash, width, height, link.
std::optional<AssetRef> readAsset(Query &query, int column, const AssetStore &assets)
{
    if (query.isNull(column)) {
        return std::nullopt;
    }
    AssetRef asset;
    asset.sha256 = toHex(query.blob(column));
    asset.width = static_cast<int>(query.integer(column + 1));
    asset.height = static_cast<int>(query.integer(column + 2));
    asset.path = query.isNull(column + 3) ? assets.pathOf(asset.sha256) : std::filesystem::path(query.text(column + 3));
    return asset;
}

Sample readSample(Query &query, const AssetStore &assets)
{
    Sample sample;
    sample.id = query.integer(0);
    sample.externalId = query.text(1);
    sample.split = static_cast<Split>(query.integer(2));
    sample.text = query.text(3);
    sample.text2 = query.text(4);
    sample.question = query.text(5);
    sample.group = query.text(6);
    sample.review = static_cast<ReviewState>(query.integer(7));
    sample.note = query.text(8);
    sample.source = query.text(9);
    sample.image = readAsset(query, 10, assets);
    sample.image2 = readAsset(query, 14, assets);
    return sample;
}

constexpr char kSamples[] =
    "SELECT s.id, s.external_id, s.split, s.text, s.text2, s.question, s.sample_group, s.review, s.note, s.source, "
    "a.sha256, a.width, a.height, a.link, b.sha256, b.width, b.height, b.link "
    "FROM json_each(?) j CROSS JOIN sample s ON s.id = j.value "
    "LEFT JOIN asset a ON a.id = s.image_id LEFT JOIN asset b ON b.id = s.image2_id ORDER BY j.id";
constexpr char kLabels[] =
    "SELECT l.sample_id, c.name, l.weight FROM json_each(?) j CROSS JOIN sample_label l ON l.sample_id = j.value "
    "JOIN label_class c ON c.id = l.class_id ORDER BY j.id, c.position, c.id";
constexpr char kChoices[] =
    "SELECT o.sample_id, o.text FROM json_each(?) j CROSS JOIN sample_choice o ON o.sample_id = j.value "
    "ORDER BY j.id, o.position";

}  // namespace

SampleLoader::SampleLoader(Connection &connection, const std::filesystem::path &assets)
    : m_connection(connection), m_assets(assets)
{
}

std::vector<Sample> SampleLoader::load(std::span<const std::int64_t> ids)
{
    std::vector<Sample> samples;
    samples.reserve(ids.size());
    for (std::size_t begin = 0; begin < ids.size(); begin += kPage) {
        loadPage(ids.subspan(begin, std::min(kPage, ids.size() - begin)), samples);
    }
    return samples;
}

void SampleLoader::loadPage(std::span<const std::int64_t> ids, std::vector<Sample> &samples)
{
    const std::string page = asJson(ids);
    const std::size_t begin = samples.size();
    Query rows(m_connection, kSamples);
    rows.bind(page);
    while (rows.step()) {
        samples.push_back(readSample(rows, m_assets));
    }
    std::unordered_map<std::int64_t, Sample *> byId;
    for (std::size_t i = begin; i < samples.size(); ++i) {
        byId[samples[i].id] = &samples[i];
    }
    Query labels(m_connection, kLabels);
    labels.bind(page);
    while (labels.step()) {
        if (const auto found = byId.find(labels.integer(0)); found != byId.end()) {  // else added since the first query
            found->second->labels.push_back({labels.text(1), labels.real(2)});
        }
    }
    Query choices(m_connection, kChoices);
    choices.bind(page);
    while (choices.step()) {
        if (const auto found = byId.find(choices.integer(0)); found != byId.end()) {
            found->second->choices.push_back(choices.text(1));
        }
    }
}

}  // namespace atlas::storage
