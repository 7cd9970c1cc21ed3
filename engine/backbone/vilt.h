#pragma once

#include "engine/backbone/backbone.h"
#include "engine/backbone/mlm_head.h"
#include "engine/backbone/pooler.h"
#include "engine/backbone/transformer.h"
#include "engine/backbone/vilt_embedder.h"
#include "engine/backbone/wordpiece_tokenizer.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace atlas::engine {

struct ViltSaveOptions {
    bool half = false;    ///< fp16 instead of fp32
    bool mlmHead = true;  ///< with the head for masked words, if there is one
    std::map<std::string, std::string> metadata{};
};

/// ViLT: WordPiece and patch projection before one transformer.
/// Source: Kim et al. 2021 (arXiv 2102.03334); equal to transformers' ViltModel, patches in row-major order.
class Vilt final : public Backbone {
public:
    /// From a Hugging Face folder: config.json, vocab.txt, preprocessor_config.json, model.safetensors or
    /// pytorch_model.bin. `report`, if given, is filled even when loading fails.
    /// Errors: NotFound, BadInput.
    static std::shared_ptr<Vilt> load(const std::filesystem::path &folder, KeyReport *report = nullptr);

    /// With random weights and a tied head for masked words: what pretraining begins with. It cannot prepare inputs
    /// until setPreprocessing was called.
    static std::shared_ptr<Vilt> random(const ViltConfig &config, std::uint64_t seed);

    /// Requires: the tokenizer's ids are below the config's vocabulary, the processor's divisor is the patch.
    /// Errors: BadInput when they are not.
    void setPreprocessing(WordPieceTokenizer tokenizer, const ImageProcessor &processor);

    /// Writes config.json, preprocessor_config.json and model.safetensors (names of transformers 5; a tied decoder is
    /// not written). The vocabulary is the caller's to put beside them.  Errors: DiskFull, Io.
    void save(const std::filesystem::path &folder, const ViltSaveOptions &options = {});

    const BackboneConfig &config() const override { return m_config; }
    const std::string &sha256() const override { return m_sha256; }  ///< empty unless loaded
    PreparedInput prepare(const ModelInput &input) const override;
    std::optional<PixelScale> pixelScale() const override
    {
        return PixelScale{.mean = m_processor.config().mean, .std = m_processor.config().std};
    }
    EmbeddedBatch embed(const std::vector<const PreparedInput *> &inputs) const override;
    at::Tensor encode(const EmbeddedBatch &batch, SiteHook *hook) const override;
    at::Tensor pool(const at::Tensor &lastHidden) const override;
    int tokenCount(const PreparedInput &input) const override;
    PreparedInput probe() const override;
    NamedTensors parameters() override;
    NamedTensors jointParameters() override;
    void to(const std::string &device, bool bf16) override;

    const ViltConfig &viltConfig() const { return m_viltConfig; }
    const WordPieceTokenizer &tokenizer() const;
    const ImageProcessor &imageProcessor() const { return m_processor; }
    const Transformer &transformer() const { return m_transformer; }

    /// Embeds a batch that is padded already; `pictures` may be empty or hold undefined ones.
    EmbeddedBatch embed(const TextBatch &texts, const std::vector<at::Tensor> &pictures) const;

    bool hasMlmHead() const { return m_mlm.has_value(); }
    bool mlmTied() const { return m_mlm && m_mlm->tied(); }
    /// Logits of masked words.  Shapes: (..., d) last hidden states of text tokens -> (..., vocabulary).
    /// Requires: hasMlmHead().
    at::Tensor mlmLogits(const at::Tensor &hidden) const;

    /// Every weight under the names of transformers 5, as views of the network's own.
    NamedTensors stateDict();

private:
    enum class Mlm { None, Tied, Own };

    Vilt(const ViltConfig &config, WeightSource &source, Mlm mlm);
    static Mlm mlmOf(const StateDict &tensors);
    void visit(const WeightVisitor &visitor);

    ViltConfig m_viltConfig;
    BackboneConfig m_config;
    std::string m_sha256;
    std::optional<WordPieceTokenizer> m_tokenizer;
    ImageProcessor m_processor;
    ViltTextEmbedder m_text;
    ViltImageEmbedder m_image;
    at::Tensor m_modality;  ///< (modalities, d): row 0 is added to texts, row 1 to pictures
    Transformer m_transformer;
    Pooler m_pooler;
    std::optional<MlmHead> m_mlm;
};

}  // namespace atlas::engine
