#include "core/files.h"
#include "core/translatable.h"
#include "storage/import/importers.h"
#include "storage/import/tables.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <set>

namespace atlas::storage::formats {
namespace {

namespace fs = std::filesystem;
using json = nlohmann::json;

constexpr std::array<std::string_view, 1> kExtensions{".json"};

/// "data" and "annotations" (or, in old versions, "completions") stand near the beginning.
bool looksLikeTasks(const fs::path &file)
{
    constexpr std::size_t kLook = 64 * 1024;
    std::string start(kLook, '\0');
    std::ifstream stream(file, std::ios::binary);
    stream.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(stream.gcount()));
    const auto has = [&start](const char *key) { return start.find(key) != std::string::npos; };
    return has("\"data\"") && (has("\"annotations\"") || has("\"completions\""));
}

int sniff(const fs::path &source)
{
    std::error_code error;
    if (fs::is_regular_file(source, error)) {
        return lowerExtension(source) == ".json" && looksLikeTasks(source) ? 96 : 0;
    }
    const fs::directory_iterator files(source, error);
    return std::any_of(begin(files), end(files),
                       [](const auto &entry) {
                           return lowerExtension(entry.path()) == ".json" && looksLikeTasks(entry.path());
                       })
               ? 96
               : 0;
}

/// The names or words that one annotation gives, in order; empty = it was cancelled or gives none.
json namesOf(const json &annotation)
{
    json names = json::array();
    if (!annotation.is_object() || annotation.value("was_cancelled", json()) == true) {
        return names;
    }
    for (const json &result : annotation.value("result", json::array())) {
        const json value = result.is_object() ? result.value("value", json::object()) : json::object();
        for (const char *key : {"choices", "taxonomy", "text"}) {
            const json given = value.is_object() ? value.value(key, json()) : json();
            for (const json &name : given.is_array() ? given : json::array()) {
                names.push_back(name.is_array() && !name.empty() ? name.back() : name);
            }
            if (given.is_string()) {
                names.push_back(given);
            }
        }
    }
    return names;
}

/// Makes of a task what other tables have as a row: its data, and the label that people gave. The first one counts;
/// where they disagree, the sample is disputed.
void flatten(json &task)
{
    constexpr std::string_view kLocal = "/data/local-files/?d=";
    json row = task.value("data", json::object());
    if (!row.is_object()) {
        return;
    }
    const char *key = task.contains("annotations") ? "annotations" : "completions";
    std::vector<json> answers;
    for (const json &annotation : task.value(key, json::array())) {
        if (json names = namesOf(annotation); !names.empty()) {
            answers.push_back(std::move(names));
        }
    }
    if (!answers.empty()) {
        const json &names = answers.front();
        const bool plain = names.size() == 1 && !(names[0].is_string() && names[0].get<std::string>().starts_with('{'));
        row["label"] = plain ? names[0] : names;  // a list of one is that one, whatever it looks like
        if (std::ranges::any_of(answers, [&](const json &other) { return other != answers.front(); })) {
            row["review_state"] = "disputed";
        }
    }
    for (json &value : row) {
        if (value.is_string() && value.get_ref<const std::string &>().starts_with(kLocal)) {
            value = value.get<std::string>().substr(kLocal.size());
        }
    }
    task = std::move(row);
}

}  // namespace

/// Label Studio's JSON export: an array of tasks with `data` and annotations of choices or free text.
Importer labelStudio()
{
    return {.name = "label-studio",
            .title = QT_TRANSLATE_NOOP("Importer", "Label Studio (JSON)"),
            .sniff = sniff,
            .read = [](const ImportRequest &request, ImportSink &sink, std::stop_token stop) {
                const SourceRoot root(request.source);
                for (const TableFile &table : findTables(request, root, kExtensions, sink)) {
                    readJsonTable(request, root, table, sink, stop, flatten);
                }
            }};
}

}  // namespace atlas::storage::formats
