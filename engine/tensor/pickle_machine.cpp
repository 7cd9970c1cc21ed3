#include "engine/tensor/pickle_machine.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <algorithm>
#include <utility>

namespace atlas::engine::pickle {
namespace {

/// The opcodes, by the names pickletools gives them.
enum Opcode : std::uint8_t {
    Proto = 0x80,
    Stop = '.',
    MarkOp = '(',
    GlobalOp = 'c',
    BinPut = 'q',
    LongBinPut = 'r',
    BinGet = 'h',
    LongBinGet = 'j',
    EmptyTuple = ')',
    TupleOp = 't',
    Tuple1 = 0x85,
    Tuple2 = 0x86,
    Tuple3 = 0x87,
    EmptyList = ']',
    Append = 'a',
    Appends = 'e',
    EmptyDict = '}',
    SetItem = 's',
    SetItems = 'u',
    BinUnicode = 'X',
    BinInt = 'J',
    BinInt1 = 'K',
    BinInt2 = 'M',
    Long1 = 0x8a,
    NewTrue = 0x88,
    NewFalse = 0x89,
    NoneOp = 'N',
    BinPersId = 'Q',
    Reduce = 'R',
    Build = 'b'
};

std::string hexByte(std::uint8_t byte)
{
    constexpr char kDigits[] = "0123456789abcdef";
    std::string text = "0x";
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
    if (byte > 0x20 && byte < 0x7f) {
        text += std::string(" '") + static_cast<char>(byte) + "'";
    }
    return text;
}

}  // namespace

Machine::Machine(std::span<const std::byte> program, std::string name) : m_program(program), m_name(std::move(name)) {}

void Machine::refuse(const Sentence &what) const
{
    throw Error(
        ErrorCode::BadInput,
        say(QT_TRANSLATE_NOOP("Sentence", "%1 is refused: %2 (at byte %3 of its pickle). Nothing of it was executed."),
            m_name, what, m_position),
        say(QT_TRANSLATE_NOOP(
            "Sentence",
            "Only plain state dicts are read. Use the model's safetensors file, or save the state dict alone.")));
}

Value Machine::run()
{
    if (m_program.size() < 2 || byte() != Proto) {
        refuse(say(QT_TRANSLATE_NOOP("Sentence", "it does not begin as a pickle of protocol 2")));
    }
    if (const std::uint8_t protocol = byte(); protocol != 2) {
        refuse(say(QT_TRANSLATE_NOOP("Sentence", "it is of pickle protocol %1, expected 2"), protocol));
    }
    while (step(byte())) {}
    const Value result = pop();
    if (!m_stack.empty()) {
        refuse(say(QT_TRANSLATE_NOOP("Sentence", "it leaves more than one value")));
    }
    return result;
}

bool Machine::step(std::uint8_t opcode)
{
    std::vector<Value> items;
    switch (opcode) {
    case Stop: return false;
    case MarkOp: push(Mark{}); break;
    case NoneOp: push(None{}); break;
    case NewTrue: push(true); break;
    case NewFalse: push(false); break;
    case BinInt: push(std::int64_t{static_cast<std::int32_t>(number(4))}); break;
    case BinInt1: push(static_cast<std::int64_t>(number(1))); break;
    case BinInt2: push(static_cast<std::int64_t>(number(2))); break;
    case Long1: push(longInteger()); break;
    case BinUnicode: pushString(number(4)); break;
    case GlobalOp: pushGlobal(); break;
    case EmptyTuple: pushTuple({}); break;
    case Tuple1: pushLast(1); break;
    case Tuple2: pushLast(2); break;
    case Tuple3: pushLast(3); break;
    case TupleOp: pushTuple(popToMark(items)); break;
    case EmptyList: push(&m_lists.emplace_back()); break;
    case Append: append({pop()}); break;
    case Appends: append(popToMark(items)); break;
    case EmptyDict: pushDict(false); break;
    case SetItem:
        items.resize(2);
        items[1] = pop();
        items[0] = pop();
        setItems(m_stack.empty() ? nullptr
                                 : as<Dict *>(m_stack.back(), QT_TRANSLATE_NOOP("Sentence", "SETITEM's dict")),
                 items);
        break;
    case SetItems:
        popToMark(items);
        setItems(m_stack.empty() ? nullptr
                                 : as<Dict *>(m_stack.back(), QT_TRANSLATE_NOOP("Sentence", "SETITEMS' dict")),
                 items);
        break;
    case BinPut: remember(number(1)); break;
    case LongBinPut: remember(number(4)); break;
    case BinGet: recall(number(1)); break;
    case LongBinGet: recall(number(4)); break;
    case BinPersId: loadStorage(); break;
    case Reduce: reduce(); break;
    case Build: build(); break;
    default:
        refuse(say(QT_TRANSLATE_NOOP("Sentence", "it uses the opcode %1, which a state dict does not need"),
                   hexByte(opcode)));
    }
    return true;
}

std::uint8_t Machine::byte()
{
    return std::to_integer<std::uint8_t>(take(1)[0]);
}

std::span<const std::byte> Machine::take(std::uint64_t count)
{
    if (count > m_program.size() - m_position) {
        refuse(say(QT_TRANSLATE_NOOP("Sentence", "it ends in the middle of an instruction")));
    }
    const auto bytes = m_program.subspan(m_position, count);
    m_position += count;
    return bytes;
}

std::uint64_t Machine::number(int bytes)
{
    std::uint64_t value = 0;
    int shift = 0;
    for (const std::byte part : take(static_cast<std::uint64_t>(bytes))) {
        value |= std::to_integer<std::uint64_t>(part) << shift;
        shift += 8;
    }
    return value;
}

std::int64_t Machine::longInteger()
{
    const std::uint64_t length = number(1);
    if (length > 8) {
        refuse(say(QT_TRANSLATE_NOOP("Sentence", "it holds an integer of %1 bytes, at most 8 are read"), length));
    }
    std::uint64_t value = number(static_cast<int>(length));
    if (length > 0 && length < 8 && (value >> (8 * length - 1)) != 0) {
        value |= UINT64_MAX << (8 * length);  // two's complement of the length given
    }
    return static_cast<std::int64_t>(value);
}

std::string Machine::line()
{
    constexpr std::size_t kMaxName = 256;
    std::string text;
    for (std::uint8_t next = byte(); next != '\n'; next = byte()) {
        text += static_cast<char>(next);
        if (text.size() > kMaxName) {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "it names a global of more than 256 characters")));
        }
    }
    return text;
}

