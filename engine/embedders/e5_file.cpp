#include "engine/embedders/e5_file.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/embedders/byte_reader.h"

#include <torch/types.h>

#include <array>
#include <fstream>

namespace atlas::engine {
namespace {

constexpr std::array<char, 4> kMagic{'E', '5', 'S', '1'};
constexpr std::uint32_t kVersion = 1;
constexpr std::uint8_t kFloat = 0;
constexpr std::uint8_t kQuantised = 1;

/// Sizes beyond these are refused before they cost memory.
constexpr int kWidthLimit = 1 << 14;
constexpr int kLayerLimit = 1000;
constexpr int kRowLimit = 1 << 24;

int size(ByteReader &reader, const char *what, int most)
{
    const auto value = reader.number<std::int32_t>(what);
    if (value < 1 || value > most) {
        reader.refuse(say(QT_TRANSLATE_NOOP("Sentence", "%1: expected 1 to %2, is %3"), say(what), most, value));
    }
    return value;
}

BertConfig readConfig(ByteReader &reader)
{
    const auto magic = reader.take(kMagic.size(), QT_TRANSLATE_NOOP("Sentence", "the magic E5S1"));
    if (std::memcmp(magic.data(), kMagic.data(), kMagic.size()) != 0) {
        reader.refuse(say(QT_TRANSLATE_NOOP("Sentence", "it does not begin with E5S1")));
    }
    if (const auto version = reader.number<std::uint32_t>(QT_TRANSLATE_NOOP("Sentence", "a version"));
        version != kVersion) {
        reader.refuse(say(QT_TRANSLATE_NOOP("Sentence", "expected version %1, is %2"), kVersion, version));
    }
    BertConfig config;
    config.width = size(reader, QT_TRANSLATE_NOOP("Sentence", "the width"), kWidthLimit);
    config.layers = size(reader, QT_TRANSLATE_NOOP("Sentence", "the number of layers"), kLayerLimit);
    config.heads = size(reader, QT_TRANSLATE_NOOP("Sentence", "the number of heads"), kWidthLimit);
    config.intermediate = size(reader, "the intermediate width", 4 * kWidthLimit);
    config.vocabulary = size(reader, QT_TRANSLATE_NOOP("Sentence", "the vocabulary"), kRowLimit);
    config.positions = size(reader, QT_TRANSLATE_NOOP("Sentence", "the number of positions"), kRowLimit);
    config.types = size(reader, QT_TRANSLATE_NOOP("Sentence", "the number of types"), kRowLimit);
    config.eps = reader.number<float>(QT_TRANSLATE_NOOP("Sentence", "LayerNorm's epsilon"));
    const auto block = reader.number<std::int32_t>(QT_TRANSLATE_NOOP("Sentence", "a block size"));
    if (config.width % config.heads != 0 || !(config.eps > 0 && config.eps < 1) || block != QuantisedTable::kBlock) {
        reader.refuse(
            say(QT_TRANSLATE_NOOP("Sentence", "expected a width that the heads divide, an epsilon in (0, 1) and blocks "
                                              "of 32, is width %1, %2 heads, epsilon %3, blocks of %4"),
                config.width, config.heads, config.eps, block));
    }
    return config;
}

std::vector<std::string> readPieces(ByteReader &reader, std::span<const std::byte> blob,
                                    const std::vector<std::uint32_t> &offsets)
{
    std::vector<std::string> pieces;
    pieces.reserve(offsets.size() - 1);
    for (std::size_t i = 0; i + 1 < offsets.size(); ++i) {
        if (offsets[i] > offsets[i + 1] || offsets[i + 1] > blob.size()) {
            reader.refuse(say(QT_TRANSLATE_NOOP("Sentence", "piece %1 of the vocabulary ends at %2, expected %3 to %4"),
                              i, offsets[i + 1], offsets[i], blob.size()));
        }
        pieces.emplace_back(reinterpret_cast<const char *>(blob.data()) + offsets[i], offsets[i + 1] - offsets[i]);
    }
    return pieces;
}

std::shared_ptr<CodePointMap> readNormaliser(ByteReader &reader)
{
    auto map = std::make_shared<CodePointMap>();
    const auto count = reader.number<std::int32_t>(QT_TRANSLATE_NOOP("Sentence", "the number of replacements"));
    const auto bytes = reader.number<std::uint32_t>(QT_TRANSLATE_NOOP("Sentence", "the size of the replacements"));
    const std::size_t end = reader.position() + bytes;
    for (std::int32_t i = 0; i < count; ++i) {
        const auto codePoint = reader.number<std::uint32_t>(QT_TRANSLATE_NOOP("Sentence", "a code point"));
        const auto length = reader.number<std::uint8_t>(QT_TRANSLATE_NOOP("Sentence", "a replacement's length"));
        map->add(codePoint, reader.numbers<std::uint32_t>(length, QT_TRANSLATE_NOOP("Sentence", "a replacement")));
    }
    if (count < 0 || reader.position() != end) {
        reader.refuse(say(QT_TRANSLATE_NOOP("Sentence", "expected %1 replacements to end at byte %2, they end at %3"),
                          count, end, reader.position()));
    }
    return map;
}

UnigramTables readTokenizer(ByteReader &reader, int vocabulary)
{
    UnigramTables tables;
    const int count = size(reader, "the number of pieces", vocabulary);
    tables.begin = reader.number<std::int32_t>(QT_TRANSLATE_NOOP("Sentence", "the id of <s>"));
    tables.end = reader.number<std::int32_t>(QT_TRANSLATE_NOOP("Sentence", "the id of </s>"));
    reader.number<std::int32_t>(QT_TRANSLATE_NOOP("Sentence", "the id of <pad>"));
    tables.unknown = reader.number<std::int32_t>(QT_TRANSLATE_NOOP("Sentence", "the id of <unk>"));
    const auto blobBytes = reader.number<std::uint64_t>(QT_TRANSLATE_NOOP("Sentence", "the size of the pieces"));
    const auto offsets = reader.numbers<std::uint32_t>(static_cast<std::uint64_t>(count) + 1,
                                                       QT_TRANSLATE_NOOP("Sentence", "a piece's place"));
    tables.scores =
        reader.numbers<float>(static_cast<std::uint64_t>(count), QT_TRANSLATE_NOOP("Sentence", "a piece's score"));
    tables.pieces = readPieces(reader, reader.take(blobBytes, QT_TRANSLATE_NOOP("Sentence", "the pieces")), offsets);
    tables.normaliser = readNormaliser(reader);
    return tables;
}

std::string replaced(std::string text, const std::string &from, const std::string &to)
{
    return text.replace(text.find(from), from.size(), to);
}

}  // namespace

bool E5File::isOne(const std::filesystem::path &file)
{
    std::array<char, 4> begin{};
    std::ifstream stream(file, std::ios::binary);
    return stream.read(begin.data(), begin.size()) && begin == kMagic;
}

E5File::E5File(const std::filesystem::path &file) : m_mapping(file), m_name(file.string())
{
    ByteReader reader(m_mapping.bytes(), m_name);
    m_config = readConfig(reader);
    m_tokenizer = readTokenizer(reader, m_config.vocabulary);
    const auto count = reader.number<std::int32_t>(QT_TRANSLATE_NOOP("Sentence", "the number of weights"));
    for (std::int32_t i = 0; i < count; ++i) {
        const auto length = reader.number<std::uint16_t>(QT_TRANSLATE_NOOP("Sentence", "the length of a name"));
        const auto text = reader.take(length, QT_TRANSLATE_NOOP("Sentence", "a weight's name"));
        const std::string name(reinterpret_cast<const char *>(text.data()), text.size());
        Entry entry;
        entry.type = reader.number<std::uint8_t>(QT_TRANSLATE_NOOP("Sentence", "a weight's type"));
        entry.count = reader.number<std::uint32_t>(QT_TRANSLATE_NOOP("Sentence", "a weight's size"));
        const auto offset = reader.number<std::uint64_t>(QT_TRANSLATE_NOOP("Sentence", "a weight's place"));
        const auto bytes = reader.number<std::uint64_t>(QT_TRANSLATE_NOOP("Sentence", "a weight's bytes"));
        entry.bytes = reader.range(offset, bytes, say(QT_TRANSLATE_NOOP("Sentence", "the weight %1"), name));
        if (!m_entries.emplace(name, entry).second) {
            reader.refuse(say(QT_TRANSLATE_NOOP("Sentence", "the weight %1 stands in it twice"), name));
        }
    }
}

const E5File::Entry &E5File::entry(const std::string &name, std::uint8_t type, std::int64_t count) const
{
    const auto found = m_entries.find(name);
    const bool fits = found != m_entries.end() && found->second.type == type && found->second.count == count;
    if (!fits) {
        const Sentence is = found == m_entries.end() ? say(QT_TRANSLATE_NOOP("Sentence", "there is none"))
                                                     : say(QT_TRANSLATE_NOOP("Sentence", "it has %1 of type %2"),
                                                           found->second.count, found->second.type);
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence",
                                  "%1, weight %2: expected %3 numbers of type %4 (0 = fp32, 1 = 4 bits), but %5."),
                m_name, name, count, type, is),
            say(QT_TRANSLATE_NOOP("Sentence", "Get the file again.")));
    }
    return found->second;
}

