#pragma once

#include "core/mapped_file.h"
#include "engine/backbone/weights.h"
#include "engine/embedders/bert_encoder.h"
#include "engine/embedders/quantised_table.h"
#include "engine/embedders/unigram_tokenizer.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>

namespace atlas::engine {

/// A text encoder in one file ("E5S1"): sizes, a Unigram tokenizer, 4-bit and fp32 weights. The file is mapped, and
/// every place and count in it is checked before it is used.
class E5File {
public:
    /// Whether a file begins as one.
    static bool isOne(const std::filesystem::path &file);

    /// Errors: NotFound; BadInput that says what was expected and what is there.
    explicit E5File(const std::filesystem::path &file);

    const BertConfig &config() const { return m_config; }

    /// The tokenizer's tables are handed over once.
    UnigramTables takeTokenizer() { return std::move(m_tokenizer); }

    /// The word table, as it lies in the file.  Errors: BadInput.
    std::unique_ptr<QuantisedTable> words() const;

    /// A weight as fp32 by the file's own name.  Errors: BadInput when it is missing or of another size.
    at::Tensor tensor(const std::string &name, at::IntArrayRef shape) const;

private:
    struct Entry {
        std::uint8_t type = 0;
        std::uint32_t count = 0;
        std::span<const std::byte> bytes;
    };

    const Entry &entry(const std::string &name, std::uint8_t type, std::int64_t count) const;

    MappedFile m_mapping;
    std::string m_name;
    BertConfig m_config;
    UnigramTables m_tokenizer;
    std::map<std::string, Entry> m_entries;
};

/// The file's weights under the names of transformers' BertModel.
class E5Weights final : public WeightSource {
public:
    explicit E5Weights(const E5File &file) : m_file(file) {}

    at::Tensor take(const std::string &name, at::IntArrayRef shape, Init init) override;

private:
    const E5File &m_file;
};

}  // namespace atlas::engine
