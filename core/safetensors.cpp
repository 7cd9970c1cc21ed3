#include "core/safetensors.h"

#include "core/error.h"
#include "core/files.h"
#include "core/mapped_file.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <optional>
#include <set>

namespace atlas {
namespace {

static_assert(std::endian::native == std::endian::little, "tensor bytes are used as they lie in the file");

using nlohmann::json;

constexpr std::uint64_t kLengthBytes = 8;
constexpr std::uint64_t kMaxHeaderBytes = 100'000'000;
constexpr int kMaxJsonDepth = 4;
constexpr const char *kMetadataKey = "__metadata__";

struct DTypeEntry {
    DType type;
    const char *name;
    std::size_t size;
};

constexpr std::array<DTypeEntry, 10> kDTypes{{
    {DType::F64, "F64", 8},
    {DType::F32, "F32", 4},
    {DType::F16, "F16", 2},
    {DType::BF16, "BF16", 2},
    {DType::I64, "I64", 8},
    {DType::I32, "I32", 4},
    {DType::I16, "I16", 2},
    {DType::I8, "I8", 1},
    {DType::U8, "U8", 1},
    {DType::Bool, "BOOL", 1},
}};

const DTypeEntry &entryOf(DType type) noexcept
{
    return *std::ranges::find(kDTypes, type, &DTypeEntry::type);
}

/// Reads one file's header; everything it refuses is named with the file and the tensor.
class HeaderReader {
public:
    HeaderReader(std::span<const std::byte> bytes, const std::string &name) : m_bytes(bytes), m_name(name) {}

    void read(std::map<std::string, TensorView> &tensors, std::map<std::string, std::string> &metadata)
    {
        const json header = parseHeader();
        for (const auto &[key, value] : header.items()) {
            if (key == kMetadataKey) {
                readMetadata(value, metadata);
            } else {
                tensors.emplace(key, readTensor(key, value));
            }
        }
        refuseHolesAndOverlaps();
    }

private:
    [[noreturn]] void refuse(const Sentence &what) const
    {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence", "%1 is not a sound safetensors file: %2."), m_name, what),
                    say(QT_TRANSLATE_NOOP("Sentence", "The file may be cut off or damaged; get it again.")));
    }