std::unique_ptr<QuantisedTable> E5File::words() const
{
    const std::int64_t rows = m_config.vocabulary;
    const Entry &words = entry("emb.word", kQuantised, rows * m_config.width);
    return std::make_unique<QuantisedTable>(words.bytes, rows, m_config.width, m_mapping.keepAlive());
}

at::Tensor E5File::tensor(const std::string &name, at::IntArrayRef shape) const
{
    const std::int64_t count = c10::multiply_integers(shape);
    const bool quantised = shape.size() == 2 && !name.starts_with("emb.");
    const Entry &found = entry(name, quantised ? kQuantised : kFloat, count);
    if (quantised) {
        return QuantisedTable(found.bytes, shape[0], shape[1], nullptr).unpacked();
    }
    if (found.bytes.size() != static_cast<std::size_t>(count) * sizeof(float)) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence", "%1, weight %2: expected %3 numbers of 4 bytes, is %4 bytes."),
                        m_name, name, count, found.bytes.size()));
    }
    at::Tensor values = at::empty(shape);
    std::memcpy(values.data_ptr<float>(), found.bytes.data(), found.bytes.size());
    return values;
}

at::Tensor E5Weights::take(const std::string &name, at::IntArrayRef shape, Init)
{
    static const std::array<std::pair<std::string, std::string>, 14> kNames{{
        {"embeddings.word_embeddings.weight", "emb.word"},
        {"embeddings.position_embeddings.weight", "emb.pos"},
        {"embeddings.token_type_embeddings.weight", "emb.type"},
        {"embeddings.LayerNorm.", "emb.ln."},
        {"attention.self.query.", "q."},
        {"attention.self.key.", "k."},
        {"attention.self.value.", "v."},
        {"attention.output.dense.", "ao."},
        {"attention.output.LayerNorm.", "aln."},
        {"intermediate.dense.", "fi."},
        {"output.dense.", "fo."},
        {"output.LayerNorm.", "oln."},
        {"encoder.layer.", "l"},
        {".weight", ".w"},
    }};
    std::string own = name;
    for (const auto &[theirs, ours] : kNames) {
        if (own.find(theirs) != std::string::npos) {
            own = replaced(own, theirs, ours);
        }
    }
    if (own.ends_with(".bias")) {
        own = replaced(own, ".bias", ".b");
    }
    return m_file.tensor(own, shape);
}

}  // namespace atlas::engine
