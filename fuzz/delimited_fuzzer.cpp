#include "core/csv.h"
#include "fuzz/input.h"
#include "fuzz/promise.h"
#include "storage/import/rfc4180.h"
#include "storage/import/table_header.h"

#include <algorithm>

using namespace atlas;
using namespace atlas::storage;
using atlas::fuzz::promise;

namespace {

std::vector<CsvRecord> readAll(std::string_view text, char delimiter)
{
    CsvReader reader(text, delimiter);
    std::vector<CsvRecord> records;
    std::size_t position = 0;
    std::int64_t line = 0;
    for (CsvRecord record; reader.next(record);) {
        promise(reader.position() > position && reader.position() <= text.size(), "reading goes on");
        promise(record.line > line, "records stand on lines of their own");
        promise(!record.fields.empty() || !record.fault.empty(), "a record has fields or a fault");
        position = reader.position();
        line = record.line;
        records.push_back(record);
    }
    return records;
}

/// What our own tables hold must come back; line ends inside texts become LF, and a line of nothing is none.
void checkWriting(const std::vector<std::string> &fields)
{
    const bool plain =
        std::ranges::none_of(fields, [](const std::string &field) { return field.find('\r') != std::string::npos; });
    if (!plain || (fields.size() == 1 && fields[0].empty())) {
        return;
    }
    std::string line;
    for (const std::string &field : fields) {
        line += (&field == &fields.front() ? "" : ",") + csvField(field);
    }
    const std::vector<CsvRecord> again = readAll(line + "\r\n", ',');
    promise(again.size() == 1 && again[0].fault.empty() && again[0].fields == fields, "a written record comes back");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const fuzz::Input input(data, size);
    const char delimiter = guessDelimiter(input.text());
    promise(std::string_view(",;\t|").find(delimiter) != std::string_view::npos, "a delimiter is one of four");
    const std::vector<CsvRecord> records = readAll(input.text(), delimiter);
    std::vector<std::vector<std::string>> rows;
    for (const CsvRecord &record : records) {
        if (record.fault.empty()) {
            checkWriting(record.fields);
            if (record.fields.size() == records[0].fields.size()) {
                rows.push_back(record.fields);
            }
        }
    }
    if (!records.empty() && records[0].fault.empty()) {
        const FieldMap map = input.flag(0) ? FieldMap{{"label", "column 2"}, {"text", "text"}} : FieldMap();
        const TableHeader header = readHeader(records[0].fields, rows, map);
        promise(header.columns.size() == records[0].fields.size(), "every column has a name");
    }
    return 0;
}
