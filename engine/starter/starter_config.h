#pragma once

#include "engine/backbone/backbone.h"

#include <filesystem>
#include <string>

namespace atlas::engine {

/// A file of a starter folder, pinned by its content.
struct PinnedFile {
    std::string name;  ///< inside the folder; of the text encoder it may be a folder of Hugging Face's layout
    std::string sha256;
};

/// What config.json of a starter folder says.
struct StarterConfig {
    int width = 256;  ///< d of the joint transformer
    int layers = 4;
    int heads = 8;
    int intermediate = 1024;
    double layerNormEps = 1e-5;
    int textWidth = 384;     ///< numbers per text token, and of a text's own summary
    int maxTextTokens = 96;  ///< longer texts are cut
    int tokenSide = 128;     ///< pixels: pictures are resized to about side x side for the tokens,
    int summarySide = 224;   ///< and for the picture's own summary, where detail pays and costs no tokens
    int gridSide = 8;        ///< of the table of positions, interpolated to a picture's grid
    bool joinsPairs = true;  ///< two pictures of a sample stand in one sequence
    PinnedFile text;
    PinnedFile image;

    BackboneConfig backbone() const;
};

/// How own features and tokens are laid out, and with it what task packages and cached features mean.
inline constexpr int kStarterLayout = 2;

/// Numbers per picture token: a stride-32 cell's 320 channels, those of the 4 stride-16 cells (112) and the 16
/// stride-8 cells (40) under it.
inline constexpr int kPictureTokenWidth = 320 + 4 * 112 + 16 * 40;
/// A picture's own summary: pooled head (1280), mean and maximum of the stride-16 map (2 x 112).
inline constexpr int kPictureSummaryWidth = 1280 + 2 * 112;

/// Channels of the stride-4 map, by which two pictures are compared most finely.
inline constexpr int kFineChannels = 24;

/// Errors: NotFound; BadInput naming the key, or another layout than this program's.
StarterConfig readStarterConfig(const std::filesystem::path &file);
std::string starterConfigJson(const StarterConfig &config);

}  // namespace atlas::engine
