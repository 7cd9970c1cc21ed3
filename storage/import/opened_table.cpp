#include "storage/import/opened_table.h"

#include "core/sentence.h"
#include "core/translatable.h"

namespace atlas::storage {

OpenedTable openTable(std::string_view text, char delimiter, const ImportRequest &request)
{
    constexpr std::size_t kLook = 50;
    const char asked = request.delimiter == 0 ? delimiter : request.delimiter;
    const char between = asked == 0 ? guessDelimiter(text) : asked;
    OpenedTable table{.header = {}, .reader = CsvReader(text, between), .delimiter = between, .fault = {}};
    CsvRecord record;
    if (!table.reader.next(record) || !record.fault.empty()) {
        table.fault = record.fault.empty() ? say(QT_TRANSLATE_NOOP("Sentence", "there is none")) : record.fault;
        return table;
    }
    const std::vector<std::string> first = record.fields;
    CsvReader ahead = table.reader;
    std::vector<std::vector<std::string>> rows;
    while (rows.size() < kLook && ahead.next(record)) {
        if (record.fault.empty() && record.fields.size() == first.size()) {
            rows.push_back(record.fields);
        }
    }
    table.header = readHeader(first, rows, request.map, request.header);
    if (table.header.missing) {
        table.reader = CsvReader(text, between);
    }
    return table;
}

}  // namespace atlas::storage
