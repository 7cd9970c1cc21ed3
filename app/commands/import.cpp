#include "app/commands/commands.h"
#include "app/commands/context.h"
#include "app/commands/terminal_observer.h"
#include "core/error.h"
#include "core/files.h"
#include "core/sentence.h"
#include "core/task_kind.h"
#include "core/translatable.h"
#include "core/user_name.h"
#include "storage/import/text_encoding.h"
#include "storage/importer.h"

#include <CLI/CLI.hpp>

namespace atlas::app {
namespace {

struct Options {
    std::filesystem::path project;
    storage::ImportRequest request;
    std::string split;
    std::vector<std::string> map;
    std::string delimiter;
    bool header = false;
    bool noHeader = false;
    std::filesystem::path report;
};

nlohmann::ordered_json toJson(const storage::ImportReport &report)
{
    nlohmann::ordered_json json{{"read", report.read}, {"imported", report.imported}, {"skipped", report.skipped}};
    json["format"] = report.format;
    json["classes"] = nlohmann::ordered_json::object();
    for (const auto &[name, count] : report.classes) {
        json["classes"][name] = count;
    }
    json["splits"] = nlohmann::ordered_json::object();
    for (const auto &[split, count] : report.splits) {
        json["splits"][splitName(split)] = count;
    }
    json["problems"] = nlohmann::ordered_json::array();
    for (const storage::Problem &problem : report.problems) {
        json["problems"].push_back({{"level", storage::problemLevelName(problem.level)},
                                    {"code", problem.code},
                                    {"where", problem.where},
                                    {"message", problem.message.english()},
                                    {"hint", problem.hint.english()}});
    }
    return json;
}

std::string toText(const storage::ImportReport &report, bool dryRun)
{
    std::string text = "Read " + std::to_string(report.read) + " samples (" + report.format + "), " +
                       (dryRun ? "would import " : "imported ") + std::to_string(report.imported) + ", skipped " +
                       std::to_string(report.skipped) + ".\n";
    for (const auto &[split, count] : report.splits) {
        text += "  " + std::string(splitName(split)) + ": " + std::to_string(count) + "\n";
    }
    for (const storage::Problem &problem : report.problems) {
        text += std::string(storage::problemLevelName(problem.level)) + " " + problem.code + " " + problem.where +
                ": " + problem.message.english() + (problem.hint.empty() ? "" : " " + problem.hint.english()) + "\n";
    }
    return text;
}

/// 0 = found out.  Errors: Usage.
char delimiterOf(const std::string &words)
{
    if (words == "tab" || words == "\\t") {
        return '\t';
    }
    if (words.size() > 1 || words == "\"") {
        throw Error(
            ErrorCode::Usage,
            say(QT_TRANSLATE_NOOP("Sentence", "--delimiter expects one letter or \"tab\", but is \"%1\"."), words),
            say(QT_TRANSLATE_NOOP("Sentence", "Tables have , ; | or tabs between their fields.")));
    }
    return words.empty() ? '\0' : words.front();
}

storage::ImportRequest complete(Options options)
{
    if (!options.request.kind.empty()) {
        taskKind(options.request.kind);  // refuses unknown names early
    }
    if (!options.split.empty()) {
        const std::optional<Split> split = parseSplit(options.split);
        if (!split) {
            throw Error(ErrorCode::Usage,
                        say(QT_TRANSLATE_NOOP("Sentence", "There is no split \"%1\"."), options.split),
                        say(QT_TRANSLATE_NOOP("Sentence", "Use train, validation, test or auto.")));
        }
        options.request.split = split;
    }
    for (const std::string &entry : options.map) {
        const std::size_t equals = entry.find('=');
        if (equals == std::string::npos || equals == 0) {
            throw Error(ErrorCode::Usage,
                        say(QT_TRANSLATE_NOOP("Sentence", "--map expects FIELD=COLUMN, but is \"%1\"."), entry));
        }
        options.request.map.emplace_back(entry.substr(0, equals), entry.substr(equals + 1));
    }
    if (const std::string &name = options.request.encoding; !name.empty() && !storage::isEncodingName(name)) {
        throw Error(
            ErrorCode::Usage, say(QT_TRANSLATE_NOOP("Sentence", "There is no encoding \"%1\"."), name),
            say(QT_TRANSLATE_NOOP("Sentence", "Use UTF-8, UTF-16, CP932, EUC-JP, CP1252 or another that has a name.")));
    }
    options.request.delimiter = delimiterOf(options.delimiter);
    if (options.header || options.noHeader) {
        options.request.header = options.header;
    }
    options.request.actor = userName();
    return options.request;
}

}  // namespace

void declareImport(CLI::App &app, CommandContext &context)
{
    auto options = std::make_shared<Options>();
    CLI::App &command = addCommand(app, context, "import", "Bring samples into a project", [options, &context] {
        const storage::ImportRequest request = complete(*options);
        const auto project = openForWriting(options->project);
        TerminalObserver observer;
        const storage::ImportReport report = storage::importInto(*project, request, observer, context.stop());
        const nlohmann::ordered_json json = toJson(report);
        if (!options->report.empty()) {
            // Names of files may hold bytes that are no UTF-8.
            constexpr auto kReplace = nlohmann::ordered_json::error_handler_t::replace;
            writeFileAtomically(options->report, json.dump(2, ' ', false, kReplace) + "\n");
        }
        context.answer(json, toText(report, request.dryRun));
        context.exitStatus = report.hasErrors() ? exitCode(ErrorCode::BadInput) : 0;
    });
    storage::ImportRequest &request = options->request;
    command.add_option("PROJECT", options->project, "Project folder")->required();
    command.add_option("SOURCE", request.source, "Folder or file to read")->required();
    command.add_option("--dataset", request.dataset, "Dataset to import into; made if absent")->required();
    command.add_option("--kind", request.kind, "image, text, image-text, image-pair or choice; found out if absent");
    command.add_option("--format", request.format,
                       "Format of the source, " + storage::formatNames() + "; found out if absent");
    command.add_option("--split", options->split, "train, validation, test or auto; as the source says if absent");
    command.add_option("--map", options->map, "FIELD=COLUMN, once for each field; unused=COLUMN leaves one out");
    command.add_option("--encoding", request.encoding,
                       "UTF-8, UTF-16, CP932, EUC-JP, CP1252, ...; found out if absent");
    command.add_option("--delimiter", options->delimiter,
                       "What stands between the fields of a table: , ; | or tab; found out if absent");
    CLI::Option *header = command.add_flag("--header", options->header,
                                           "The first line of a table names its columns; found out if absent");
    command.add_flag("--no-header", options->noHeader, "The first line of a table is data already")->excludes(header);
    command.add_option("--labels", request.labels, "A file of labels, one per line, beside the samples");
    command.add_flag("--multi-label", request.multiLabel, "Several labels may hold for one sample");
    command.add_flag("--dry-run", request.dryRun, "Only report, store nothing");
    command.add_flag("--link", request.link, "Leave files where they are instead of copying them");
    command.add_option("--report", options->report, "Write the report to this JSON file as well");
}

}  // namespace atlas::app
