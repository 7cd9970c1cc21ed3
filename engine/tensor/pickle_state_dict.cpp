#include "engine/tensor/pickle_state_dict.h"

#include "core/error.h"
#include "core/mapped_file.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/tensor/legacy_archive.h"
#include "engine/tensor/pickle_machine.h"
#include "engine/tensor/stored_zip.h"

#include <torch/types.h>

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
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "it does not hold a dict of tensors")));
        }
        StateDict tensors;
        for (const auto &[key, value] : (*dict)->items) {
            const auto *const *name = std::get_if<const std::string *>(&key);
            if (name == nullptr) {
                refuse(say(QT_TRANSLATE_NOOP("Sentence", "one of its keys is not a text")));
            }
            const auto *const *tensor = std::get_if<const TensorSpec *>(&value);
            if (tensor == nullptr) {
                refuse(say(QT_TRANSLATE_NOOP("Sentence", "its entry %1 is not a tensor"), **name));
            }
            if (!tensors.emplace(**name, makeTensor(**name, **tensor)).second) {
                refuse(say(QT_TRANSLATE_NOOP("Sentence", "the name %1 stands twice in it"), **name));
            }
        }
        return tensors;
    }

private:
    [[noreturn]] void refuse(const Sentence &what) const
    {
        throw Error(
            ErrorCode::BadInput, say(QT_TRANSLATE_NOOP("Sentence", "%1 is refused: %2."), m_name, what),
            say(QT_TRANSLATE_NOOP(
                "Sentence",
                "Only plain state dicts are read. Use the model's safetensors file, or save the state dict alone.")));
    }

    std::span<const std::byte> findPickle()
    {
        for (const auto &[entry, bytes] : m_entries) {
            if (entry.ends_with(kPickleEntry)) {
                if (bytes.size() > kMaxPickleBytes) {
                    refuse(say(QT_TRANSLATE_NOOP("Sentence", "its pickle has %1 bytes, at most %2 are read"),
                               bytes.size(), kMaxPickleBytes));
                }
                m_folder = entry.substr(0, entry.size() - kPickleEntry.size());
                refuseOtherByteOrder();
                return bytes;
            }
        }
        refuse(say(QT_TRANSLATE_NOOP("Sentence", "it holds no data.pkl")));
    }

    void refuseOtherByteOrder() const
    {
        const auto order = m_entries.find(m_folder + "/byteorder");
        if (order != m_entries.end() &&
            std::string(reinterpret_cast<const char *>(order->second.data()), order->second.size()) != "little") {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "it was written on a big-endian machine")));
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
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "tensor %1 has %2 sizes and %3 strides"), name, spec.sizes.size(),
                       spec.strides.size()));
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
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "tensor %1 reaches outside its storage %2 of %3 elements"), name,
                       spec.storage->key, available));
        }
    }

    at::Tensor storageOf(const StorageSpec &spec)
    {
        const auto known = m_storages.find(spec.key);
        if (known != m_storages.end()) {
            if (known->second.type != spec.type) {
                refuse(say(QT_TRANSLATE_NOOP("Sentence", "storage %1 is used with two element types"), spec.key));
            }
            return known->second.tensor;
        }
        const auto entry = m_entries.find(m_folder + "/data/" + spec.key);
        if (entry == m_entries.end()) {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "its storage %1 is missing"), spec.key));
        }
        TensorView view{elementType(spec.type), {spec.elements}, entry->second};
        const std::uint64_t expected = static_cast<std::uint64_t>(spec.elements) * sizeOf(view.dtype);
        if (spec.elements < 0 || spec.elements > INT64_MAX / 8 || expected != view.bytes.size()) {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "storage %1 has %2 bytes, the pickle says %3 elements of type %4"),
                       spec.key, view.bytes.size(), spec.elements, dtypeName(view.dtype)));
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
