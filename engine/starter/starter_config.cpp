#include "engine/starter/starter_config.h"

#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/backbone/config_reader.h"

#include <nlohmann/json.hpp>

namespace atlas::engine {

BackboneConfig StarterConfig::backbone() const
{
    BackboneConfig config;
    config.width = width;
    config.layers = layers;
    config.heads = heads;
    config.intermediate = intermediate;
    config.layerNormEps = layerNormEps;
    config.architecture = "starter: frozen text and picture networks, " + std::to_string(layers) +
                          " joint layers, d = " + std::to_string(width) + ", " + std::to_string(heads) + " heads";
    return config;
}

StarterConfig readStarterConfig(const std::filesystem::path &file)
{
    const ConfigReader reader(file);
    StarterConfig config;
    if (reader.integer("layout", 1, 1000000) != kStarterLayout) {
        reader.refuse(say(
            QT_TRANSLATE_NOOP(
                "Sentence", "layout: this program's is %1; put the backbone together again (atlas backbone assemble)"),
            kStarterLayout));
    }
    config.width = reader.integer("hidden_size", 8, 4096);
    config.layers = reader.integer("num_hidden_layers", 1, 64);
    config.heads = reader.integer("num_attention_heads", 1, 64);
    config.intermediate = reader.integer("intermediate_size", 8, 16384);
    config.layerNormEps = reader.real("layer_norm_eps", 0, 1, config.layerNormEps);
    config.textWidth = reader.integer("text_width", 1, 8192);
    config.maxTextTokens = reader.integer("max_text_tokens", 4, 4096);
    config.tokenSide = reader.integer("token_side", 32, 1024);
    config.summarySide = reader.integer("summary_side", 32, 1024);
    config.gridSide = reader.integer("grid_side", 1, 64);
    config.joinsPairs = reader.boolean("joins_pairs", config.joinsPairs);
    config.text = {reader.text("text_file"), reader.text("text_sha256")};
    config.image = {reader.text("image_file"), reader.text("image_sha256")};
    if (config.width % config.heads != 0) {
        reader.refuse(say(QT_TRANSLATE_NOOP("Sentence", "hidden_size: expected a multiple of num_attention_heads")));
    }
    return config;
}

std::string starterConfigJson(const StarterConfig &config)
{
    const nlohmann::ordered_json json{
        {"model_type", "atlas-starter"},
        {"layout", kStarterLayout},
        {"hidden_size", config.width},
        {"num_hidden_layers", config.layers},
        {"num_attention_heads", config.heads},
        {"intermediate_size", config.intermediate},
        {"layer_norm_eps", config.layerNormEps},
        {"text_width", config.textWidth},
        {"max_text_tokens", config.maxTextTokens},
        {"token_side", config.tokenSide},
        {"summary_side", config.summarySide},
        {"grid_side", config.gridSide},
        {"joins_pairs", config.joinsPairs},
        {"text_file", config.text.name},
        {"text_sha256", config.text.sha256},
        {"image_file", config.image.name},
        {"image_sha256", config.image.sha256},
    };
    return json.dump(2) + "\n";
}

}  // namespace atlas::engine
