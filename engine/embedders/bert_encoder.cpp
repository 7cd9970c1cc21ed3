#include "engine/embedders/bert_encoder.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <torch/types.h>

#include <algorithm>
#include <cmath>

namespace atlas::engine {
namespace {

/// Tokens that go through the layers together: enough for the matrix products, and the widest intermediate result
/// (6 MB at 1,536) stays near the core.
constexpr std::size_t kTokensTogether = 1024;

std::string layerName(int layer)
{
    return "encoder.layer." + std::to_string(layer) + ".";
}

struct LinearWeights {
    at::Tensor weight;
    at::Tensor bias;
};

LinearWeights takeLinear(WeightSource &source, const std::string &name, int out, int in)
{
    return {source.take(name + ".weight", {out, in}, Init::Normal), source.take(name + ".bias", {out}, Init::Zeros)};
}

PackedMatrix packLinear(WeightSource &source, const std::string &name, int out, int in)
{
    const LinearWeights linear = takeLinear(source, name, out, in);
    return {linear.weight, linear.bias};
}

PackedMatrix packQueryKeyValue(WeightSource &source, const std::string &name, int width)
{
    std::vector<at::Tensor> weights;
    std::vector<at::Tensor> biases;
    for (const char *part : {"query", "key", "value"}) {
        const LinearWeights linear = takeLinear(source, name + part, width, width);
        weights.push_back(linear.weight);
        biases.push_back(linear.bias);
    }
    return {at::cat(weights), at::cat(biases)};
}

/// Position and type 0 are added to every word, so they are one table.
at::Tensor takePositions(const BertConfig &config, WeightSource &source)
{
    const at::Tensor positions =
        source.take("embeddings.position_embeddings.weight", {config.positions, config.width}, Init::Normal);
    const at::Tensor types =
        source.take("embeddings.token_type_embeddings.weight", {config.types, config.width}, Init::Normal);
    return (positions.narrow(0, config.unusedPositions, config.maxTokens()) + types[0]).contiguous();
}

}  // namespace

BertEncoder::BertEncoder(Parts parts, WeightSource &source)
    : m_parts(std::move(parts)), m_positions(takePositions(m_parts.config, source)),
      m_embeddingNorm(normOf(source, "embeddings.LayerNorm", m_parts.config.width))
{
    for (int i = 0; i < m_parts.config.layers; ++i) {
        m_layers.push_back(layerOf(source, layerName(i), m_parts.config));
    }
}

BertEncoder::Norm BertEncoder::normOf(WeightSource &source, const std::string &name, int width)
{
    return {source.take(name + ".weight", {width}, Init::Ones), source.take(name + ".bias", {width}, Init::Zeros)};
}

BertEncoder::Layer BertEncoder::layerOf(WeightSource &source, const std::string &name, const BertConfig &config)
{
    const int width = config.width;
    return {packQueryKeyValue(source, name + "attention.self.", width),
            packLinear(source, name + "attention.output.dense", width, width),
            normOf(source, name + "attention.output.LayerNorm", width),
            packLinear(source, name + "intermediate.dense", config.intermediate, width),
            packLinear(source, name + "output.dense", width, config.intermediate),
            normOf(source, name + "output.LayerNorm", width)};
}

void BertEncoder::askFor(const BertConfig &config, WeightSource &source)
{
    const int width = config.width;
    takePositions(config, source);
    normOf(source, "embeddings.LayerNorm", width);
    for (int i = 0; i < config.layers; ++i) {
        const std::string name = layerName(i);
        for (const char *part : {"query", "key", "value"}) {
            takeLinear(source, name + "attention.self." + part, width, width);
        }
        takeLinear(source, name + "attention.output.dense", width, width);
        normOf(source, name + "attention.output.LayerNorm", width);
        takeLinear(source, name + "intermediate.dense", config.intermediate, width);
        takeLinear(source, name + "output.dense", width, config.intermediate);
        normOf(source, name + "output.LayerNorm", width);
    }
}

std::vector<std::int64_t> BertEncoder::tokenize(const std::string &text) const
{
    return m_parts.tokenize(m_parts.prefix + text, maxTokens());
}

void BertEncoder::requireSound(const Texts &texts) const
{
    const std::int64_t vocabulary = m_parts.words->rows();
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::vector<std::int64_t> &ids = texts[i];
        const auto wrong =
            std::find_if(ids.begin(), ids.end(), [vocabulary](std::int64_t id) { return id < 0 || id >= vocabulary; });
        if (ids.empty() || ids.size() > static_cast<std::size_t>(maxTokens()) || wrong != ids.end()) {
            const Sentence message =
                wrong == ids.end()
                    ? say(QT_TRANSLATE_NOOP("Sentence",
                                            "Text %1 cannot be encoded: expected 1 to %2 ids below %3, has %4."),
                          i, maxTokens(), vocabulary, ids.size())
                    : say(QT_TRANSLATE_NOOP(
                              "Sentence",
                              "Text %1 cannot be encoded: expected 1 to %2 ids below %3, has %4 and among them %5."),
                          i, maxTokens(), vocabulary, ids.size(), *wrong);
            throw Error(ErrorCode::BadInput, message);
        }
    }
}

