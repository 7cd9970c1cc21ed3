#pragma once

#include "engine/backbone/vilt.h"
#include "engine/pretrain/random.h"

#include <vector>

namespace atlas::engine {

/// Words that were hidden from a batch of inputs and are to be found again.
struct WordMask {
    std::vector<std::int64_t> rows;     ///< of the batch
    std::vector<std::int64_t> columns;  ///< token positions
    std::vector<std::int64_t> ids;      ///< what stood there
};

/// Hides tokens of `inputs` in place, at least one a text: 80 % become [MASK], 10 % another piece, 10 % stay.
/// Source: Devlin et al. 2019 (arXiv 1810.04805), section 3.1.
WordMask maskRandomWords(std::vector<PreparedInput> &inputs, double share, const WordPieceTokenizer &tokenizer,
                         Random &random);

/// Logits at the hidden places.  Shapes: lastHidden (B, L, d) -> (hidden places, vocabulary)
at::Tensor maskedLogits(const Vilt &vilt, const at::Tensor &lastHidden, const WordMask &mask);

/// The mean cross entropy over the hidden places.
at::Tensor maskedLoss(const Vilt &vilt, const at::Tensor &lastHidden, const WordMask &mask);

}  // namespace atlas::engine
