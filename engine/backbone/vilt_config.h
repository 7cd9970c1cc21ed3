#pragma once

#include "engine/backbone/backbone.h"

#include <filesystem>
#include <string>

namespace atlas::engine {

/// What a ViLT's config.json says. Defaults are those of the published ViLT-B/32.
struct ViltConfig {
    int width = 768;
    int layers = 12;
    int heads = 12;
    int intermediate = 3072;
    int imageSize = 384;  ///< side of the picture that the position table was made for
    int patch = 32;
    int vocabulary = 30522;
    int textPositions = 40;
    int textTypes = 2;
    int modalities = 2;
    bool qkvBias = true;
    double layerNormEps = 1e-12;

    int gridSide() const { return imageSize / patch; }

    BackboneConfig backbone() const;
};

/// Errors: NotFound, BadInput (which key, expected and actual).
ViltConfig readViltConfig(const std::filesystem::path &configJson);

/// The text of a config.json that transformers and readViltConfig read back.
std::string viltConfigJson(const ViltConfig &config, bool tiedDecoder = true);

}  // namespace atlas::engine
