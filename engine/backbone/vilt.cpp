#include "engine/backbone/vilt.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/backbone/folder_hash.h"
#include "engine/backbone/vilt_weights.h"

#include <torch/types.h>

#include <algorithm>

namespace atlas::engine {
namespace {

constexpr const char *kMlmPrefix = "mlm_score.";

}  // namespace

Vilt::Vilt(const ViltConfig &config, WeightSource &source, Mlm mlm)
    : m_viltConfig(config), m_config(config.backbone()),
      m_processor(ImageProcessorConfig{.shortestEdge = config.imageSize, .divisor = config.patch}),
      m_text(config, source, "vilt.embeddings.text_embeddings."), m_image(config, source, "vilt.embeddings."),
      m_modality(
          source.take("vilt.embeddings.token_type_embeddings.weight", {config.modalities, config.width}, Init::Normal)),
      m_transformer(m_config, config.qkvBias, source, "vilt."), m_pooler(config.width, source, "vilt.pooler.")
{
    m_image.setProcessor(m_processor);
    if (mlm != Mlm::None) {
        m_mlm.emplace(config.width, config.vocabulary, config.layerNormEps, mlm == Mlm::Tied, source, kMlmPrefix);
    }
}

Vilt::Mlm Vilt::mlmOf(const StateDict &tensors)
{
    if (tensors.contains(std::string(kMlmPrefix) + "decoder.weight")) {
        return Mlm::Own;
    }
    const auto first = tensors.lower_bound(kMlmPrefix);
    return first != tensors.end() && first->first.starts_with(kMlmPrefix) ? Mlm::Tied : Mlm::None;
}

std::shared_ptr<Vilt> Vilt::load(const std::filesystem::path &folder, KeyReport *report)
{
    KeyReport own;
    KeyReport &keys = report != nullptr ? *report : own;
    const ViltConfig config = readViltConfig(folder / "config.json");
    WordPieceTokenizer tokenizer = WordPieceTokenizer::fromFolder(folder);
    const ImageProcessor processor(ImageProcessor::configFromJson(folder / "preprocessor_config.json"));

    const std::filesystem::path file = weightsFile(folder);
    const StateDict tensors = readViltWeights(file, keys);
    const Mlm mlm = mlmOf(tensors);
    KeyChecker checker(tensors);
    const Vilt outline(config, checker, mlm);
    checker.finish(keys);
    throwUnlessSound(keys, file.string());

    StateDictWeights weights(tensors);
    const std::shared_ptr<Vilt> vilt(new Vilt(config, weights, mlm));
    vilt->setPreprocessing(std::move(tokenizer), processor);
    vilt->m_sha256 = folderHash({folder / "config.json", folder / "preprocessor_config.json",
                                 folder / "tokenizer_config.json", folder / "vocab.txt", file});
    return vilt;
}

std::shared_ptr<Vilt> Vilt::random(const ViltConfig &config, std::uint64_t seed)
{
    RandomWeights weights(seed);
    return std::shared_ptr<Vilt>(new Vilt(config, weights, Mlm::Tied));
}

void Vilt::setPreprocessing(WordPieceTokenizer tokenizer, const ImageProcessor &processor)
{
    if (tokenizer.vocabularySize() > m_viltConfig.vocabulary) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence", "The vocabulary has %1 pieces, the network's table only %2."),
                        tokenizer.vocabularySize(), m_viltConfig.vocabulary),
                    say(QT_TRANSLATE_NOOP("Sentence", "Use the vocab.txt that belongs to the network.")));
    }
    if (processor.config().divisor % m_viltConfig.patch != 0) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence", "size_divisor: expected a multiple of the patch (%1), is %2."),
                m_viltConfig.patch, processor.config().divisor),
            say(QT_TRANSLATE_NOOP("Sentence", "Use the preprocessor_config.json that belongs to the network.")));
    }
    m_tokenizer = std::move(tokenizer);
    m_processor = processor;
    m_image.setProcessor(processor);
}

