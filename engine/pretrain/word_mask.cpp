#include "engine/pretrain/word_mask.h"

#include <torch/types.h>

namespace atlas::engine {
namespace {

void hide(PreparedInput &input, std::size_t column, const WordPieceTokenizer &tokenizer, Random &random)
{
    constexpr double kMasked = 0.8;
    constexpr double kReplaced = 0.1;
    const double draw = random.uniform();
    if (draw < kMasked) {
        input.ids[column] = tokenizer.maskId();
    } else if (draw < kMasked + kReplaced) {
        input.ids[column] =
            static_cast<std::int64_t>(random.below(static_cast<std::size_t>(tokenizer.vocabularySize())));
    }
}

}  // namespace

WordMask maskRandomWords(std::vector<PreparedInput> &inputs, double share, const WordPieceTokenizer &tokenizer,
                         Random &random)
{
    WordMask mask;
    for (std::size_t row = 0; row < inputs.size(); ++row) {
        PreparedInput &input = inputs[row];
        const std::size_t words = input.ids.size() - 2;
        if (words == 0) {
            continue;
        }
        const std::size_t certain = 1 + random.below(words);
        for (std::size_t column = 1; column <= words; ++column) {
            if (column == certain || random.chance(share)) {
                mask.rows.push_back(static_cast<std::int64_t>(row));
                mask.columns.push_back(static_cast<std::int64_t>(column));
                mask.ids.push_back(input.ids[column]);
                hide(input, column, tokenizer, random);
            }
        }
    }
    return mask;
}

at::Tensor maskedLogits(const Vilt &vilt, const at::Tensor &lastHidden, const WordMask &mask)
{
    return vilt.mlmLogits(
        lastHidden.index({torch::tensor(mask.rows, at::kLong), torch::tensor(mask.columns, at::kLong)}));
}

at::Tensor maskedLoss(const Vilt &vilt, const at::Tensor &lastHidden, const WordMask &mask)
{
    return at::cross_entropy_loss(maskedLogits(vilt, lastHidden, mask), torch::tensor(mask.ids, at::kLong));
}

}  // namespace atlas::engine
