#pragma once

#include "engine/embedders/text_encoder.h"

#include <filesystem>
#include <memory>
#include <string>

namespace atlas::engine {

/// A Hugging Face folder of a sentence encoder of the BERT family (BERT, XLM-RoBERTa): config.json; model.safetensors
/// or pytorch_model.bin; vocab.txt or a tokenizer.json of the kind Unigram. `e5Prefix` is put before texts of a network
/// whose name (config.json's _name_or_path, else the folder's) holds the word "e5"; others want none.
/// Errors: NotFound; BadInput that says what was expected and found.
std::unique_ptr<TextEncoder> loadBertFolder(const std::filesystem::path &folder, const std::string &e5Prefix);

}  // namespace atlas::engine
