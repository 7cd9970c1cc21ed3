#include "engine/starter/frozen_embedders.h"

#include "core/error.h"
#include "core/observer.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/backbone/bicubic.h"
#include "engine/backbone/folder_hash.h"
#include "engine/starter/frozen_part_bytes.h"
#include "engine/tensor/on_threads.h"
#include "engine/tensor/runtime.h"

#include <torch/types.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace atlas::engine {
namespace {

constexpr int kCell = 32;  ///< pixels of a token's cell
constexpr std::int64_t kTextTokensPerBatch = 1024;
constexpr std::size_t kPicturesPerBatch = 32;

std::filesystem::path pinned(const std::filesystem::path &folder, const PinnedFile &file)
{
    const std::filesystem::path path = folder / file.name;
    if (!std::filesystem::exists(path)) {
        throw Error(ErrorCode::NotFound,
                    say(QT_TRANSLATE_NOOP("Sentence", "%1 lacks the file %2."), folder.string(), file.name),
                    say(QT_TRANSLATE_NOOP("Sentence", "Put the backbone together again (atlas backbone assemble).")));
    }
    const std::string found = contentHash(path);
    if (found != file.sha256) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP(
                    "Sentence", "%1 is not the file this backbone was put together from: expected SHA-256 %2, is %3."),
                path.string(), file.sha256.substr(0, 12), found.substr(0, 12)),
            say(QT_TRANSLATE_NOOP("Sentence",
                                  "Fetch it again, or put the backbone together anew (atlas backbone assemble).")));
    }
    return path;
}

/// (B, c, h k, w k) -> (B, h w, c k k): what lies under each cell of the coarser grid, as that cell's channels.
at::Tensor cellsOf(const at::Tensor &map, std::int64_t factor)
{
    return at::pixel_unshuffle(map, factor).flatten(2).transpose(1, 2);
}

bool isText(const FrozenPart &part)
{
    return part.raw.front().dim() == 1;
}

/// What may share a batch: texts with texts, pictures with those of their sizes.
std::vector<std::vector<FrozenPart *>> batchesOf(std::span<FrozenPart *const> parts)
{
    std::map<std::vector<std::int64_t>, std::vector<FrozenPart *>> pictures;
    std::vector<FrozenPart *> texts;
    for (FrozenPart *part : parts) {
        if (isText(*part)) {
            texts.push_back(part);
        } else {
            const at::Tensor &first = part->raw.front();
            const at::Tensor &second = part->raw.back();
            pictures[{first.size(1), first.size(2), second.size(1), second.size(2)}].push_back(part);
        }
    }
    std::vector<std::vector<FrozenPart *>> batches;
    std::int64_t tokens = kTextTokensPerBatch;
    for (FrozenPart *part : texts) {
        tokens += part->raw.front().size(0);
        if (tokens > kTextTokensPerBatch) {
            batches.emplace_back();
            tokens = part->raw.front().size(0);
        }
        batches.back().push_back(part);
    }
    for (const auto &[size, same] : pictures) {
        for (std::size_t begin = 0; begin < same.size(); begin += kPicturesPerBatch) {
            const std::size_t end = std::min(same.size(), begin + kPicturesPerBatch);
            batches.emplace_back(same.begin() + static_cast<std::ptrdiff_t>(begin),
                                 same.begin() + static_cast<std::ptrdiff_t>(end));
        }
    }
    return batches;
}

at::Tensor stacked(std::span<FrozenPart *const> parts, std::size_t which)
{
    std::vector<at::Tensor> tensors;
    tensors.reserve(parts.size());
    for (const FrozenPart *part : parts) {
        tensors.push_back(part->raw[which]);
    }
    return at::stack(tensors);
}

}  // namespace

std::pair<int, int> embeddedSize(int height, int width, int side)
{
    const double scale = side / std::sqrt(static_cast<double>(height) * width);
    const auto fitted = [scale, side](int length) {
        const int cells = static_cast<int>(std::lround(length * scale / kCell));
        // A very thin picture must not become one giant row.
        return std::clamp(cells, 1, std::max(1, 4 * side / kCell)) * kCell;
    };
    return {fitted(height), fitted(width)};
}

FrozenEmbedders::FrozenEmbedders(const std::filesystem::path &folder, const StarterConfig &config)
    : FrozenEmbedders(config, loadTextEncoder(pinned(folder, config.text)),
                      loadImageEncoder(pinned(folder, config.image)))
{
}

FrozenEmbedders::FrozenEmbedders(const StarterConfig &config, std::unique_ptr<TextEncoder> text,
                                 std::unique_ptr<ImageEncoder> image)
    : m_config(config), m_text(std::move(text)), m_image(std::move(image))
{
    if (m_text->width() != config.textWidth) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence", "The text network gives %1 numbers per token, expected %2."),
                        m_text->width(), config.textWidth),
                    say(QT_TRANSLATE_NOOP(
                        "Sentence",
                        "Put the backbone together again with the text network its joint layers were trained on.")));
    }
}

