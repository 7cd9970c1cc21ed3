#include "storage/import/table_description.h"

#include "core/error.h"
#include "core/observer.h"
#include "storage/import/archive.h"
#include "storage/import/cell_guard.h"
#include "storage/import/field_names.h"
#include "storage/import/importers.h"
#include "storage/import/json_records.h"
#include "storage/import/label_values.h"
#include "storage/import/opened_table.h"
#include "storage/import/tables.h"
#include "storage/import/text_encoding.h"

#include <algorithm>
#include <fstream>

namespace atlas::storage {
namespace {

constexpr std::size_t kLook = 256 * 1024;  // as the detection of encodings
constexpr std::size_t kRows = 200;
constexpr std::size_t kLongest = 80;

/// How a format lays out its tables.
struct Layout {
    std::string_view format;
    std::span<const std::string_view> extensions;
    bool json = false;
    char delimiter = 0;
};

const Layout *layoutOf(const std::string &format)
{
    static const std::array<Layout, 4> layouts{{{"csv", kCsvExtensions},
                                                {"tsv", kTsvExtensions, false, '\t'},
                                                {"jsonl", kJsonLinesExtensions, true},
                                                {"json", kJsonExtensions, true}}};
    const auto found = std::ranges::find(layouts, format, &Layout::format);
    return found == layouts.end() ? nullptr : &*found;
}

/// What finding the table tells is told again by the dry run.
class SilentSink final : public ImportSink {
public:
    void sample(IncomingSample) override {}
    void problem(Problem) override {}
    void progress(double) override {}
};

/// One line of at most kLongest bytes, whole letters.
std::string shortened(std::string text)
{
    std::ranges::replace(text, '\n', ' ');
    std::ranges::replace(text, '\r', ' ');
    if (text.size() <= kLongest) {
        return text;
    }
    std::size_t end = kLongest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) {
        --end;  // not inside a letter of UTF-8
    }
    return text.substr(0, end) + "…";
}

void addExample(TableColumn &column, const std::string &value)
{
    const std::string example = shortened(value);
    if (!example.empty() && column.examples.size() < TableDescription::kMostExamples &&
        std::ranges::find(column.examples, example) == column.examples.end()) {
        column.examples.push_back(example);
    }
}

std::vector<TableColumn> columnsNamed(const std::vector<std::string> &names, const FieldMap &map)
{
    const FieldPlan plan = planFields(names, map);
    std::vector<TableColumn> columns;
    for (const std::string &name : names) {
        columns.push_back({name, {}, fieldOf(plan, name)});
    }
    return columns;
}

void describeLines(TableDescription &table, const std::string &text, const ImportRequest &request, char delimiter)
{
    OpenedTable opened = openTable(text, delimiter, request);
    table.delimiter = opened.delimiter;
    if (!opened.fault.empty()) {
        return;
    }
    table.header = !opened.header.missing;
    table.columns = columnsNamed(opened.header.columns, opened.header.map);
    CsvRecord record;
    for (std::size_t row = 0; row < kRows && opened.reader.next(record); ++row) {
        if (record.fault.empty() && record.fields.size() == table.columns.size()) {
            for (std::size_t i = 0; i < table.columns.size(); ++i) {
                addExample(table.columns[i], unguardedCell(record.fields[i]));
            }
        }
    }
}

std::string inWords(const nlohmann::json &value)
{
    constexpr auto kReplace = nlohmann::json::error_handler_t::replace;
    const bool nested = value.is_array() || value.is_object();
    return nested ? value.dump(-1, ' ', false, kReplace) : scalarText(value);
}

void describeRecords(TableDescription &table, const std::string &text, const ImportRequest &request)
{
    std::vector<nlohmann::json> records;
    std::vector<std::string> keys;
    std::map<std::string, std::size_t> places;
    JsonRecordReader reader(text);
    JsonRecord record;
    while (records.size() < kRows && reader.next(record)) {
        if (record.fault.empty() && record.value.is_object()) {
            for (const auto &entry : record.value.items()) {
                if (places.emplace(entry.key(), keys.size()).second) {
                    keys.push_back(entry.key());
                }
            }
            records.push_back(std::move(record.value));
        }
    }
    table.columns = columnsNamed(keys, request.map);
    for (const nlohmann::json &one : records) {
        for (const auto &entry : one.items()) {
            addExample(table.columns[places.at(entry.key())], inWords(entry.value()));
        }
    }
}

/// The lines in which `first` has letters beyond ASCII, as both texts have them. An encoding never changes where a line
/// ends, so lines belong together by their number.
void compareLines(TableDescription &table, const std::string &first, const std::string &second)
{
    const std::vector<std::string> lines = splitLines(first);
    const std::vector<std::string> others = splitLines(second);
    for (std::size_t i = 0; i < std::min(lines.size(), others.size()); ++i) {
        const bool telling =
            std::ranges::any_of(lines[i], [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
        if (telling && lines[i] != others[i] && table.lines.size() < TableDescription::kMostLines) {
            table.lines.push_back(shortened(lines[i]));
            table.otherLines.push_back(shortened(others[i]));
        }
    }
}

}  // namespace

TableDescription describeStart(std::string bytes, bool cut, const ImportRequest &request, bool json, char delimiter)
{
    TableDescription table;
    const DecodedText decoded = decodeText(bytes, request.encoding, cut);
    table.encoding = decoded.encoding;
    table.otherEncoding = decoded.other;
    if (!decoded.other.empty()) {
        bytes.resize(std::min(bytes.size(), kCompared));  // of the rest it is not known whether the other can read it
        compareLines(table, decoded.text, decodeText(std::move(bytes), decoded.other, true).text);
    }
    if (json) {
        describeRecords(table, decoded.text, request);
    } else {
        describeLines(table, decoded.text, request, delimiter);
    }
    return table;
}

std::optional<TableDescription> describeTable(const ImportRequest &request, const std::stop_token &stop)
{
    std::error_code error;
    if (!std::filesystem::exists(request.source, error) || isArchive(request.source)) {
        return std::nullopt;
    }
    const Importer *importer = importerFor(request.source, request.format);
    const Layout *layout = importer == nullptr ? nullptr : layoutOf(importer->name);
    if (layout == nullptr) {
        return std::nullopt;
    }
    throwIfStopped(stop);
    const SourceRoot root(request.source);
    SilentSink silent;
    const std::vector<TableFile> tables = findTables(request, root, layout->extensions, silent);
    if (tables.empty()) {
        return std::nullopt;
    }
    std::ifstream stream(tables.front().file, std::ios::binary);
    std::string bytes(kLook, '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    const bool cut = bytes.size() == kLook && stream.peek() != std::ifstream::traits_type::eof();
    throwIfStopped(stop);
    try {
        TableDescription table = describeStart(std::move(bytes), cut, request, layout->json, layout->delimiter);
        table.file = root.shown(tables.front().file);
        return table;
    } catch (const Error &) {
        return std::nullopt;
    }
}

}  // namespace atlas::storage