std::vector<at::Tensor> BertEncoder::encode(const Texts &texts) const
{
    const at::NoGradGuard noGradients;
    requireSound(texts);
    std::size_t total = 0;
    for (const auto &ids : texts) {
        total += ids.size();
    }
    const at::Tensor hidden = at::empty({static_cast<std::int64_t>(total), width()});
    std::vector<at::Tensor> results;
    results.reserve(texts.size());
    std::int64_t first = 0;
    for (std::size_t begin = 0; begin < texts.size();) {
        std::size_t end = begin;
        std::size_t tokens = 0;
        do {
            tokens += texts[end++].size();
        } while (end < texts.size() && tokens + texts[end].size() <= kTokensTogether);
        encodePacked(texts, begin, end, hidden.narrow(0, first, static_cast<std::int64_t>(tokens)));
        for (; begin < end; ++begin) {
            const auto length = static_cast<std::int64_t>(texts[begin].size());
            results.push_back(hidden.narrow(0, first, length));
            first += length;
        }
    }
    return results;
}

void BertEncoder::applyNorm(const at::Tensor &x, const Norm &norm, const at::Tensor &to) const
{
    to.copy_(at::layer_norm(x, {x.size(-1)}, norm.weight, norm.bias, m_parts.config.eps));
}

void BertEncoder::embed(const Texts &texts, std::size_t begin, std::size_t end, const at::Tensor &hidden) const
{
    const std::int64_t d = width();
    float *row = hidden.data_ptr<float>();
    for (std::size_t i = begin; i < end; ++i) {
        const float *position = m_positions.data_ptr<float>();
        for (const std::int64_t id : texts[i]) {
            m_parts.words->copyRow(id, row);
            for (std::int64_t j = 0; j < d; ++j) {
                row[j] += position[j];
            }
            row += d;
            position += d;
        }
    }
    applyNorm(hidden, m_embeddingNorm, hidden);
}

void BertEncoder::encodePacked(const Texts &texts, std::size_t begin, std::size_t end, const at::Tensor &hidden) const
{
    const BertConfig &config = m_parts.config;
    const std::int64_t rows = hidden.size(0);
    const std::int64_t d = config.width;
    std::size_t longest = 0;
    for (std::size_t i = begin; i < end; ++i) {
        longest = std::max(longest, texts[i].size());
    }
    AttentionProduct attention;
    attention.heads = config.heads;
    attention.headWidth = d / config.heads;
    attention.scale = 1.0F / std::sqrt(static_cast<float>(attention.headWidth));
    const at::Tensor scratch = at::empty({attentionScratch(static_cast<std::int64_t>(longest), attention.headWidth)});
    const at::Tensor wide = at::empty({rows, std::max<std::int64_t>(3 * d, config.intermediate)});
    const at::Tensor narrow = at::empty({rows, d});
    float *x = hidden.data_ptr<float>();
    attention.scratch = scratch.data_ptr<float>();

    embed(texts, begin, end, hidden);
    for (const Layer &layer : m_layers) {
        layer.queryKeyValue.multiply(x, rows, wide.data_ptr<float>());
        attention.queryKeyValue = wide.data_ptr<float>();
        attention.y = narrow.data_ptr<float>();
        for (std::size_t i = begin; i < end; ++i) {
            attention.tokens = static_cast<std::int64_t>(texts[i].size());
            denseKernels().attention(attention);
            attention.queryKeyValue += attention.tokens * 3 * d;
            attention.y += attention.tokens * d;
        }
        layer.attentionOutput.multiply(narrow.data_ptr<float>(), rows, x, {.residual = x});
        applyNorm(hidden, layer.attentionNorm, hidden);
        layer.intermediate.multiply(x, rows, wide.data_ptr<float>(), {.activation = Activation::Gelu});
        layer.output.multiply(wide.data_ptr<float>(), rows, x, {.residual = x});
        applyNorm(hidden, layer.outputNorm, hidden);
    }
}

std::string BertEncoder::describe() const
{
    const BertConfig &config = m_parts.config;
    return "BERT, " + std::to_string(config.layers) + " layers, width " + std::to_string(config.width) +
           ", vocabulary " + std::to_string(m_parts.words->rows()) + ", " + m_parts.form;
}

}  // namespace atlas::engine