const WordPieceTokenizer &Vilt::tokenizer() const
{
    if (!m_tokenizer) {
        throw Error(ErrorCode::Internal, "This ViLT was made without a vocabulary.");
    }
    return *m_tokenizer;
}

PreparedInput Vilt::prepare(const ModelInput &input) const
{
    TokenizedText text = tokenizer().encode(input.text, input.textPair, m_text.maxTokens());
    PreparedInput prepared;
    prepared.ids = std::move(text.ids);
    prepared.typeIds = std::move(text.typeIds);
    if (input.image != nullptr) {
        prepared.pixels = m_processor.prepare(input.image->path);
    }
    return prepared;
}

PreparedInput Vilt::probe() const
{
    constexpr std::int64_t kMiddleGrey = 127;
    PreparedInput input;
    TokenizedText text = tokenizer().encode("one two three four five six seven eight", "", m_text.maxTokens());
    input.ids = std::move(text.ids);
    input.typeIds = std::move(text.typeIds);
    const int side = m_processor.config().shortestEdge / m_processor.config().divisor * m_processor.config().divisor;
    input.pixels = at::full({3, side, side}, kMiddleGrey, at::kByte);
    return input;
}

EmbeddedBatch Vilt::embed(const std::vector<const PreparedInput *> &inputs) const
{
    std::vector<at::Tensor> pictures;
    for (const PreparedInput *input : inputs) {
        pictures.push_back(input->pixels);
    }
    return embed(makeTextBatch(inputs, m_tokenizer ? m_tokenizer->padId() : 0), pictures);
}

EmbeddedBatch Vilt::embed(const TextBatch &texts, const std::vector<at::Tensor> &pictures) const
{
    EmbeddedBatch batch = m_text.embed(texts);
    batch.tokens = batch.tokens + m_modality[0];
    if (std::ranges::none_of(pictures, &at::Tensor::defined)) {
        return batch;
    }
    EmbeddedBatch images = m_image.embed(pictures);
    images.tokens = images.tokens + m_modality[1];
    return concatenate(batch, images);
}

at::Tensor Vilt::encode(const EmbeddedBatch &batch, SiteHook *hook) const
{
    return m_transformer.encode(batch, hook);
}

at::Tensor Vilt::pool(const at::Tensor &lastHidden) const
{
    return m_pooler(lastHidden);
}

int Vilt::tokenCount(const PreparedInput &input) const
{
    return input.textTokens() + (input.pixels.defined() ? m_image.tokenCount(input.pixels) : 0);
}

at::Tensor Vilt::mlmLogits(const at::Tensor &hidden) const
{
    if (!m_mlm) {
        throw Error(ErrorCode::Internal, "This ViLT has no head for masked words.");
    }
    return m_mlm->logits(hidden, m_text.wordTable());
}

void Vilt::visit(const WeightVisitor &visitor)
{
    m_text.visit(visitor);
    m_image.visit(visitor);
    visitor("vilt.embeddings.token_type_embeddings.weight", m_modality);
    m_transformer.visit(visitor);
    m_pooler.visit(visitor);
    if (m_mlm) {
        m_mlm->visit(visitor);
    }
}

NamedTensors Vilt::parameters()
{
    NamedTensors named;
    visit(collectInto(named));
    return named;
}

NamedTensors Vilt::jointParameters()
{
    NamedTensors named;
    const WeightVisitor collect = collectInto(named);
    m_transformer.visit(collect);
    m_pooler.visit(collect);
    return named;
}

NamedTensors Vilt::stateDict()
{
    return withSeparateProjections(parameters());
}

void Vilt::to(const std::string &device, bool bf16)
{
    const at::NoGradGuard frozen;
    const auto options = at::TensorOptions().device(at::Device(device)).dtype(bf16 ? at::kBFloat16 : at::kFloat);
    visit([&options](const std::string &, at::Tensor &weight) { weight = weight.to(options); });
}

}  // namespace atlas::engine