    json parseHeader()
    {
        if (m_bytes.size() < kLengthBytes) {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "it has %1 bytes, expected at least 8 for the header's length"),
                       m_bytes.size()));
        }
        std::uint64_t length = 0;
        for (std::uint64_t i = 0; i < kLengthBytes; ++i) {
            length |= std::to_integer<std::uint64_t>(m_bytes[i]) << (8 * i);
        }
        if (length > kMaxHeaderBytes) {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "its header claims %1 bytes, at most %2 are allowed"), length,
                       kMaxHeaderBytes));
        }
        if (length > m_bytes.size() - kLengthBytes) {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "its header claims %1 bytes, but only %2 follow"), length,
                       m_bytes.size() - kLengthBytes));
        }
        m_data = m_bytes.subspan(kLengthBytes + length);
        const char *text = reinterpret_cast<const char *>(m_bytes.data()) + kLengthBytes;
        if (length == 0 || text[0] != '{') {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "its header does not begin with {")));
        }
        try {
            return json::parse(text, text + length, uniqueKeys());
        } catch (const json::exception &error) {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "its header is not valid JSON (%1)"), error.what()));
        }
    }

    /// The JSON library keeps the last of two equal keys; here both are an error.
    json::parser_callback_t uniqueKeys()
    {
        return [this, seen = std::vector<std::set<std::string>>()](int depth, json::parse_event_t event,
                                                                   json &parsed) mutable {
            if (depth > kMaxJsonDepth) {
                refuse(say(QT_TRANSLATE_NOOP("Sentence", "its header is nested too deeply")));
            }
            if (event == json::parse_event_t::object_start) {
                seen.emplace_back();
            } else if (event == json::parse_event_t::object_end) {
                seen.pop_back();
            } else if (event == json::parse_event_t::key) {
                const auto &key = parsed.get_ref<const std::string &>();
                if (!seen.back().insert(key).second) {
                    refuse(say(QT_TRANSLATE_NOOP("Sentence", "the name %1 stands twice in its header"), key));
                }
            }
            return true;
        };
    }

    void readMetadata(const json &value, std::map<std::string, std::string> &metadata) const
    {
        if (!value.is_object()) {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "__metadata__ is not an object")));
        }
        for (const auto &[key, text] : value.items()) {
            if (!text.is_string()) {
                refuse(say(QT_TRANSLATE_NOOP("Sentence", "__metadata__.%1 is not a string"), key));
            }
            metadata.emplace(key, text.get<std::string>());
        }
    }

    TensorView readTensor(const std::string &name, const json &value)
    {
        if (!value.is_object() || value.size() != 3 || !value.contains("dtype") || !value.contains("shape") ||
            !value.contains("data_offsets")) {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "tensor %1 does not have exactly dtype, shape and data_offsets"),
                       name));
        }
        TensorView view;
        view.dtype = readDType(name, value["dtype"]);
        std::uint64_t expected = sizeOf(view.dtype);
        const json &shape = value["shape"];
        if (!shape.is_array()) {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "the shape of tensor %1 is not a list"), name));
        }
        for (const json &side : shape) {
            if (!side.is_number_unsigned() || side.get<std::uint64_t>() > INT64_MAX) {
                refuse(say(QT_TRANSLATE_NOOP("Sentence", "the shape of tensor %1 holds %2, which is not a size"), name,
                           side.dump()));
            }
            view.shape.push_back(side.get<std::int64_t>());
            if (__builtin_mul_overflow(expected, side.get<std::uint64_t>(), &expected) || expected > INT64_MAX) {
                refuse(say(QT_TRANSLATE_NOOP("Sentence", "tensor %1 of shape %2 is larger than memory can be"), name,
                           shape.dump()));
            }
        }
        view.bytes = readRange(name, value["data_offsets"], expected);
        return view;
    }

    DType readDType(const std::string &name, const json &value) const
    {
        if (value.is_string()) {
            for (const DTypeEntry &entry : kDTypes) {
                if (value.get_ref<const std::string &>() == entry.name) {
                    return entry.type;
                }
            }
        }
        refuse(say(QT_TRANSLATE_NOOP("Sentence", "tensor %1 has the unknown element type %2"), name, value.dump()));
    }

    std::span<const std::byte> readRange(const std::string &name, const json &offsets, std::uint64_t expected)
    {
        if (!offsets.is_array() || offsets.size() != 2 || !offsets[0].is_number_unsigned() ||
            !offsets[1].is_number_unsigned()) {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "the data_offsets of tensor %1 are not two positions"), name));
        }
        const auto begin = offsets[0].get<std::uint64_t>();
        const auto end = offsets[1].get<std::uint64_t>();
        if (begin > end || end > m_data.size()) {
            refuse(say(
                QT_TRANSLATE_NOOP("Sentence", "tensor %1 lies at bytes %2 to %3, but the file holds %4 bytes of data"),
                name, begin, end, m_data.size()));
        }
        if (end - begin != expected) {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "tensor %1 has %2 bytes, its shape and type need %3"), name,
                       end - begin, expected));
        }
        m_ranges.push_back({begin, end, name});
        return m_data.subspan(begin, end - begin);
    }

    void refuseHolesAndOverlaps()
    {
        std::ranges::sort(m_ranges, {}, [](const Range &range) { return std::pair(range.begin, range.end); });
        std::uint64_t position = 0;
        for (const Range &range : m_ranges) {
            if (range.begin < position) {
                refuse(say(QT_TRANSLATE_NOOP("Sentence", "tensor %1 overlaps the one before it"), range.name));
            }
            if (range.begin > position) {
                refuse(say(QT_TRANSLATE_NOOP("Sentence", "bytes %1 to %2 of its data belong to no tensor"), position,
                           range.begin));
            }
            position = range.end;
        }
        if (position != m_data.size()) {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "%1 bytes follow the last tensor"), m_data.size() - position));
        }
    }

    struct Range {
        std::uint64_t begin;
        std::uint64_t end;
        std::string name;
    };

    std::span<const std::byte> m_bytes;
    std::span<const std::byte> m_data;
    const std::string &m_name;
    std::vector<Range> m_ranges;
};

