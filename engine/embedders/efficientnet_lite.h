#pragma once

#include "engine/backbone/weights.h"
#include "engine/embedders/image_encoder.h"
#include "engine/embedders/packed_matrix.h"

#include <optional>
#include <vector>

namespace atlas::engine {

/// EfficientNet-Lite0: a 3x3 stem of stride 2 and 16 inverted-residual blocks with ReLU6, no squeeze-excite;
/// TensorFlow's SAME padding (the odd pixel goes below and to the right). BatchNorm is folded into the convolutions;
/// activations lie channels last, so that a 1x1 convolution is one matrix product over all pixels.
/// Source: Tan and Le 2019 (arXiv 1905.11946); "Lite" as TensorFlow published it; names of efficientnet-lite-pytorch.
class EfficientNetLite final : public ImageEncoder {
public:
    /// Asks `source` for every weight it needs, under the published names.
    explicit EfficientNetLite(WeightSource &source);

    /// What the network would ask for, without building anything: for KeyChecker.
    static void askFor(WeightSource &source);

    Maps forward(const at::Tensor &pictures) const override;
    std::string describe() const override;

private:
    struct Depthwise {
        int kernel = 3;
        int stride = 1;
        std::vector<float> weights;  ///< (kernel, kernel, channels)
        std::vector<float> bias;
    };

    struct Block {
        std::optional<PackedMatrix> expand;
        Depthwise depthwise;
        PackedMatrix project;
        bool residual = false;
    };

    /// Activations of a batch, channels last.
    struct FeatureMap {
        std::int64_t height = 0;
        std::int64_t width = 0;
        std::int64_t channels = 0;
        at::Tensor values;  ///< (B, height, width, channels)
    };

    static PackedMatrix stemOf(WeightSource &source);
    static PackedMatrix headOf(WeightSource &source);
    static std::vector<Block> blocksOf(WeightSource &source);

    FeatureMap stem(const at::Tensor &pictures) const;
    static FeatureMap apply(const Block &block, const FeatureMap &x);
    at::Tensor pooledHead(const FeatureMap &x) const;

    PackedMatrix m_stem;  ///< inputs (3, 3, 3): row, column, colour
    std::vector<Block> m_blocks;
    PackedMatrix m_head;
};

}  // namespace atlas::engine
