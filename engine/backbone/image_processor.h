#pragma once

#include <ATen/core/Tensor.h>

#include <array>
#include <filesystem>
#include <optional>
#include <utility>

namespace atlas::engine {

/// How pictures are made ready for a backbone.
struct ImageProcessorConfig {
    int shortestEdge = 384;  ///< pixels; the longest edge is at most int(1333 / 800 * shortestEdge)
    int divisor = 32;        ///< sides are multiples of it: the patch size
    std::array<float, 3> mean{0.5F, 0.5F, 0.5F};
    std::array<float, 3> std{0.5F, 0.5F, 0.5F};
};

/// Resizes and normalises pictures as ViLT was trained on them.
/// Threads: const members may be called from any thread.
/// Source: Kim et al. 2021 (arXiv 2102.03334); equal to the published processor with Pillow, bit for bit.
class ImageProcessor {
public:
    explicit ImageProcessor(const ImageProcessorConfig &config) : m_config(config) {}

    /// Reads a preprocessor_config.json, of the old form (`size` a number) or the new one.
    /// Errors: NotFound; BadInput for what cannot be understood or asks for another way of resizing.
    static ImageProcessorConfig configFromJson(const std::filesystem::path &preprocessorConfig);

    const ImageProcessorConfig &config() const { return m_config; }

    /// (height, width) by the published rule.  nullopt when a side rounds down to 0.
    std::optional<std::pair<int, int>> targetSize(int height, int width) const;

    /// As targetSize, but a side is never less than one divisor: a very thin picture must not stop a task.
    std::pair<int, int> clampedSize(int height, int width) const;

    /// Decodes and resizes a file.  -> uint8 (3, h, w)
    /// Errors: NotFound, Io, BadInput (see decodePicture).
    at::Tensor prepare(const std::filesystem::path &image) const;

    /// uint8 (H, W, 3) -> uint8 (3, h, w), (h, w) = clampedSize.
    at::Tensor resize(const at::Tensor &hwc) const;

    /// Formula: (u8 / 255 - mean) / std.  Shapes: uint8 (..., 3, h, w) -> float32 of the same shape.
    at::Tensor normalize(const at::Tensor &u8) const;

private:
    ImageProcessorConfig m_config;
};

}  // namespace atlas::engine
