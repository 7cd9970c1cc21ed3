#pragma once

#include "engine/embedders/unigram_tokenizer.h"

#include <filesystem>

namespace atlas::engine {

/// The Unigram vocabulary, special tokens and normaliser of a Hugging Face tokenizer.json (XLM-RoBERTa and its kin).
/// Errors: NotFound; BadInput for another kind of tokenizer or a part that this program does not know, naming it.
UnigramTables readUnigramJson(const std::filesystem::path &file);

}  // namespace atlas::engine
