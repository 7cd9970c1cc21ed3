#include "engine/pretrain/forward.h"

#include <torch/types.h>

namespace atlas::engine {

std::vector<PreparedInput> tokenizeAll(const Vilt &vilt, const std::vector<std::string> &texts)
{
    std::vector<PreparedInput> inputs;
    inputs.reserve(texts.size());
    for (const std::string &text : texts) {
        inputs.push_back(vilt.prepare({.text = text, .textPair = {}}));
    }
    return inputs;
}

void setPictures(std::vector<PreparedInput> &inputs, const at::Tensor &pixels)
{
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        inputs[i].pixels = pixels[static_cast<std::int64_t>(i)];
    }
}

ForwardResult forward(const Vilt &vilt, const std::vector<PreparedInput> &inputs)
{
    std::vector<const PreparedInput *> pointers;
    std::vector<at::Tensor> pictures;
    for (const PreparedInput &input : inputs) {
        pointers.push_back(&input);
        pictures.push_back(input.pixels);
    }
    ForwardResult result;
    result.texts = makeTextBatch(pointers, vilt.tokenizer().padId());
    result.lastHidden = vilt.encode(vilt.embed(result.texts, pictures), nullptr);
    return result;
}

at::Tensor pooledFeatures(const Vilt &vilt, const std::vector<PreparedInput> &inputs)
{
    return vilt.pool(forward(vilt, inputs).lastHidden);
}

}  // namespace atlas::engine
