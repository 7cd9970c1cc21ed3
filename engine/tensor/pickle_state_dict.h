#pragma once

#include "engine/tensor/tensor_file.h"

namespace atlas::engine {

/// The tensors of a `pytorch_model.bin` or `.pth` (torch.save of a state dict: since PyTorch 1.6 a zip of a protocol-2
/// pickle and its storages, before that pickles with the storages behind them). Executes nothing. Tensors that share a
/// storage in the file share one here, where `half` lets them. Errors: NotFound; BadInput naming the opcode, global,
/// entry or tensor that is refused, and why.
StateDict loadPickledStateDict(const std::filesystem::path &file, HalfAs half = HalfAs::Stored);

/// The same over bytes. `name` is used in messages.
StateDict parsePickledStateDict(std::span<const std::byte> archive, const std::string &name,
                                HalfAs half = HalfAs::Stored);

}  // namespace atlas::engine
