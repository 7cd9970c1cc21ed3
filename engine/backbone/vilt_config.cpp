#include "engine/backbone/vilt_config.h"

#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/backbone/config_reader.h"

namespace atlas::engine {
namespace {

// Limits that keep a hostile config from asking for more memory than any real model needs.
constexpr int kMaxWidth = 8192;
constexpr int kMaxLayers = 128;
constexpr int kMaxIntermediate = 65536;
constexpr int kMaxImage = 4096;
constexpr int kMaxVocabulary = 2'000'000;
constexpr int kMaxText = 4096;

}  // namespace

BackboneConfig ViltConfig::backbone() const
{
    BackboneConfig config;
    config.width = width;
    config.layers = layers;
    config.heads = heads;
    config.intermediate = intermediate;
    config.layerNormEps = layerNormEps;
    config.architecture = "ViLT, " + std::to_string(layers) + " layers, d = " + std::to_string(width) + ", " +
                          std::to_string(heads) + " heads, patch " + std::to_string(patch);
    return config;
}

ViltConfig readViltConfig(const std::filesystem::path &configJson)
{
    const ConfigReader json(configJson);
    json.require("model_type", "vilt");
    json.require("hidden_act", "gelu");
    json.require("num_channels", 3);
    json.require("max_image_length", -1);

    ViltConfig config;
    config.width = json.integer("hidden_size", 1, kMaxWidth);
    config.layers = json.integer("num_hidden_layers", 1, kMaxLayers);
    config.heads = json.integer("num_attention_heads", 1, kMaxWidth);
    config.intermediate = json.integer("intermediate_size", 1, kMaxIntermediate);
    config.imageSize = json.integer("image_size", 1, kMaxImage);
    config.patch = json.integer("patch_size", 1, kMaxImage);
    config.vocabulary = json.integer("vocab_size", 1, kMaxVocabulary);
    config.textPositions = json.integer("max_position_embeddings", 3, kMaxText, config.textPositions);
    config.textTypes = json.integer("type_vocab_size", 2, kMaxText, config.textTypes);
    config.modalities = json.integer("modality_type_vocab_size", 2, kMaxText, config.modalities);
    config.qkvBias = json.boolean("qkv_bias", config.qkvBias);
    config.layerNormEps = json.real("layer_norm_eps", 0, 1, config.layerNormEps);
    if (config.width % config.heads != 0) {
        json.refuse(
            say(QT_TRANSLATE_NOOP("Sentence", "hidden_size: expected a multiple of num_attention_heads (%1), is %2"),
                config.heads, config.width));
    }
    if (config.imageSize % config.patch != 0) {
        json.refuse(say(QT_TRANSLATE_NOOP("Sentence", "image_size: expected a multiple of patch_size (%1), is %2"),
                        config.patch, config.imageSize));
    }
    return config;
}

std::string viltConfigJson(const ViltConfig &config, bool tiedDecoder)
{
    const nlohmann::ordered_json json{
        {"architectures", {"ViltForMaskedLM"}},
        {"model_type", "vilt"},
        {"hidden_size", config.width},
        {"num_hidden_layers", config.layers},
        {"num_attention_heads", config.heads},
        {"intermediate_size", config.intermediate},
        {"hidden_act", "gelu"},
        {"hidden_dropout_prob", 0.0},
        {"attention_probs_dropout_prob", 0.0},
        {"layer_norm_eps", config.layerNormEps},
        {"qkv_bias", config.qkvBias},
        {"image_size", config.imageSize},
        {"patch_size", config.patch},
        {"num_channels", 3},
        {"max_image_length", -1},
        {"vocab_size", config.vocabulary},
        {"max_position_embeddings", config.textPositions},
        {"type_vocab_size", config.textTypes},
        {"modality_type_vocab_size", config.modalities},
        {"tie_word_embeddings", tiedDecoder},
    };
    return json.dump(2) + "\n";
}

}  // namespace atlas::engine
