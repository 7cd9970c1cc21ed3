#include "fuzz/input.h"
#include "fuzz/promise.h"
#include "storage/import/json_records.h"
#include "storage/import/text_encoding.h"

using namespace atlas;
using namespace atlas::storage;
using atlas::fuzz::promise;

namespace {

/// What was read and written again is the same to read.
void checkWriting(const nlohmann::json &value)
{
    const std::string text = value.dump();
    JsonRecordReader reader(text);
    JsonRecord record;
    promise(reader.next(record), "a written record is one");
    promise(record.fault.empty() && record.repair.empty() && record.value == value, "a written record comes back");
    promise(!reader.next(record), "a written record is one alone");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const fuzz::Input input(data, size);
    JsonRecordReader reader(input.text());
    std::size_t records = 0;
    std::int64_t line = 0;
    for (JsonRecord record; reader.next(record);) {
        promise(++records <= size + 1, "reading ends");
        promise(reader.position() <= size, "reading stays inside the text");
        promise(record.line >= line, "lines are counted forwards");
        line = record.line;
        promise(record.value.is_object() || !record.fault.empty(), "a record is an object or has a fault");
        if (isValidUtf8(input.string())) {
            promise(isValidUtf8(record.fault.english()) && isValidUtf8(record.repair.english()),
                    "what is told is UTF-8");
        }
        if (record.fault.empty()) {
            checkWriting(record.value);
        }
    }
    return 0;
}