std::string makeHeader(const std::vector<std::pair<std::string, TensorView>> &tensors,
                       const std::map<std::string, std::string> &metadata)
{
    nlohmann::ordered_json header = nlohmann::ordered_json::object();
    if (!metadata.empty()) {
        header[kMetadataKey] = metadata;
    }
    std::uint64_t position = 0;
    std::set<std::string> names{kMetadataKey};
    for (const auto &[name, view] : tensors) {
        if (!names.insert(name).second) {
            throw Error(ErrorCode::Internal, "The tensor name " + name + " was to be written twice.");
        }
        if (view.bytes.size() != static_cast<std::size_t>(view.elements()) * sizeOf(view.dtype)) {
            throw Error(ErrorCode::Internal, "Tensor " + name + " has " + std::to_string(view.bytes.size()) +
                                                 " bytes, which does not fit its shape and type.");
        }
        header[name] = {{"dtype", dtypeName(view.dtype)},
                        {"shape", view.shape},
                        {"data_offsets", {position, position + view.bytes.size()}}};
        position += view.bytes.size();
    }
    std::string text;
    try {
        text = header.dump();
    } catch (const json::exception &error) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence", "A tensor's name or the metadata is not UTF-8: %1"), error.what()));
    }
    text.resize((text.size() + 7) / 8 * 8, ' ');  // the data then begin at a multiple of 8
    return text;
}

}  // namespace

std::size_t sizeOf(DType type) noexcept
{
    return entryOf(type).size;
}

const char *dtypeName(DType type) noexcept
{
    return entryOf(type).name;
}

std::int64_t TensorView::elements() const noexcept
{
    std::int64_t count = 1;
    for (const std::int64_t side : shape) {
        count *= side;
    }
    return count;
}

SafetensorsFile SafetensorsFile::open(const std::filesystem::path &file)
{
    const MappedFile mapped(file);
    SafetensorsFile result = parse(mapped.bytes(), file.string());
    result.m_mapping = mapped.keepAlive();
    return result;
}

SafetensorsFile SafetensorsFile::parse(std::span<const std::byte> bytes, const std::string &name)
{
    SafetensorsFile result;
    result.m_name = name;
    HeaderReader(bytes, name).read(result.m_tensors, result.m_metadata);
    return result;
}

const TensorView &SafetensorsFile::at(const std::string &name) const
{
    const auto found = m_tensors.find(name);
    if (found == m_tensors.end()) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence", "%1 does not hold the tensor %2."), m_name, name));
    }
    return found->second;
}

void writeSafetensors(const std::filesystem::path &file, const std::vector<std::pair<std::string, TensorView>> &tensors,
                      const std::map<std::string, std::string> &metadata)
{
    const std::string header = makeHeader(tensors, metadata);
    std::array<std::byte, kLengthBytes> length{};
    for (std::size_t i = 0; i < length.size(); ++i) {
        length[i] = static_cast<std::byte>(header.size() >> (8 * i) & 0xff);
    }
    writeFileAtomically(file, [&](const AppendBytes &append) {
        append(length);
        append(std::as_bytes(std::span(header)));
        for (const auto &[name, view] : tensors) {
            append(view.bytes);
        }
    });
}

}  // namespace atlas
