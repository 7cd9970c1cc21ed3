#include "engine/starter/starter.h"

#include "engine/backbone/folder_hash.h"
#include "engine/backbone/picture_decoder.h"
#include "engine/learning/named_tensors.h"

#include <torch/types.h>

namespace atlas::engine {
namespace {

constexpr const char *kWeightsFile = "joint.safetensors";
constexpr const char *kPrefix = "joint.";

}  // namespace

Starter::Starter(const StarterConfig &config, WeightSource &source, std::shared_ptr<FrozenEmbedders> embedders)
    : m_config(config), m_backboneConfig(config.backbone()), m_embedders(std::move(embedders)),
      m_tokens(config, source), m_transformer(m_backboneConfig, /*qkvBias=*/true, source, kPrefix),
      m_pooler(config.width, source, std::string(kPrefix) + "pooler."), m_own(config)
{
}

std::shared_ptr<Starter> Starter::load(const std::filesystem::path &folder, KeyReport *report)
{
    KeyReport own;
    KeyReport &keys = report != nullptr ? *report : own;
    const StarterConfig config = readStarterConfig(folder / "config.json");
    const std::filesystem::path file = folder / kWeightsFile;
    const StateDict tensors = loadTensors(file, HalfAs::Float);
    KeyChecker checker(tensors);
    const Starter outline(config, checker, nullptr);
    checker.finish(keys);
    throwUnlessSound(keys, file.string());

    StateDictWeights weights(tensors);
    const std::shared_ptr<Starter> starter(
        new Starter(config, weights, std::make_shared<FrozenEmbedders>(folder, config)));
    // The config names the embedders' files by their sums, which were checked.
    starter->m_sha256 = folderHash({folder / "config.json", file});
    return starter;
}

std::shared_ptr<Starter> Starter::random(const StarterConfig &config, std::shared_ptr<FrozenEmbedders> embedders,
                                         std::uint64_t seed)
{
    RandomWeights weights(seed);
    return std::shared_ptr<Starter>(new Starter(config, weights, std::move(embedders)));
}

void Starter::saveJoint(const std::filesystem::path &file, const std::map<std::string, std::string> &metadata)
{
    NamedTensors tensors = parameters();
    m_tokens.visitConstants(collectInto(tensors));
    for (auto &[name, tensor] : tensors) {
        tensor = tensor.detach().to(at::kHalf);
    }
    saveTensors(file, withSeparateProjections(tensors), metadata);
}

PreparedInput Starter::prepare(const ModelInput &input) const
{
    PreparedInput prepared;
    // A picture without a question has no text at all; an input of nothing is the empty text.
    const bool bare = input.image == nullptr;
    if (!input.text.empty() || (bare && input.textPair.empty())) {
        prepared.texts.push_back(m_embedders->text(input.text));
    }
    if (!input.textPair.empty()) {
        prepared.texts.push_back(m_embedders->text(input.textPair));
    }
    const bool pair = input.image != nullptr && input.imagePair != nullptr;
    for (const AssetRef *image : {input.image, input.imagePair}) {
        if (image != nullptr) {
            prepared.pictures.push_back(m_embedders->picture(
                image->sha256, [image] { return decodePicture(image->path); }, pair));
        }
    }
    return prepared;
}

void Starter::complete(std::span<PreparedInput *const> inputs, int threads, const std::stop_token &stop) const
{
    std::vector<FrozenPart *> parts;
    for (PreparedInput *input : inputs) {
        for (std::vector<FrozenPart> *list : {&input->texts, &input->pictures}) {
            for (FrozenPart &part : *list) {
                parts.push_back(&part);
            }
        }
    }
    m_embedders->embed(parts, threads, stop);
}

EmbeddedBatch Starter::embed(const std::vector<const PreparedInput *> &inputs) const
{
    return m_tokens.embed(inputs);
}

at::Tensor Starter::encode(const EmbeddedBatch &batch, SiteHook *hook) const
{
    return m_transformer.encode(batch, hook);
}

at::Tensor Starter::pool(const at::Tensor &lastHidden) const
{
    return m_pooler(lastHidden);
}

at::Tensor Starter::ownFeatures(const std::vector<const PreparedInput *> &inputs) const
{
    return m_own.rows(inputs);
}

int Starter::tokenCount(const PreparedInput &input) const
{
    int count = 1;
    for (const std::vector<FrozenPart> *list : {&input.texts, &input.pictures}) {
        for (const FrozenPart &part : *list) {
            count += part.rows * part.columns;
        }
    }
    return count;
}

PreparedInput Starter::probe() const
{
    constexpr std::int64_t kMiddleGrey = 127;
    PreparedInput input;
    input.texts.push_back(m_embedders->text("one two three four five six seven eight"));
    input.pictures.push_back(m_embedders->picture("probe", [this] {
        return at::full({m_config.tokenSide, m_config.tokenSide, 3}, kMiddleGrey, at::kByte);
    }));
    PreparedInput *pointer = &input;
    complete({&pointer, 1}, 1, {});
    return input;
}

NamedTensors Starter::parameters()
{
    NamedTensors named;
    m_tokens.visit(collectInto(named));
    append(named, jointParameters());
    return named;
}

NamedTensors Starter::jointParameters()
{
    NamedTensors named;
    const WeightVisitor collect = collectInto(named);
    m_transformer.visit(collect);
    m_pooler.visit(collect);
    return named;
}

void Starter::to(const std::string &device, bool bf16)
{
    const at::NoGradGuard frozen;
    const auto options = at::TensorOptions().device(at::Device(device)).dtype(bf16 ? at::kBFloat16 : at::kFloat);
    const WeightVisitor move = [&options](const std::string &, at::Tensor &weight) { weight = weight.to(options); };
    m_tokens.visit(move);
    m_tokens.visitConstants([device](const std::string &, at::Tensor &weight) { weight = weight.to(device); });
    m_transformer.visit(move);
    m_pooler.visit(move);
}

}  // namespace atlas::engine
