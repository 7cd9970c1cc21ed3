#pragma once

#include "core/safetensors.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace atlas::engine::pickle {

/// The only globals a pickle may name. None of them is ever called: each stands for what this reader does itself.
enum class Global {
    OrderedDict,
    RebuildTensor,
    RebuildParameter,
    FloatStorage,
    DoubleStorage,
    HalfStorage,
    BFloat16Storage,
    LongStorage,
    IntStorage,
    ShortStorage,
    CharStorage,
    ByteStorage,
    BoolStorage
};

const char *globalName(Global global);  ///< "torch.FloatStorage"
DType elementType(Global storage);      ///< Requires: a storage

struct Tuple;
struct List;
struct Dict;
struct TensorSpec;
struct StorageSpec;

struct None {};
struct Mark {};

/// A value on the machine's stack. Pointers lead into the machine's arenas and live as long as the machine.
using Value = std::variant<None, Mark, bool, std::int64_t, const std::string *, Global, const Tuple *, List *, Dict *,
                           const StorageSpec *, const TensorSpec *>;

struct Tuple {
    std::vector<Value> items;
};

struct List {
    std::vector<Value> items;
};

struct Dict {
    std::vector<std::pair<Value, Value>> items;  ///< in the order of insertion
    bool ordered = false;                        ///< a collections.OrderedDict
};

/// A storage named by the pickle: an entry of the archive and how to read it.
struct StorageSpec {
    Global type = Global::FloatStorage;
    std::string key;
    std::int64_t elements = 0;
};

/// A tensor as the pickle describes it: unchecked numbers.
struct TensorSpec {
    const StorageSpec *storage = nullptr;
    std::int64_t offset = 0;
    std::vector<std::int64_t> sizes;
    std::vector<std::int64_t> strides;
};

/// Runs a protocol-2 pickle of a state dict. It knows the opcodes and globals such a file needs and refuses every
/// other one by name; nothing is imported, called or constructed on the pickle's behalf.
/// Errors: BadInput.
/// Source: the opcodes as Python's pickletools documents them; the tensors as torch.save writes them.
class Machine {
public:
    Machine(std::span<const std::byte> program, std::string name);

    /// The value left by STOP.
    Value run();

    /// How many bytes of the program were read; after run(), what follows the pickle begins there.
    std::size_t position() const { return m_position; }

    /// Every storage that the program named, in its order.
    const std::deque<StorageSpec> &storages() const { return m_storages; }

private:
    [[noreturn]] void refuse(const Sentence &what) const;

    std::uint8_t byte();
    std::span<const std::byte> take(std::uint64_t count);
    std::uint64_t number(int bytes);
    std::string line();
    std::int64_t longInteger();

    bool step(std::uint8_t opcode);
    Value pop();
    const std::vector<Value> &popToMark(std::vector<Value> &items);
    template <class Wanted>
    Wanted popAs(const char *what);
    template <class Wanted>
    Wanted as(const Value &value, const char *what) const;

    void push(Value value);
    void pushTuple(std::vector<Value> items);
    void pushLast(int count);
    void pushString(std::uint64_t length);
    void pushGlobal();
    void pushDict(bool ordered);
    void remember(std::uint64_t place);
    void recall(std::uint64_t place);
    void append(const std::vector<Value> &items);
    void setItems(Dict *dict, const std::vector<Value> &keysAndValues);
    void loadStorage();
    void reduce();
    void build();
    const TensorSpec *rebuildTensor(const Tuple &arguments);
    std::vector<std::int64_t> integers(const Value &value, const char *what) const;

    std::span<const std::byte> m_program;
    std::string m_name;
    std::size_t m_position = 0;
    std::vector<Value> m_stack;
    std::map<std::uint64_t, Value> m_memo;
    std::deque<std::string> m_strings;
    std::deque<Tuple> m_tuples;
    std::deque<List> m_lists;
    std::deque<Dict> m_dicts;
    std::deque<StorageSpec> m_storages;
    std::deque<TensorSpec> m_tensors;
};

template <class Wanted>
Wanted Machine::as(const Value &value, const char *what) const
{
    if (const auto *wanted = std::get_if<Wanted>(&value)) {
        return *wanted;
    }
    refuse(say(QT_TRANSLATE_NOOP("Sentence", "%1 is not of the kind a state dict has there"), say(what)));
}

template <class Wanted>
Wanted Machine::popAs(const char *what)
{
    return as<Wanted>(pop(), what);
}

}  // namespace atlas::engine::pickle
