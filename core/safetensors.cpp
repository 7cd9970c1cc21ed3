#include "core/safetensors.h"

#include "core/error.h"
#include "core/files.h"
#include "core/mapped_file.h"

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
    [[noreturn]] void refuse(const std::string &what) const
    {
        throw Error(ErrorCode::BadInput, m_name + " is not a sound safetensors file: " + what + ".",
                    "The file may be cut off or damaged; get it again.");
    }

    json parseHeader()
    {
        if (m_bytes.size() < kLengthBytes) {
            refuse("it has " + std::to_string(m_bytes.size()) + " bytes, expected at least 8 for the header's length");
        }
        std::uint64_t length = 0;
        for (std::uint64_t i = 0; i < kLengthBytes; ++i) {
            length |= std::to_integer<std::uint64_t>(m_bytes[i]) << (8 * i);
        }
        if (length > kMaxHeaderBytes) {
            refuse("its header claims " + std::to_string(length) + " bytes, at most " +
                   std::to_string(kMaxHeaderBytes) + " are allowed");
        }
        if (length > m_bytes.size() - kLengthBytes) {
            refuse("its header claims " + std::to_string(length) + " bytes, but only " +
                   std::to_string(m_bytes.size() - kLengthBytes) + " follow");
        }
        m_data = m_bytes.subspan(kLengthBytes + length);
        const char *text = reinterpret_cast<const char *>(m_bytes.data()) + kLengthBytes;
        if (length == 0 || text[0] != '{') {
            refuse("its header does not begin with {");
        }
        try {
            return json::parse(text, text + length, uniqueKeys());
        } catch (const json::exception &error) {
            refuse(std::string("its header is not valid JSON (") + error.what() + ")");
        }
    }

    /// The JSON library keeps the last of two equal keys; here both are an error.
    json::parser_callback_t uniqueKeys()
    {
        return [this, seen = std::vector<std::set<std::string>>()](int depth, json::parse_event_t event,
                                                                   json &parsed) mutable {
            if (depth > kMaxJsonDepth) {
                refuse("its header is nested too deeply");
            }
            if (event == json::parse_event_t::object_start) {
                seen.emplace_back();
            } else if (event == json::parse_event_t::object_end) {
                seen.pop_back();
            } else if (event == json::parse_event_t::key) {
                const auto &key = parsed.get_ref<const std::string &>();
                if (!seen.back().insert(key).second) {
                    refuse("the name " + key + " stands twice in its header");
                }
            }
            return true;
        };
    }

    void readMetadata(const json &value, std::map<std::string, std::string> &metadata) const
    {
        if (!value.is_object()) {
            refuse("__metadata__ is not an object");
        }
        for (const auto &[key, text] : value.items()) {
            if (!text.is_string()) {
                refuse("__metadata__." + key + " is not a string");
            }
            metadata.emplace(key, text.get<std::string>());
        }
    }

    TensorView readTensor(const std::string &name, const json &value)
    {
        if (!value.is_object() || value.size() != 3 || !value.contains("dtype") || !value.contains("shape") ||
            !value.contains("data_offsets")) {
            refuse("tensor " + name + " does not have exactly dtype, shape and data_offsets");
        }
        TensorView view;
        view.dtype = readDType(name, value["dtype"]);
        std::uint64_t expected = sizeOf(view.dtype);
        const json &shape = value["shape"];
        if (!shape.is_array()) {
            refuse("the shape of tensor " + name + " is not a list");
        }
        for (const json &side : shape) {
            if (!side.is_number_unsigned() || side.get<std::uint64_t>() > INT64_MAX) {
                refuse("the shape of tensor " + name + " holds " + side.dump() + ", which is not a size");
            }
            view.shape.push_back(side.get<std::int64_t>());
            if (__builtin_mul_overflow(expected, side.get<std::uint64_t>(), &expected) || expected > INT64_MAX) {
                refuse("tensor " + name + " of shape " + shape.dump() + " is larger than memory can be");
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
        refuse("tensor " + name + " has the unknown element type " + value.dump());
    }

    std::span<const std::byte> readRange(const std::string &name, const json &offsets, std::uint64_t expected)
    {
        if (!offsets.is_array() || offsets.size() != 2 || !offsets[0].is_number_unsigned() ||
            !offsets[1].is_number_unsigned()) {
            refuse("the data_offsets of tensor " + name + " are not two positions");
        }
        const auto begin = offsets[0].get<std::uint64_t>();
        const auto end = offsets[1].get<std::uint64_t>();
        if (begin > end || end > m_data.size()) {
            refuse("tensor " + name + " lies at bytes " + std::to_string(begin) + " to " + std::to_string(end) +
                   ", but the file holds " + std::to_string(m_data.size()) + " bytes of data");
        }
        if (end - begin != expected) {
            refuse("tensor " + name + " has " + std::to_string(end - begin) + " bytes, its shape and type need " +
                   std::to_string(expected));
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
                refuse("tensor " + range.name + " overlaps the one before it");
            }
            if (range.begin > position) {
                refuse("bytes " + std::to_string(position) + " to " + std::to_string(range.begin) +
                       " of its data belong to no tensor");
            }
            position = range.end;
        }
        if (position != m_data.size()) {
            refuse(std::to_string(m_data.size() - position) + " bytes follow the last tensor");
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
        throw Error(ErrorCode::BadInput, std::string("A tensor's name or the metadata is not UTF-8: ") + error.what());
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
        throw Error(ErrorCode::BadInput, m_name + " does not hold the tensor " + name + ".");
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