void Machine::pushString(std::uint64_t length)
{
    const auto bytes = take(length);
    m_strings.emplace_back(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    push(&std::as_const(m_strings.back()));
}

void Machine::pushTuple(std::vector<Value> items)
{
    m_tuples.push_back({std::move(items)});
    push(&std::as_const(m_tuples.back()));
}

void Machine::pushLast(int count)
{
    std::vector<Value> items(static_cast<std::size_t>(count));
    for (auto item = items.rbegin(); item != items.rend(); ++item) {
        *item = pop();
    }
    pushTuple(std::move(items));
}

void Machine::pushDict(bool ordered)
{
    m_dicts.emplace_back().ordered = ordered;
    push(&m_dicts.back());
}

void Machine::push(Value value)
{
    m_stack.push_back(value);
}

Value Machine::pop()
{
    if (m_stack.empty()) {
        refuse(say(QT_TRANSLATE_NOOP("Sentence", "it takes a value where there is none")));
    }
    const Value value = m_stack.back();
    m_stack.pop_back();
    return value;
}

const std::vector<Value> &Machine::popToMark(std::vector<Value> &items)
{
    const auto isMark = [](const Value &value) { return std::holds_alternative<Mark>(value); };
    const auto mark = std::find_if(m_stack.rbegin(), m_stack.rend(), isMark);
    if (mark == m_stack.rend()) {
        refuse(say(QT_TRANSLATE_NOOP("Sentence", "it goes back to a mark that it never made")));
    }
    items.assign(mark.base(), m_stack.end());
    m_stack.erase(mark.base() - 1, m_stack.end());
    return items;
}

void Machine::remember(std::uint64_t place)
{
    if (m_stack.empty()) {
        refuse(say(QT_TRANSLATE_NOOP("Sentence", "it remembers a value where there is none")));
    }
    m_memo[place] = m_stack.back();
}

void Machine::recall(std::uint64_t place)
{
    const auto found = m_memo.find(place);
    if (found == m_memo.end()) {
        refuse(say(QT_TRANSLATE_NOOP("Sentence", "it recalls value %1, which it never remembered"), place));
    }
    push(found->second);
}

void Machine::append(const std::vector<Value> &items)
{
    if (m_stack.empty()) {
        refuse(say(QT_TRANSLATE_NOOP("Sentence", "it appends where there is no list")));
    }
    List *list = as<List *>(m_stack.back(), QT_TRANSLATE_NOOP("Sentence", "APPENDS' list"));
    list->items.insert(list->items.end(), items.begin(), items.end());
}

void Machine::setItems(Dict *dict, const std::vector<Value> &keysAndValues)
{
    if (dict == nullptr || keysAndValues.size() % 2 != 0) {
        refuse(say(QT_TRANSLATE_NOOP("Sentence", "it sets items without a dict, or a key without a value")));
    }
    for (std::size_t i = 0; i < keysAndValues.size(); i += 2) {
        dict->items.emplace_back(keysAndValues[i], keysAndValues[i + 1]);
    }
}

}  // namespace atlas::engine::pickle
