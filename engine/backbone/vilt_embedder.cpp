#include "engine/backbone/vilt_embedder.h"

#include <torch/types.h>

#include <algorithm>

namespace atlas::engine {

ViltTextEmbedder::ViltTextEmbedder(const ViltConfig &config, WeightSource &source, const std::string &prefix)
    : m_prefix(prefix),
      m_words(source.take(prefix + "word_embeddings.weight", {config.vocabulary, config.width}, Init::Normal)),
      m_positions(
          source.take(prefix + "position_embeddings.weight", {config.textPositions, config.width}, Init::Normal)),
      m_types(source.take(prefix + "token_type_embeddings.weight", {config.textTypes, config.width}, Init::Normal)),
      m_norm(LayerNorm::make(source, prefix + "LayerNorm", config.width, config.layerNormEps))
{
}

EmbeddedBatch ViltTextEmbedder::embed(const TextBatch &batch) const
{
    const auto device = m_words.device();
    const at::Tensor sum = at::embedding(m_words, batch.ids.to(device)) +
                           at::embedding(m_types, batch.typeIds.to(device)) +
                           m_positions.narrow(0, 0, batch.ids.size(1));
    return {m_norm(sum), batch.mask.to(device), batch.padded};
}

void ViltTextEmbedder::visit(const WeightVisitor &visitor)
{
    visitor(m_prefix + "word_embeddings.weight", m_words);
    visitor(m_prefix + "position_embeddings.weight", m_positions);
    visitor(m_prefix + "token_type_embeddings.weight", m_types);
    m_norm.visit(visitor);
}

ViltImageEmbedder::ViltImageEmbedder(const ViltConfig &config, WeightSource &source, const std::string &prefix)
    : m_prefix(prefix), m_patch(config.patch), m_gridSide(config.gridSide()), m_processor(ImageProcessorConfig{}),
      m_cls(source.take(prefix + "cls_token", {1, 1, config.width}, Init::Normal)),
      m_positions(
          source.take(prefix + "position_embeddings", {1, 1 + m_gridSide * m_gridSide, config.width}, Init::Normal)),
      m_projection(source.take(prefix + "patch_embeddings.projection.weight", {config.width, 3, m_patch, m_patch},
                               Init::Normal)),
      m_bias(source.take(prefix + "patch_embeddings.projection.bias", {config.width}, Init::Zeros))
{
}

/// (3, h, w) -> (h/p w/p, 3 p p), the patches as rows, row by row over the picture
at::Tensor ViltImageEmbedder::patchesOf(const at::Tensor &picture) const
{
    const at::Tensor pixels = picture.is_floating_point() ? picture : m_processor.normalize(picture);
    const std::int64_t rows = pixels.size(1) / m_patch;
    const std::int64_t columns = pixels.size(2) / m_patch;
    return pixels.view({3, rows, m_patch, columns, m_patch}).permute({1, 3, 0, 2, 4}).reshape({rows * columns, -1});
}

/// -> (rows columns, d)
at::Tensor ViltImageEmbedder::positionsFor(std::int64_t rows, std::int64_t columns) const
{
    const at::Tensor table = m_positions[0].slice(0, 1);
    if (rows == m_gridSide && columns == m_gridSide) {
        return table;
    }
    const at::Tensor grid = table.to(at::kFloat).t().reshape({1, table.size(1), m_gridSide, m_gridSide});
    const at::Tensor resized = at::upsample_bilinear2d(grid, {rows, columns}, /*align_corners=*/true);
    return resized.flatten(2)[0].t().to(table.scalar_type());
}

EmbeddedBatch ViltImageEmbedder::embed(const std::vector<at::Tensor> &pictures) const
{
    std::vector<at::Tensor> patches;
    std::int64_t largest = 0;
    std::int64_t smallest = INT64_MAX;
    for (const at::Tensor &picture : pictures) {
        const std::int64_t count = picture.defined() ? tokenCount(picture) : 0;
        largest = std::max(largest, count);
        smallest = std::min(smallest, count);
        if (picture.defined()) {
            patches.push_back(patchesOf(picture));
        }
    }
    // All pictures' patches are one GEMM; padding never reaches it.
    const at::Tensor projected =
        at::linear(at::cat(patches).to(m_projection.options()), m_projection.flatten(1), m_bias);
    const at::Tensor first = m_cls[0] + m_positions[0].slice(0, 0, 1);

    const auto batchSize = static_cast<std::int64_t>(pictures.size());
    at::Tensor mask = at::zeros({batchSize, largest});
    std::vector<at::Tensor> rows;
    std::int64_t offset = 0;
    for (std::int64_t row = 0; row < batchSize; ++row) {
        const at::Tensor &picture = pictures[static_cast<std::size_t>(row)];
        std::vector<at::Tensor> parts{first};
        std::int64_t used = 1;
        if (picture.defined()) {
            used = tokenCount(picture);
            parts.push_back(projected.narrow(0, offset, used - 1) +
                            positionsFor(picture.size(1) / m_patch, picture.size(2) / m_patch));
            offset += used - 1;
            mask[row].narrow(0, 0, used).fill_(1);
        }
        if (used < largest) {
            parts.push_back(m_bias.expand({largest - used, m_bias.size(0)}));
        }
        rows.push_back(at::cat(parts));
    }
    return {at::stack(rows), mask.to(m_bias.device()), smallest != largest};
}

int ViltImageEmbedder::tokenCount(const at::Tensor &picture) const
{
    return static_cast<int>(1 + (picture.size(1) / m_patch) * (picture.size(2) / m_patch));
}

void ViltImageEmbedder::visit(const WeightVisitor &visitor)
{
    visitor(m_prefix + "cls_token", m_cls);
    visitor(m_prefix + "position_embeddings", m_positions);
    visitor(m_prefix + "patch_embeddings.projection.weight", m_projection);
    visitor(m_prefix + "patch_embeddings.projection.bias", m_bias);
}

}  // namespace atlas::engine
