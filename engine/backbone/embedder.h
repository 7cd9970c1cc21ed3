#pragma once

#include "engine/backbone/backbone.h"
#include "engine/backbone/weights.h"

#include <vector>

namespace atlas::engine {

/// Texts of a batch, padded to a common length.
struct TextBatch {
    at::Tensor ids;      ///< (B, n) int64
    at::Tensor typeIds;  ///< (B, n) int64
    at::Tensor mask;     ///< (B, n) float, 1 = real token
    bool padded = true;  ///< false: the mask is all ones
};

/// Pads the inputs' ids to the longest of them.
TextBatch makeTextBatch(const std::vector<const PreparedInput *> &inputs, int padId);

/// What turns texts into tokens of the joint transformer. Frozen, without adapters.
/// Threads: const members may be called from any thread.
class TextEmbedder {
public:
    virtual ~TextEmbedder() = default;

    /// Shapes: (B, n) ids -> (B, n, d).
    virtual EmbeddedBatch embed(const TextBatch &batch) const = 0;
    /// The longest text it takes, with [CLS] and [SEP].
    virtual int maxTokens() const = 0;
    virtual void visit(const WeightVisitor &visitor) = 0;
};

/// What turns pictures into tokens of the joint transformer. Frozen, without adapters.
/// Threads: const members may be called from any thread.
class ImageEmbedder {
public:
    virtual ~ImageEmbedder() = default;

    /// Pictures as in PreparedInput::pixels, one per sample; an undefined one gives padding only. The batch is padded
    /// to its largest token count.  -> (B, n, d) Requires: at least one defined picture.
    virtual EmbeddedBatch embed(const std::vector<at::Tensor> &pictures) const = 0;
    virtual int tokenCount(const at::Tensor &picture) const = 0;
    virtual void visit(const WeightVisitor &visitor) = 0;
};

/// [first ; second] along the tokens.
EmbeddedBatch concatenate(const EmbeddedBatch &first, const EmbeddedBatch &second);

}  // namespace atlas::engine
