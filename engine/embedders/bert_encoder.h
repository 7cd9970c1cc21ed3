#pragma once

#include "engine/backbone/weights.h"
#include "engine/embedders/embedding_table.h"
#include "engine/embedders/packed_matrix.h"
#include "engine/embedders/text_encoder.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace atlas::engine {

/// The sizes of a BERT.
struct BertConfig {
    int width = 384;
    int layers = 12;
    int heads = 12;
    int intermediate = 1536;
    int vocabulary = 250037;
    int positions = 512;      ///< rows of the position table, the unused ones included
    int unusedPositions = 0;  ///< XLM-R keeps the first two for padding
    int types = 2;
    double eps = 1e-12;

    int maxTokens() const { return positions - unusedPositions; }
};

/// Cuts a text to ids, the limit given.
using Tokenize = std::function<std::vector<std::int64_t>(const std::string &text, int maxTokens)>;

/// BERT with post-norm layers and the exact GELU:
/// x = LN(word + position + type 0); per layer x = LN(x + A(x)), x = LN(x + W2 gelu(W1 x)).
/// All tokens of a call lie in one matrix, without padding; only attention knows where a text ends.
/// Source: Devlin et al. 2019 (arXiv 1810.04805); equal to transformers' BertModel.
class BertEncoder final : public TextEncoder {
public:
    struct Parts {
        BertConfig config;
        std::unique_ptr<EmbeddingTable> words;
        Tokenize tokenize;
        std::string prefix;  ///< put before each text
        std::string form;    ///< of the file, for describe()
    };

    /// Asks `source` for every weight but the words, under the names of transformers' BertModel.
    BertEncoder(Parts parts, WeightSource &source);

    /// What the constructor would ask for, without building anything: for KeyChecker.
    static void askFor(const BertConfig &config, WeightSource &source);

    int width() const override { return m_parts.config.width; }
    int maxTokens() const override { return m_parts.config.maxTokens(); }
    std::vector<std::int64_t> tokenize(const std::string &text) const override;
    std::vector<at::Tensor> encode(const std::vector<std::vector<std::int64_t>> &texts) const override;
    std::string describe() const override;

private:
    struct Norm {
        at::Tensor weight;
        at::Tensor bias;
    };

    struct Layer {
        PackedMatrix queryKeyValue;
        PackedMatrix attentionOutput;
        Norm attentionNorm;
        PackedMatrix intermediate;
        PackedMatrix output;
        Norm outputNorm;
    };

    static Norm normOf(WeightSource &source, const std::string &name, int width);
    static Layer layerOf(WeightSource &source, const std::string &name, const BertConfig &config);

    using Texts = std::vector<std::vector<std::int64_t>>;
    void requireSound(const Texts &texts) const;
    void encodePacked(const Texts &texts, std::size_t begin, std::size_t end, const at::Tensor &hidden) const;
    void embed(const Texts &texts, std::size_t begin, std::size_t end, const at::Tensor &hidden) const;
    void applyNorm(const at::Tensor &x, const Norm &norm, const at::Tensor &to) const;

    Parts m_parts;
    at::Tensor m_positions;  ///< (maxTokens, d), type 0 added
    Norm m_embeddingNorm;
    std::vector<Layer> m_layers;
};

}  // namespace atlas::engine
