#include "engine/tensor/legacy_archive.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/tensor/pickle_machine.h"

#include <algorithm>
#include <array>

namespace atlas::engine {
namespace {

/// Two pickles, byte for byte as torch.save writes them: 0x1950a86a20f9469cfc6c and 1001.
constexpr std::array<unsigned char, 21> kBegin{0x80, 0x02, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a,
                                               0xa8, 0x50, 0x19, 0x2e, 0x80, 0x02, 0x4d, 0xe9, 0x03, 0x2e};

[[noreturn]] void refuse(const std::string &name, const Sentence &what)
{
    throw Error(ErrorCode::BadInput, say(QT_TRANSLATE_NOOP("Sentence", "%1 is refused: %2."), name, what),
                say(QT_TRANSLATE_NOOP(
                    "Sentence", "Only plain state dicts are read. The file may be cut off or damaged; get it again.")));
}

/// An int64 before each storage says how many elements follow.
std::uint64_t elementCount(std::span<const std::byte> bytes)
{
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < sizeof count; ++i) {
        count |= std::to_integer<std::uint64_t>(bytes[i]) << (8 * i);
    }
    return count;
}

void requireLittleEndian(const pickle::Value &system, const std::string &name)
{
    const auto *const *dict = std::get_if<pickle::Dict *>(&system);
    if (dict == nullptr) {
        refuse(name, say(QT_TRANSLATE_NOOP("Sentence", "it does not say which system wrote it")));
    }
    for (const auto &[key, value] : (*dict)->items) {
        const auto *const *text = std::get_if<const std::string *>(&key);
        const bool *little = std::get_if<bool>(&value);
        if (text != nullptr && **text == "little_endian" && little != nullptr && *little) {
            return;
        }
    }
    refuse(name, say(QT_TRANSLATE_NOOP("Sentence", "it was not written on a little-endian machine")));
}

}  // namespace

bool isLegacyArchive(std::span<const std::byte> archive)
{
    return archive.size() >= kBegin.size() &&
           std::equal(kBegin.begin(), kBegin.end(), archive.begin(),
                      [](unsigned char expected, std::byte found) { return std::byte{expected} == found; });
}

std::map<std::string, std::span<const std::byte>> readLegacyArchive(std::span<const std::byte> archive,
                                                                    const std::string &name)
{
    std::span<const std::byte> rest = archive.subspan(kBegin.size());
    pickle::Machine system(rest, name);
    requireLittleEndian(system.run(), name);
    rest = rest.subspan(system.position());

    std::map<std::string, std::span<const std::byte>> entries;
    pickle::Machine object(rest, name);
    object.run();
    entries.emplace("archive/data.pkl", rest.first(object.position()));
    rest = rest.subspan(object.position());

    std::map<std::string, std::size_t> elementSizes;
    for (const pickle::StorageSpec &storage : object.storages()) {
        elementSizes.emplace(storage.key, sizeOf(elementType(storage.type)));
    }
    pickle::Machine keys(rest, name);
    const pickle::Value listed = keys.run();
    rest = rest.subspan(keys.position());
    const auto *const *list = std::get_if<pickle::List *>(&listed);
    if (list == nullptr) {
        refuse(name, say(QT_TRANSLATE_NOOP("Sentence", "it does not list its storages")));
    }
    for (const pickle::Value &item : (*list)->items) {
        const auto *const *key = std::get_if<const std::string *>(&item);
        const auto size = key == nullptr ? elementSizes.end() : elementSizes.find(**key);
        if (size == elementSizes.end()) {
            refuse(name, say(QT_TRANSLATE_NOOP("Sentence", "it lists a storage that no tensor has")));
        }
        if (rest.size() < sizeof(std::uint64_t)) {
            refuse(name, say(QT_TRANSLATE_NOOP("Sentence", "it ends before its storage %1"), **key));
        }
        const std::uint64_t elements = elementCount(rest);
        rest = rest.subspan(sizeof(std::uint64_t));
        if (elements > rest.size() / size->second) {
            refuse(name, say(QT_TRANSLATE_NOOP("Sentence", "its storage %1 of %2 elements reaches beyond its end"),
                             **key, elements));
        }
        if (!entries.emplace("archive/data/" + **key, rest.first(elements * size->second)).second) {
            refuse(name, say(QT_TRANSLATE_NOOP("Sentence", "it lists the storage %1 twice"), **key));
        }
        rest = rest.subspan(elements * size->second);
    }
    return entries;
}

}  // namespace atlas::engine
