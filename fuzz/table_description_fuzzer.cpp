#include "core/error.h"
#include "fuzz/input.h"
#include "fuzz/promise.h"
#include "storage/import/field_names.h"
#include "storage/import/table_description.h"
#include "storage/import/text_encoding.h"

#include <array>

using namespace atlas;
using namespace atlas::storage;
using atlas::fuzz::promise;

/// The start of a table as it is shown to a person, whole and cut off anywhere.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const fuzz::Input input(data, size);
    constexpr std::array<const char *, 4> kEncodings{"", "CP932", "UTF-16", "CP1252"};
    ImportRequest request;
    request.encoding = kEncodings[input.choice(kEncodings.size())];
    if (input.flag(2)) {
        request.header = input.flag(3);
    }
    request.delimiter = input.flag(4) ? ';' : '\0';
    try {
        const TableDescription table = describeStart(input.string(), input.flag(5), request, input.flag(6), 0);
        promise(table.lines.size() == table.otherLines.size(), "lines are shown in both readings");
        promise(table.otherEncoding != table.encoding, "two readings are of two encodings");
        for (const TableColumn &column : table.columns) {
            promise(isFieldName(column.field), "a column is a field or unused");
            promise(column.examples.size() <= TableDescription::kMostExamples, "a few examples");
            for (const std::string &example : column.examples) {
                promise(isValidUtf8(example) && !example.empty(), "an example is text");
            }
        }
        for (const std::string &line : table.otherLines) {
            promise(isValidUtf8(line), "a line is text");
        }
    } catch (const Error &error) {
        promise(error.code() == ErrorCode::BadInput, "what is no text is bad input");
    }
    return 0;
}
