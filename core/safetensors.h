#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace atlas {

/// Element types of the safetensors format that this program reads and writes.
enum class DType { F64, F32, F16, BF16, I64, I32, I16, I8, U8, Bool };

std::size_t sizeOf(DType type) noexcept;
const char *dtypeName(DType type) noexcept;  ///< "F32"

/// One tensor of a file: its shape and its bytes (row-major, little-endian).
struct TensorView {
    DType dtype = DType::F32;
    std::vector<std::int64_t> shape;
    std::span<const std::byte> bytes;

    std::int64_t elements() const noexcept;
};

/// A safetensors file, memory-mapped and checked whole when opened: header size and JSON, known dtypes, shapes that
/// match their byte ranges, ranges inside the file, without holes or overlap, names unique.
/// Source: the safetensors format (8-byte little-endian header length, JSON header, data).
/// Threads: const members may be called from any thread.
class SafetensorsFile {
public:
    /// Errors: NotFound; BadInput for whatever the format forbids (says what and where).
    static SafetensorsFile open(const std::filesystem::path &file);
    /// Over bytes that the caller keeps alive (resources, tests, fuzzing). `name` is used in messages.
    static SafetensorsFile parse(std::span<const std::byte> bytes, const std::string &name);

    const std::map<std::string, TensorView> &tensors() const { return m_tensors; }
    const std::map<std::string, std::string> &metadata() const { return m_metadata; }

    bool contains(const std::string &name) const { return m_tensors.contains(name); }
    /// Errors: BadInput, naming the file and the tensor.
    const TensorView &at(const std::string &name) const;

private:
    std::string m_name;
    std::shared_ptr<const void> m_mapping;
    std::map<std::string, TensorView> m_tensors;
    std::map<std::string, std::string> m_metadata;
};

/// Writes the tensors in the given order as one step (see writeFileAtomically). The same input gives the same bytes.
/// Errors: DiskFull, Io.
void writeSafetensors(const std::filesystem::path &file, const std::vector<std::pair<std::string, TensorView>> &tensors,
                      const std::map<std::string, std::string> &metadata = {});

}  // namespace atlas
