#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace atlas::engine {

/// A pretrained, frozen network that turns a text into one vector per token.
/// Threads: const members may be called from several threads at once; matrices are multiplied on the calling thread
/// when startRuntime(1) was chosen, which with a batch per thread is the fastest way through many texts.
class TextEncoder {
public:
    virtual ~TextEncoder() = default;

    /// d, the numbers per token.
    virtual int width() const = 0;
    /// The longest text that encode() takes, its special tokens included.
    virtual int maxTokens() const = 0;

    /// The ids of a text between the network's special tokens, with what the network wants before each text
    /// ("query: "); cut at the end to maxTokens(). Never empty, not even for the empty text.
    /// Errors: none for user text; bytes that are not UTF-8 are dropped.
    virtual std::vector<std::int64_t> tokenize(const std::string &text) const = 0;

    /// The last hidden states of each text.  Shapes: n_i ids each -> (n_i, d) fp32 each, in the texts' order; texts of
    /// one call share storage. Texts are packed without padding; a call is best with some 500 to 1,000 tokens.
    /// Errors: BadInput for an id that is not in the vocabulary, an empty text, or more than maxTokens() ids.
    virtual std::vector<at::Tensor> encode(const std::vector<std::vector<std::int64_t>> &texts) const = 0;

    /// For people: layers, width, vocabulary, form of the file.
    virtual std::string describe() const = 0;

    /// Formula: mean over tokens, divided by its L2 norm.  Shapes: (n, d) -> (d).
    static at::Tensor pooled(const at::Tensor &tokens);
};

/// From a file of 4-bit weights (it begins with "E5S1") or a Hugging Face folder of a BERT-like encoder: config.json;
/// model.safetensors or pytorch_model.bin; vocab.txt (WordPiece) or tokenizer.json (Unigram).
/// Errors: NotFound; BadInput that says what was expected and found.
std::unique_ptr<TextEncoder> loadTextEncoder(const std::filesystem::path &path);

}  // namespace atlas::engine
