#pragma once

#include "engine/backbone/backbone.h"
#include "engine/embedders/image_encoder.h"
#include "engine/embedders/text_encoder.h"
#include "engine/starter/starter_config.h"

#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>
#include <string>

namespace atlas::engine {

/// The two pretrained networks before the joint transformer: what a text or a picture is to them, and what they make
/// of it. Their results never change, so they are kept in a cache where there is one.
/// Threads: const members may be called from any thread; embed() starts its own.
class FrozenEmbedders {
public:
    /// From a starter folder, whose files must have the sums its config names.
    /// Errors: NotFound; BadInput (other content, or a file that cannot be read).
    FrozenEmbedders(const std::filesystem::path &folder, const StarterConfig &config);
    /// From networks that are loaded already.
    FrozenEmbedders(const StarterConfig &config, std::unique_ptr<TextEncoder> text,
                    std::unique_ptr<ImageEncoder> image);

    void useCache(std::shared_ptr<FeatureCache> cache) { m_cache = std::move(cache); }
    /// Everything that decides what comes out: both files' sums, sizes, the layout's version.
    std::string identity() const;

    /// A text, or a picture by the SHA-256 of its file; found in the cache, or ready to be embedded.
    /// `load` gives the picture, uint8 (H, W, 3), and is called only when the cache does not know it. A picture that is
    /// `compared` with another keeps its fine map too, which is as large as its tokens.
    FrozenPart text(const std::string &text) const;
    template <typename Load>
    FrozenPart picture(const std::string &sha256, Load load, bool compared = false) const
    {
        FrozenPart part = known(featureKey({compared ? "compared picture" : "picture", sha256}));
        part.compared = compared;
        if (!part.embedded()) {
            resize(load(), part);
        }
        return part;
    }

    /// Embeds what is not yet, parts of one size together, `threads` batches at a time, and tells the cache.
    /// Errors: Cancelled within one batch per thread.
    void embed(std::span<FrozenPart *const> parts, int threads, const std::stop_token &stop) const;

    std::string describe() const;

private:
    FrozenPart known(const FeatureKey &key) const;
    void resize(const at::Tensor &picture, FrozenPart &part) const;
    void embedTexts(std::span<FrozenPart *const> parts) const;
    void embedPictures(std::span<FrozenPart *const> parts) const;

    StarterConfig m_config;
    std::unique_ptr<TextEncoder> m_text;
    std::unique_ptr<ImageEncoder> m_image;
    std::shared_ptr<FeatureCache> m_cache;
};

/// Sides of a picture as an embedder takes it: multiples of 32, the aspect kept as nearly as that allows, the area
/// about side x side.  -> (height, width)
std::pair<int, int> embeddedSize(int height, int width, int side);

}  // namespace atlas::engine
