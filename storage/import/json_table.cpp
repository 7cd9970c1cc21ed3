#include "storage/import/tables.h"

#include "core/observer.h"
#include "storage/import/json_records.h"
#include "storage/import/problems.h"
#include "storage/import/record_mapper.h"

#include <set>

namespace atlas::storage {
namespace {

/// All keys that occur, in order of appearance: the header that JSON does not have.
std::vector<std::string> keysOf(const std::string &text, void (*flatten)(nlohmann::json &), const std::stop_token &stop)
{
    std::vector<std::string> keys;
    std::set<std::string> seen;
    JsonRecordReader reader(text);
    JsonRecord record;
    while (reader.next(record)) {
        throwIfStopped(stop);
        if (record.fault.empty()) {
            if (flatten != nullptr) {
                flatten(record.value);
            }
            for (const auto &entry : record.value.items()) {
                if (seen.insert(entry.key()).second) {
                    keys.push_back(entry.key());
                }
            }
        }
    }
    return keys;
}

}  // namespace

void readJsonTable(const ImportRequest &request, const SourceRoot &root, const TableFile &table, ImportSink &sink,
                   const std::stop_token &stop, void (*flatten)(nlohmann::json &record))
{
    RecordMapper mapper(request, root, table, sink);
    const std::optional<std::string> text = readSourceText(table.file, mapper.where(), sink, request.encoding);
    if (!text) {
        return;
    }
    const std::vector<std::string> keys = keysOf(*text, flatten, stop);
    if (!keys.empty() && !mapper.setColumns(keys)) {
        return;
    }
    JsonRecordReader reader(*text);
    JsonRecord record;
    while (reader.next(record)) {
        throwIfStopped(stop);
        if (record.fault.empty()) {
            if (flatten != nullptr) {
                flatten(record.value);
            }
            mapper.tellRepair(record.repair, record.line);
            mapper.map(record.value, record.line);
        } else {
            mapper.skip(code::kBadJson, record.line, record.fault);
        }
        sink.progress(static_cast<double>(reader.position()) / static_cast<double>(text->size()));
    }
    mapper.finish();
}

}  // namespace atlas::storage
