#include "engine/tensor/pickle_state_dict.h"

#include "core/error.h"
#include "core/mapped_file.h"
#include "engine/tensor/legacy_archive.h"
#include "engine/tensor/pickle_machine.h"
#include "engine/tensor/stored_zip.h"

#include <torch/torch.h>

namespace atlas::engine {
namespace {

using pickle::Global;
using pickle::StorageSpec;
using pickle::TensorSpec;

constexpr std::size_t kMaxPickleBytes = 64 << 20;
constexpr std::size_t kMaxDimensions = 8;
constexpr std::string_view kPickleEntry = "/data.pkl";

/// Turns what the pickle says about tensors into tensors; trusts none of its numbers.
class StateDictReader {
public:
    StateDictReader(std::span<const std::byte> archive, const std::string &name, HalfAs half)
        : m_name(name), m_half(half),
          m_entries(isLegacyArchive(archive) ? readLegacyArchive(archive, name) : readStoredZip(archive, name))
    {
    }

    StateDict read()
    {
        pickle::Machine machine(findPickle(), m_name);
        const pickle::Value result = machine.run();
        const auto *const *dict = std::get_if<pickle::Dict *>(&result);
        if (dict == nullptr) {
            refuse("it does not hold a dict of tensors");
        }
        StateDict tensors;
        for (const auto &[key, value] : (*dict)->items) {
            const auto *const *name = std::get_if<const std::string *>(&key);
            if (name == nullptr) {
                refuse("one of its keys is not a text");
            }
            const auto *const *tensor = std::get_if<const TensorSpec *>(&value);
            if (tensor == nullptr) {
                refuse("its entry " + **name + " is not a tensor");
            }
            if (!tensors.emplace(**name, makeTensor(**name, **tensor)).second) {
                refuse("the name " + **name + " stands twice in it");
            }
        }
        return tensors;
    }

private:
    [[noreturn]] void refuse(const std::string &what) const
    {
        throw Error(ErrorCode::BadInput, m_name + " is refused: " + what + ".",
                    "Only plain state dicts are read. Use the model's safetensors file, or save the state dict alone.");
    }

    std::span<const std::byte> findPickle()
    {
        for (const auto &[entry, bytes] : m_entries) {
            if (entry.ends_with(kPickleEntry)) {
                if (bytes.size() > kMaxPickleBytes) {
                    refuse("its pickle has " + std::to_string(bytes.size()) + " bytes, at most " +
                           std::to_string(kMaxPickleBytes) + " are read");
                }
                m_folder = entry.substr(0, entry.size() - kPickleEntry.size());
                refuseOtherByteOrder();
                return bytes;
            }
        }
        refuse("it holds no data.pkl");
    }

    void refuseOtherByteOrder() const
    {
        const auto order = m_entries.find(m_folder + "/byteorder");
        if (order != m_entries.end() &&
            std::string(reinterpret_cast<const char *>(order->second.data()), order->second.size()) != "little") {
            refuse("it was written on a big-endian machine");
        }
    }

    at::Tensor makeTensor(const std::string &name, const TensorSpec &spec)
    {
        checkGeometry(name, spec);
        return storageOf(*spec.storage).as_strided(spec.sizes, spec.strides, spec.offset);
    }

    void checkGeometry(const std::string &name, const TensorSpec &spec) const
    {
        if (spec.sizes.size() != spec.strides.size() || spec.sizes.size() > kMaxDimensions) {
            refuse("tensor " + name + " has " + std::to_string(spec.sizes.size()) + " sizes and " +
                   std::to_string(spec.strides.size()) + " strides");
        }
        const std::int64_t available = spec.storage->elements;
        std::int64_t elements = 1;
        std::int64_t last = spec.offset;
        bool overflow = spec.offset < 0;
        for (std::size_t i = 0; i < spec.sizes.size(); ++i) {
            const std::int64_t size = spec.sizes[i];
            std::int64_t reach = 0;
            overflow |= size < 0 || spec.strides[i] < 0;
            overflow |= __builtin_mul_overflow(elements, size, &elements);
            overflow |= __builtin_mul_overflow(size > 0 ? size - 1 : 0, spec.strides[i], &reach);
            overflow |= __builtin_add_overflow(last, reach, &last);
        }
        // More elements than the storage has would be a small file that asks for much memory.
        if (overflow || elements > available || (elements > 0 ? last >= available : spec.offset > available)) {
            refuse("tensor " + name + " reaches outside its storage " + spec.storage->key + " of " +
                   std::to_string(available) + " elements");
        }
    }

    at::Tensor storageOf(const StorageSpec &spec)
    {
        const auto known = m_storages.find(spec.key);
        if (known != m_storages.end()) {
            if (known->second.type != spec.type) {
                refuse("storage " + spec.key + " is used with two element types");
            }
            return known->second.tensor;
        }
        const auto entry = m_entries.find(m_folder + "/data/" + spec.key);
        if (entry == m_entries.end()) {
            refuse("its storage " + spec.key + " is missing");
        }
        TensorView view{elementType(spec.type), {spec.elements}, entry->second};
        const std::uint64_t expected = static_cast<std::uint64_t>(spec.elements) * sizeOf(view.dtype);
        if (spec.elements < 0 || spec.elements > INT64_MAX / 8 || expected != view.bytes.size()) {
            refuse("storage " + spec.key + " has " + std::to_string(view.bytes.size()) + " bytes, the pickle says " +
                   std::to_string(spec.elements) + " elements of type " + dtypeName(view.dtype));
        }
        return m_storages.emplace(spec.key, Storage{spec.type, toTensor(view, m_half)}).first->second.tensor;
    }

    struct Storage {
        Global type;
        at::Tensor tensor;  ///< (elements)
    };

    const std::string &m_name;
    HalfAs m_half;
    std::map<std::string, std::span<const std::byte>> m_entries;
    std::string m_folder;
    std::map<std::string, Storage> m_storages;
};

}  // namespace

StateDict loadPickledStateDict(const std::filesystem::path &file, HalfAs half)
{
    const MappedFile mapped(file);
    return parsePickledStateDict(mapped.bytes(), file.string(), half);
}

StateDict parsePickledStateDict(std::span<const std::byte> archive, const std::string &name, HalfAs half)
{
    return StateDictReader(archive, name, half).read();
}

}  // namespace atlas::engine
