#pragma once

#include <ATen/core/Tensor.h>

#include <filesystem>
#include <string>

namespace atlas::engine {

/// Decodes a picture of any format OpenCV knows. Pictures without transparency are turned as their EXIF orientation
/// says, grey becomes RGB, transparency is laid on white, 16-bit channels are scaled to 8.
/// Shapes: -> uint8 (H, W, 3), RGB.
/// Errors: NotFound, Io; BadInput for a file that is no picture, is damaged, or has an unknown channel type.
/// Threads: may be called from any thread.
at::Tensor decodePicture(const std::filesystem::path &file);

/// The same from the bytes of a file. `name` is used in messages.
at::Tensor decodePictureBytes(const std::string &bytes, const std::filesystem::path &name);

}  // namespace atlas::engine
