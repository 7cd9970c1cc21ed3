#pragma once

#include "engine/backbone/weights.h"

#include <filesystem>

namespace atlas::engine {

/// Reads a weights file as fp32 under the names of transformers 5
/// ("vilt.encoder.layer.0.attention.attention.query.weight"). What transformers 4 names otherwise is renamed, tables
/// without a weight (position_ids) are dropped, weights of task heads are dropped and listed in `report.ignored`; a
/// decoder of masked words that equals the word embedding is dropped too. Errors: BadInput.
StateDict readViltWeights(const std::filesystem::path &file, KeyReport &report);

}  // namespace atlas::engine
