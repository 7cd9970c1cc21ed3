#pragma once

#include "core/task_kind.h"
#include "engine/api/engine.h"
#include "engine/features/feature_cache.h"

#include <ATen/core/Tensor.h>

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace atlas::engine {

/// The two places of a layer where adapters sit, both before the residual is added.
enum class Site { Attention, Mlp };

inline const char *siteName(Site site)
{
    return site == Site::Attention ? "attn" : "mlp";
}

/// What the joint transformer is, whatever its embedders are.
struct BackboneConfig {
    int width = 0;  ///< d
    int layers = 0;
    int heads = 0;
    int intermediate = 0;
    double layerNormEps = 1e-12;
    std::string architecture;  ///< for people
};

/// A text or a picture of an input, for a backbone whose embedders are networks of their own: first what they are to be
/// given, then what they made of it.
struct FrozenPart {
    FeatureKey key{};             ///< of the embedders' result
    std::vector<at::Tensor> raw;  ///< ids (n) int64, or the resized picture(s) uint8 (3, h, w); empty once embedded
    at::Tensor tokens;            ///< (n, width of the embedder) float16
    at::Tensor pooled;            ///< (features) float16: the embedder's own summary
    at::Tensor fine;              ///< (channels, finest cells) float16: what a pair of pictures is compared by
    int rows = 1;                 ///< the tokens' grid, row by row
    int columns = 0;
    bool compared = false;  ///< one of a pair: `fine` is wanted

    bool embedded() const { return tokens.defined(); }
};

/// One input made ready on the CPU. Cheap to keep for a whole task.
struct PreparedInput {
    // For a backbone that embeds by tables and projections:
    std::vector<std::int64_t> ids;      ///< with [CLS] and [SEP], no padding
    std::vector<std::int64_t> typeIds;  ///< 0, and 1 for the second text
    at::Tensor pixels;                  ///< uint8 (3, h, w), h and w multiples of the patch; undefined = no picture.
                                        ///< Float of that shape is taken as normalised already.
    // For one that embeds by networks:
    std::vector<FrozenPart> texts;
    std::vector<FrozenPart> pictures;

    int textTokens() const { return static_cast<int>(ids.size()); }
};

/// What a grey level of a picture's channel is to a network that takes pixels.  Formula: (level / 255 - mean) / std.
struct PixelScale {
    std::array<float, 3> mean{};
    std::array<float, 3> std{};
};

/// Neighbouring own features that say one kind of thing; a task may do better with some kinds alone.
struct FeatureGroup {
    std::int64_t begin = 0;
    std::int64_t count = 0;
};

/// Token embeddings of a batch, ready for the transformer.
struct EmbeddedBatch {
    at::Tensor tokens;   ///< (B, L, d)
    at::Tensor mask;     ///< (B, L) float, 1 = real token, 0 = padding
    bool padded = true;  ///< false: the mask is known to be all ones, so attention leaves it out
};

/// What stands at the sites: the adapters. `h` (B, L, d) is the sub-layer's output before the residual; the result
/// replaces it.
class SiteHook {
public:
    virtual ~SiteHook() = default;
    virtual at::Tensor apply(int layer, Site site, const at::Tensor &h, const at::Tensor &mask) = 0;
};

/// One frozen multimodal transformer behind its embedders (METHOD section 1). Weights never require gradients unless
/// the caller asks them to (pretraining, fine-tuning strategies; see parameters()).
/// Threads: const members may be called from several threads; a forward pass uses at::parallel inside.
class Backbone {
public:
    virtual ~Backbone() = default;

    virtual const BackboneConfig &config() const = 0;
    virtual const std::string &sha256() const = 0;

    /// Where the outputs of frozen embedders are kept; null = nowhere. Without embedders of that kind nothing happens.
    virtual void useCache(std::shared_ptr<FeatureCache>) {}
    /// Names the embedders and their settings; empty = there is nothing to cache.
    virtual std::string cacheIdentity() const { return {}; }

    /// Tokenizes and resizes one input, or finds it in the cache. No tensors of the network are touched.
    /// Errors: BadInput (picture).
    virtual PreparedInput prepare(const ModelInput &input) const = 0;

    /// Runs frozen embedders over everything that prepare() left to them, like sizes together, on `threads` threads.
    /// Errors: Cancelled within one batch.
    virtual void complete(std::span<PreparedInput *const>, int /*threads*/, const std::stop_token &) const {}

    /// An input may hold two pictures, which the transformer then sees in one sequence.
    virtual bool joinsPairs() const { return false; }

    /// Of a backbone whose embed() is differentiable in PreparedInput::pixels; nullopt = pictures pass through networks
    /// of their own, which give no gradients.
    virtual std::optional<PixelScale> pixelScale() const { return std::nullopt; }

    /// Features that a head is given beside the pooled output: the frozen embedders' own summaries, which no adapter
    /// can change.  Shapes: -> (B, ownWidth()) float32
    virtual int ownWidth() const { return 0; }
    virtual at::Tensor ownFeatures(const std::vector<const PreparedInput *> &) const { return {}; }
    virtual std::vector<FeatureGroup> ownGroups() const { return {}; }

    /// Embeds inputs: padded to the longest text and the largest patch count of this batch, never further.
    virtual EmbeddedBatch embed(const std::vector<const PreparedInput *> &inputs) const = 0;

    /// The transformer: layers, final LayerNorm.  -> (B, L, d)
    virtual at::Tensor encode(const EmbeddedBatch &batch, SiteHook *hook) const = 0;

    /// pooled = tanh(W last[:, 0] + b)  -> (B, d)
    virtual at::Tensor pool(const at::Tensor &lastHidden) const = 0;

    /// Tokens an input will cost; batches group inputs of like cost.
    virtual int tokenCount(const PreparedInput &input) const = 0;

    /// An input of the usual size, for checking and timing: a short text and, where pictures are taken, a plain one.
    virtual PreparedInput probe() const = 0;

    /// Every weight by name. The tensors are the network's own: after requires_grad_() they train (pretraining,
    /// full fine-tuning). Names are the architecture's internal ones.
    virtual std::vector<std::pair<std::string, at::Tensor>> parameters() = 0;

    /// Those of the joint transformer alone, from below upwards: layers, whose names hold "encoder.layer.{i}.", final
    /// LayerNorm and pooler. What fine-tuning strategies train; embedders stay as they are.
    virtual std::vector<std::pair<std::string, at::Tensor>> jointParameters() = 0;

    /// Moves the weights to a device and element type ("cpu", "cuda:0"; fp32 or bf16).
    virtual void to(const std::string &device, bool bf16) = 0;
};

/// Loads a backbone folder by the architecture its config names.
/// Errors: NotFound, BadInput (what is wrong, missing and extra keys listed).
std::shared_ptr<Backbone> loadBackbone(const std::filesystem::path &folder);

}  // namespace atlas::engine
