#include "engine/backbone/vilt_weights.h"

#include <torch/types.h>

#include <algorithm>
#include <array>

namespace atlas::engine {
namespace {

constexpr const char *kOldDecoderBias = "mlm_score.bias";
constexpr const char *kDecoderBias = "mlm_score.decoder.bias";

bool isTaskHead(const std::string &name)
{
    static constexpr std::array<std::string_view, 3> kPrefixes{"classifier.", "rank_output.", "itm_score."};
    return std::ranges::any_of(kPrefixes, [&name](std::string_view prefix) { return name.starts_with(prefix); });
}

/// A ViltModel saved alone has the same names without the leading "vilt.".
bool isSavedAlone(const StateDict &tensors)
{
    return tensors.contains("embeddings.cls_token");
}

/// A decoder that is written out although it is the word embedding is left to the tie.
void dropTiedDecoder(StateDict &tensors)
{
    const auto decoder = tensors.find("mlm_score.decoder.weight");
    const auto words = tensors.find("vilt.embeddings.text_embeddings.word_embeddings.weight");
    if (decoder != tensors.end() && words != tensors.end() && decoder->second.dtype() == words->second.dtype() &&
        at::equal(decoder->second, words->second)) {
        tensors.erase(decoder);
    }
}

}  // namespace

StateDict readViltWeights(const std::filesystem::path &file, KeyReport &report)
{
    StateDict read = readWeightsFile(file);
    const std::string prefix = isSavedAlone(read) ? "vilt." : "";
    StateDict tensors;
    for (auto &[name, tensor] : read) {
        if (isTaskHead(name)) {
            report.ignored.push_back(name);
        } else if (!name.ends_with(".position_ids")) {
            tensors.emplace(prefix + name, tensor);
        }
    }
    // Both names stand for one tensor in files of transformers 4.
    if (auto old = tensors.extract(kOldDecoderBias); !old.empty()) {
        tensors.emplace(kDecoderBias, old.mapped());
    }
    dropTiedDecoder(tensors);
    return tensors;
}

}  // namespace atlas::engine
