#include "storage/import/tables.h"

#include "core/observer.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/import/cell_guard.h"
#include "storage/import/opened_table.h"
#include "storage/import/problems.h"
#include "storage/import/record_mapper.h"

namespace atlas::storage {

namespace {

bool isBlank(const CsvRecord &record)
{
    return record.fields.size() == 1 && record.fields[0].find_first_not_of(" \t") == std::string::npos;
}

void tellMissingHeader(const TableHeader &header, const std::string &where, ImportSink &sink)
{
    Sentence words;
    for (const auto &[field, column] : header.map) {
        const Sentence one = say(QT_TRANSLATE_NOOP("Sentence", "%1 as %2"), column, field);
        words = words.empty() ? one : say(QT_TRANSLATE_NOOP("Sentence", "%1, %2"), words, one);
    }
    sink.problem(warningProblem(
        code::kNoHeader, place(where, 1),
        say(QT_TRANSLATE_NOOP(
                "Sentence",
                "The first line looks like data, not like names of columns. It was taken as the first row: %1."),
            words),
        say(QT_TRANSLATE_NOOP("Sentence",
                              "Say otherwise with --map text=\"column 1\", or put a line of names before it."))));
}

}  // namespace

void readDelimitedTable(const ImportRequest &request, const SourceRoot &root, const TableFile &file, char delimiter,
                        ImportSink &sink, const std::stop_token &stop)
{
    const std::string where = root.shown(file.file);
    const std::optional<std::string> text = readSourceText(file.file, where, sink, request.encoding);
    if (!text) {
        return;
    }
    OpenedTable table = openTable(*text, delimiter, request);
    if (!table.fault.empty()) {
        sink.problem(errorProblem(
            code::kBadFormat, place(where, 1),
            say(QT_TRANSLATE_NOOP("Sentence", "The line of column names cannot be read: %1."), table.fault)));
        return;
    }
    ImportRequest mapped = request;
    mapped.map = table.header.map;
    RecordMapper mapper(mapped, root, file, sink);
    const std::vector<std::string> &columns = table.header.columns;
    if (table.header.missing && !request.header) {
        tellMissingHeader(table.header, where, sink);
    }
    if (!mapper.setColumns(columns)) {
        return;
    }
    CsvReader &reader = table.reader;
    CsvRecord record;
    while (reader.next(record)) {
        throwIfStopped(stop);
        if (!record.fault.empty()) {
            mapper.skip(code::kBadRow, record.line, record.fault);
            continue;
        }
        if (isBlank(record) && columns.size() > 1) {
            continue;
        }
        if (record.fields.size() != columns.size()) {
            mapper.skip(code::kBadRow, record.line,
                        say(QT_TRANSLATE_NOOP("Sentence", "expected %1 fields, found %2"), columns.size(),
                            record.fields.size()));
            continue;
        }
        mapper.tellRepair(record.repair, record.line);
        nlohmann::json object = nlohmann::json::object();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            object[columns[i]] = unguardedCell(record.fields[i]);
        }
        mapper.map(object, record.line);
        sink.progress(static_cast<double>(reader.position()) / static_cast<double>(text->size()));
    }
    mapper.finish();
}

}  // namespace atlas::storage
