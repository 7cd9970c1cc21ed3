#pragma once

#include <ATen/core/Tensor.h>

#include <filesystem>
#include <string>

namespace atlas::engine {

/// A picture by the rules of pictures/picture_decoder.h.
/// Shapes: -> uint8 (H, W, 3), RGB.
/// Errors: NotFound, Io; BadInput for a file that is no picture, is damaged or too large.
/// Threads: may be called from any thread.
at::Tensor decodePicture(const std::filesystem::path &file);

/// The same from the bytes of a file. `name` is used in messages.
at::Tensor decodePictureBytes(const std::string &bytes, const std::filesystem::path &name);

}  // namespace atlas::engine
