#include "engine/tensor/pickle_machine.h"

#include "core/sentence.h"
#include "core/translatable.h"

#include <algorithm>
#include <array>

/// What the globals of a state dict stand for: dicts, storages and tensors, made here and not by the pickle.
namespace atlas::engine::pickle {
namespace {

struct GlobalEntry {
    Global global;
    const char *module;
    const char *name;
    const char *fullName;
};

constexpr std::array<GlobalEntry, 13> kGlobals{{
    {Global::OrderedDict, "collections", "OrderedDict", "collections.OrderedDict"},
    {Global::RebuildTensor, "torch._utils", "_rebuild_tensor_v2", "torch._utils._rebuild_tensor_v2"},
    {Global::RebuildParameter, "torch._utils", "_rebuild_parameter", "torch._utils._rebuild_parameter"},
    {Global::FloatStorage, "torch", "FloatStorage", "torch.FloatStorage"},
    {Global::DoubleStorage, "torch", "DoubleStorage", "torch.DoubleStorage"},
    {Global::HalfStorage, "torch", "HalfStorage", "torch.HalfStorage"},
    {Global::BFloat16Storage, "torch", "BFloat16Storage", "torch.BFloat16Storage"},
    {Global::LongStorage, "torch", "LongStorage", "torch.LongStorage"},
    {Global::IntStorage, "torch", "IntStorage", "torch.IntStorage"},
    {Global::ShortStorage, "torch", "ShortStorage", "torch.ShortStorage"},
    {Global::CharStorage, "torch", "CharStorage", "torch.CharStorage"},
    {Global::ByteStorage, "torch", "ByteStorage", "torch.ByteStorage"},
    {Global::BoolStorage, "torch", "BoolStorage", "torch.BoolStorage"},
}};

bool isStorage(Global global)
{
    return global >= Global::FloatStorage;
}

}  // namespace

const char *globalName(Global global)
{
    return std::ranges::find(kGlobals, global, &GlobalEntry::global)->fullName;
}

DType elementType(Global storage)
{
    switch (storage) {
    case Global::DoubleStorage: return DType::F64;
    case Global::HalfStorage: return DType::F16;
    case Global::BFloat16Storage: return DType::BF16;
    case Global::LongStorage: return DType::I64;
    case Global::IntStorage: return DType::I32;
    case Global::ShortStorage: return DType::I16;
    case Global::CharStorage: return DType::I8;
    case Global::ByteStorage: return DType::U8;
    case Global::BoolStorage: return DType::Bool;
    default: return DType::F32;
    }
}

void Machine::pushGlobal()
{
    const std::string module = line();
    const std::string name = line();
    for (const GlobalEntry &entry : kGlobals) {
        if (module == entry.module && name == entry.name) {
            push(entry.global);
            return;
        }
    }
    refuse(say(QT_TRANSLATE_NOOP("Sentence", "it asks for %1.%2, which a state dict does not need"), module, name));
}

/// ("storage", type, key of the archive's entry, device, elements); before PyTorch 1.6 a view into another storage
/// could follow, None for all files that are read here
void Machine::loadStorage()
{
    const Tuple &id = *popAs<const Tuple *>(QT_TRANSLATE_NOOP("Sentence", "a persistent id"));
    const bool legacy = id.items.size() == 6 && std::holds_alternative<None>(id.items[5]);
    if ((id.items.size() != 5 && !legacy) ||
        *as<const std::string *>(id.items[0], QT_TRANSLATE_NOOP("Sentence", "a persistent id's kind")) != "storage") {
        refuse(say(QT_TRANSLATE_NOOP("Sentence", "a persistent id is not a storage of five parts")));
    }
    const auto type = as<Global>(id.items[1], QT_TRANSLATE_NOOP("Sentence", "a storage's type"));
    if (!isStorage(type)) {
        refuse(say(QT_TRANSLATE_NOOP("Sentence", "a storage is said to be of type %1"), globalName(type)));
    }
    m_storages.push_back({type, *as<const std::string *>(id.items[2], QT_TRANSLATE_NOOP("Sentence", "a storage's key")),
                          as<std::int64_t>(id.items[4], QT_TRANSLATE_NOOP("Sentence", "a storage's size"))});
    push(&std::as_const(m_storages.back()));
}

void Machine::reduce()
{
    const Tuple &arguments = *popAs<const Tuple *>(QT_TRANSLATE_NOOP("Sentence", "a call's arguments"));
    const auto global = popAs<Global>(QT_TRANSLATE_NOOP("Sentence", "what is called"));
    switch (global) {
    case Global::OrderedDict:
        if (!arguments.items.empty()) {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "it makes an OrderedDict out of arguments")));
        }
        pushDict(true);
        break;
    case Global::RebuildTensor: push(rebuildTensor(arguments)); break;
    case Global::RebuildParameter:  // (tensor, requires_grad, hooks)
        if (arguments.items.size() != 3) {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "it rebuilds a parameter from %1 parts, expected 3"),
                       arguments.items.size()));
        }
        push(as<const TensorSpec *>(arguments.items[0], QT_TRANSLATE_NOOP("Sentence", "a parameter's tensor")));
        break;
    default: refuse(say(QT_TRANSLATE_NOOP("Sentence", "it calls %1"), globalName(global)));
    }
}

