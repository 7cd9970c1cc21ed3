#pragma once

#include "engine/backbone/backbone.h"
#include "engine/backbone/pooler.h"
#include "engine/backbone/transformer.h"
#include "engine/starter/frozen_embedders.h"
#include "engine/starter/joint_tokens.h"
#include "engine/starter/own_features.h"

#include <filesystem>
#include <memory>

namespace atlas::engine {

/// Two pretrained networks (text, pictures), frozen and without adapters, before one joint transformer in whose layers
/// the adapters sit (METHOD section 1). What the two make of a sample is computed once and kept.
class Starter final : public Backbone {
public:
    /// From a folder: config.json, joint.safetensors and the embedders' two files. `report`, if given, is filled even
    /// when loading fails.  Errors: NotFound, BadInput.
    static std::shared_ptr<Starter> load(const std::filesystem::path &folder, KeyReport *report = nullptr);

    /// With random joint weights: what pretraining begins with.
    static std::shared_ptr<Starter> random(const StarterConfig &config, std::shared_ptr<FrozenEmbedders> embedders,
                                           std::uint64_t seed);

    /// Writes joint.safetensors, half precision.  Errors: DiskFull, Io.
    void saveJoint(const std::filesystem::path &file, const std::map<std::string, std::string> &metadata = {});

    const BackboneConfig &config() const override { return m_backboneConfig; }
    const std::string &sha256() const override { return m_sha256; }  ///< empty unless loaded
    void useCache(std::shared_ptr<FeatureCache> cache) override { m_embedders->useCache(std::move(cache)); }
    std::string cacheIdentity() const override { return m_embedders->identity(); }
    PreparedInput prepare(const ModelInput &input) const override;
    void complete(std::span<PreparedInput *const> inputs, int threads, const std::stop_token &stop) const override;
    bool joinsPairs() const override { return m_config.joinsPairs; }
    EmbeddedBatch embed(const std::vector<const PreparedInput *> &inputs) const override;
    at::Tensor encode(const EmbeddedBatch &batch, SiteHook *hook) const override;
    at::Tensor pool(const at::Tensor &lastHidden) const override;
    int ownWidth() const override { return m_own.width(); }
    at::Tensor ownFeatures(const std::vector<const PreparedInput *> &inputs) const override;
    std::vector<FeatureGroup> ownGroups() const override { return m_own.groups(); }
    int tokenCount(const PreparedInput &input) const override;
    PreparedInput probe() const override;
    NamedTensors parameters() override;
    NamedTensors jointParameters() override;
    void to(const std::string &device, bool bf16) override;

    const StarterConfig &starterConfig() const { return m_config; }
    const FrozenEmbedders &embedders() const { return *m_embedders; }
    JointTokens &tokens() { return m_tokens; }
    const JointTokens &tokens() const { return m_tokens; }

private:
    Starter(const StarterConfig &config, WeightSource &source, std::shared_ptr<FrozenEmbedders> embedders);

    StarterConfig m_config;
    BackboneConfig m_backboneConfig;
    std::string m_sha256;
    std::shared_ptr<FrozenEmbedders> m_embedders;
    JointTokens m_tokens;
    Transformer m_transformer;
    Pooler m_pooler;
    OwnFeatures m_own;
};

}  // namespace atlas::engine
