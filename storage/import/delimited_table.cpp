#include "storage/import/tables.h"

#include "core/observer.h"
#include "storage/import/problems.h"
#include "storage/import/record_mapper.h"
#include "storage/import/rfc4180.h"

namespace atlas::storage {

void readDelimitedTable(const ImportRequest &request, const SourceRoot &root, const TableFile &table, char delimiter,
                        ImportSink &sink, const std::stop_token &stop)
{
    RecordMapper mapper(request, root, table, sink);
    const std::optional<std::string> text = readSourceText(table.file, mapper.where(), sink);
    if (!text) {
        return;
    }
    CsvReader reader(*text, delimiter == 0 ? guessDelimiter(*text) : delimiter);
    CsvRecord record;
    if (!reader.next(record) || !record.fault.empty()) {
        sink.problem(errorProblem(code::kBadFormat, place(mapper.where(), 1),
                                  "The line of column names cannot be read: " + record.fault + "."));
        return;
    }
    const std::vector<std::string> columns = record.fields;
    if (!mapper.setColumns(columns)) {
        return;
    }
    while (reader.next(record)) {
        throwIfStopped(stop);
        if (!record.fault.empty()) {
            mapper.skip(code::kBadRow, record.line, record.fault);
            continue;
        }
        if (record.fields.size() == 1 && record.fields[0].find_first_not_of(" \t") == std::string::npos &&
            columns.size() > 1) {
            continue;  // a line of blanks
        }
        if (record.fields.size() != columns.size()) {
            mapper.skip(code::kBadRow, record.line,
                        "expected " + std::to_string(columns.size()) + " fields, found " +
                            std::to_string(record.fields.size()));
            continue;
        }
        nlohmann::json object = nlohmann::json::object();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            object[columns[i]] = std::move(record.fields[i]);
        }
        mapper.map(object, record.line);
        sink.progress(static_cast<double>(reader.position()) / static_cast<double>(text->size()));
    }
    mapper.finish();
}

}  // namespace atlas::storage