/// (storage, offset, sizes, strides, requires_grad, hooks [, metadata])
const TensorSpec *Machine::rebuildTensor(const Tuple &arguments)
{
    if (arguments.items.size() != 6 && arguments.items.size() != 7) {
        refuse(say(QT_TRANSLATE_NOOP("Sentence", "it rebuilds a tensor from %1 parts, expected 6 or 7"),
                   arguments.items.size()));
    }
    if (!as<Dict *>(arguments.items[5], QT_TRANSLATE_NOOP("Sentence", "a tensor's hooks"))->items.empty()) {
        refuse(say(QT_TRANSLATE_NOOP("Sentence", "a tensor has backward hooks")));
    }
    TensorSpec tensor;
    tensor.storage = as<const StorageSpec *>(arguments.items[0], QT_TRANSLATE_NOOP("Sentence", "a tensor's storage"));
    tensor.offset = as<std::int64_t>(arguments.items[1], QT_TRANSLATE_NOOP("Sentence", "a tensor's offset"));
    tensor.sizes = integers(arguments.items[2], QT_TRANSLATE_NOOP("Sentence", "a tensor's size"));
    tensor.strides = integers(arguments.items[3], QT_TRANSLATE_NOOP("Sentence", "a tensor's stride"));
    m_tensors.push_back(std::move(tensor));
    return &m_tensors.back();
}

std::vector<std::int64_t> Machine::integers(const Value &value, const char *what) const
{
    std::vector<std::int64_t> numbers;
    for (const Value &item : as<const Tuple *>(value, what)->items) {
        numbers.push_back(as<std::int64_t>(item, what));
    }
    return numbers;
}

/// The one state that a state dict sets is its `_metadata` (versions of modules), which nothing here uses.
void Machine::build()
{
    const auto *state = popAs<Dict *>(QT_TRANSLATE_NOOP("Sentence", "BUILD's state"));
    if (m_stack.empty() || !as<Dict *>(m_stack.back(), QT_TRANSLATE_NOOP("Sentence", "BUILD's object"))->ordered) {
        refuse(say(QT_TRANSLATE_NOOP("Sentence", "it sets the state of something that is not an OrderedDict")));
    }
    for (const auto &[key, value] : state->items) {
        if (*as<const std::string *>(key, QT_TRANSLATE_NOOP("Sentence", "an attribute's name")) != "_metadata") {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "it sets the attribute %1 of an OrderedDict"),
                       *std::get<const std::string *>(key)));
        }
    }
}

}  // namespace atlas::engine::pickle
