#include "engine/embedders/text_encoder.h"

#include "engine/embedders/bert_folder.h"
#include "engine/embedders/e5_file.h"

#include <torch/types.h>

namespace atlas::engine {
namespace {

/// multilingual-e5 was trained with this or "passage: " before each text; for classification it is this.
constexpr const char *kE5Prefix = "query: ";

std::unique_ptr<TextEncoder> loadE5File(const std::filesystem::path &path)
{
    E5File file(path);
    BertEncoder::Parts parts;
    parts.config = file.config();
    parts.words = file.words();
    parts.tokenize = [tokenizer = std::make_shared<UnigramTokenizer>(file.takeTokenizer())](
                         const std::string &text, int maxTokens) { return tokenizer->encode(text, maxTokens); };
    parts.prefix = kE5Prefix;
    parts.form = "4-bit weights (E5S1)";
    E5Weights weights(file);
    return std::make_unique<BertEncoder>(std::move(parts), weights);
}

}  // namespace

at::Tensor TextEncoder::pooled(const at::Tensor &tokens)
{
    const at::NoGradGuard noGradients;
    const at::Tensor mean = tokens.mean(0);
    return mean / mean.norm().clamp_min(1e-12);
}

std::unique_ptr<TextEncoder> loadTextEncoder(const std::filesystem::path &path)
{
    return std::filesystem::is_directory(path) ? loadBertFolder(path, kE5Prefix) : loadE5File(path);
}

}  // namespace atlas::engine
