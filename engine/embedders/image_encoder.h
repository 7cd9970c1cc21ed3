#pragma once

#include <ATen/core/Tensor.h>

#include <filesystem>
#include <memory>
#include <string>

namespace atlas::engine {

/// A pretrained, frozen convolutional network that turns pictures into feature maps.
/// Threads: const members may be called from several threads at once; each works on the calling thread when
/// startRuntime(1) was chosen, which with a batch per thread is the fastest way through many pictures.
class ImageEncoder {
public:
    /// fp32, contiguous.  Shapes: (B, channels, H / stride, W / stride) and (B, features).
    struct Maps {
        at::Tensor stride4;   ///< EfficientNet-Lite0: 24 channels
        at::Tensor stride8;   ///< EfficientNet-Lite0: 40 channels
        at::Tensor stride16;  ///< 112 channels
        at::Tensor stride32;  ///< 320 channels
        at::Tensor pooled;    ///< 1280 features, the mean over the head's cells
    };

    virtual ~ImageEncoder() = default;

    /// Shapes: uint8 RGB (B, 3, H, W), H and W multiples of 32.  Errors: BadInput for anything else.
    virtual Maps forward(const at::Tensor &pictures) const = 0;

    /// For people: the network and its weights.
    virtual std::string describe() const = 0;
};

/// EfficientNet-Lite0 from a state dict as torch.save writes it (.pth).
/// Errors: NotFound; BadInput that lists the keys that are missing, not known, or of another shape.
std::unique_ptr<ImageEncoder> loadImageEncoder(const std::filesystem::path &file);

}  // namespace atlas::engine