std::string FrozenEmbedders::identity() const
{
    return "starter " + std::to_string(kStarterLayout) + " " + m_config.text.sha256 + " " + m_config.image.sha256 +
           " " + std::to_string(m_config.maxTextTokens) + " " + std::to_string(m_config.tokenSide) + " " +
           std::to_string(m_config.summarySide);
}

std::string FrozenEmbedders::describe() const
{
    return m_text->describe() + "; " + m_image->describe();
}

FrozenPart FrozenEmbedders::known(const FeatureKey &key) const
{
    FrozenPart part;
    part.key = key;
    if (m_cache) {
        if (const std::optional<CachedBytes> cached = m_cache->find(key)) {
            fromBytes(*cached, part);
        }
    }
    return part;
}

FrozenPart FrozenEmbedders::text(const std::string &text) const
{
    FrozenPart part = known(featureKey({"text", text}));
    if (!part.embedded()) {
        std::vector<std::int64_t> ids = m_text->tokenize(text);
        const auto limit = static_cast<std::size_t>(m_config.maxTextTokens);
        if (ids.size() > limit) {  // the closing token stays
            ids[limit - 1] = ids.back();
            ids.resize(limit);
        }
        part.columns = static_cast<int>(ids.size());
        part.raw = {torch::tensor(ids, at::kLong)};
    }
    return part;
}

void FrozenEmbedders::resize(const at::Tensor &picture, FrozenPart &part) const
{
    for (const int side : {m_config.tokenSide, m_config.summarySide}) {
        const auto [height, width] =
            embeddedSize(static_cast<int>(picture.size(0)), static_cast<int>(picture.size(1)), side);
        part.raw.push_back(resizeBicubic(picture, height, width).permute({2, 0, 1}).contiguous());
    }
    part.rows = static_cast<int>(part.raw.front().size(1)) / kCell;
    part.columns = static_cast<int>(part.raw.front().size(2)) / kCell;
}

void FrozenEmbedders::embed(std::span<FrozenPart *const> parts, int threads, const std::stop_token &stop) const
{
    std::map<FeatureKey, FrozenPart *> first;  // the same text or picture is embedded once
    std::vector<FrozenPart *> todo;
    for (FrozenPart *part : parts) {
        if (!part->embedded() && first.emplace(part->key, part).second) {
            todo.push_back(part);
        }
    }
    const std::vector<std::vector<FrozenPart *>> batches = batchesOf(todo);
    {
        const OneThreadPerCall narrow;  // a batch per thread beats many threads per small matrix
        onThreads(batches.size(), threads, [&](std::size_t i) {
            const at::NoGradGuard frozen;
            throwIfStopped(stop);
            isText(*batches[i].front()) ? embedTexts(batches[i]) : embedPictures(batches[i]);
        });
    }
    for (FrozenPart *part : todo) {
        part->raw.clear();
        if (m_cache) {
            m_cache->store(part->key, toBytes(*part));
        }
    }
    for (FrozenPart *part : parts) {
        if (!part->embedded()) {
            *part = *first.at(part->key);
        }
    }
}

void FrozenEmbedders::embedTexts(std::span<FrozenPart *const> parts) const
{
    std::vector<std::vector<std::int64_t>> ids;
    for (const FrozenPart *part : parts) {
        const at::Tensor &raw = part->raw.front();
        ids.emplace_back(raw.data_ptr<std::int64_t>(), raw.data_ptr<std::int64_t>() + raw.numel());
    }
    const std::vector<at::Tensor> states = m_text->encode(ids);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        parts[i]->rows = 1;
        parts[i]->columns = static_cast<int>(states[i].size(0));
        parts[i]->pooled = TextEncoder::pooled(states[i]).to(at::kHalf);
        parts[i]->tokens = states[i].to(at::kHalf);
    }
}

void FrozenEmbedders::embedPictures(std::span<FrozenPart *const> parts) const
{
    const ImageEncoder::Maps maps = m_image->forward(stacked(parts, 0));
    const at::Tensor tokens =
        at::cat({cellsOf(maps.stride32, 1), cellsOf(maps.stride16, 2), cellsOf(maps.stride8, 4)}, 2).to(at::kHalf);
    const ImageEncoder::Maps large =
        m_config.summarySide == m_config.tokenSide ? maps : m_image->forward(stacked(parts, 1));
    const at::Tensor pooled =
        at::cat({large.pooled, large.stride16.mean(at::IntArrayRef{2, 3}), large.stride16.amax(at::IntArrayRef{2, 3})},
                1)
            .to(at::kHalf);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto row = static_cast<std::int64_t>(i);
        parts[i]->rows = static_cast<int>(maps.stride32.size(2));
        parts[i]->columns = static_cast<int>(maps.stride32.size(3));
        parts[i]->pooled = pooled[row].clone();  // not a view that keeps the whole batch
        parts[i]->tokens = tokens[row].clone();
        if (parts[i]->compared) {
            parts[i]->fine = maps.stride4[row].flatten(1).to(at::kHalf);
        }
    }
}

}  // namespace atlas::engine
