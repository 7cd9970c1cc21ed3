#include "storage/snapshot.h"

#include "app/commands/commands.h"
#include "app/commands/terminal_observer.h"
#include "app/commands/training.h"
#include "core/user_name.h"

#include <CLI/CLI.hpp>

namespace atlas::app {
namespace {

struct Options {
    std::filesystem::path project;
    std::vector<std::string> runs;
    std::filesystem::path out;
    bool withoutPictures = false;
};

nlohmann::ordered_json toJson(const storage::SnapshotReport &report, const std::filesystem::path &folder)
{
    return {{"folder", folder.string()},
            {"content_sha256", report.facts.contentHash},
            {"runs", report.facts.runs},
            {"alongside", report.facts.alongside},
            {"samples", report.samples},
            {"pictures", report.pictures},
            {"missing_pictures", report.missingPictures}};
}

std::string toText(const storage::SnapshotReport &report, const std::filesystem::path &folder)
{
    std::string text = "Froze " + std::to_string(report.facts.runs.size()) + " runs, " +
                       std::to_string(report.facts.alongside.size()) + " that they are held against, " +
                       std::to_string(report.samples) + " test samples and " + std::to_string(report.pictures) +
                       " pictures into " + folder.string() + ".\nContent: SHA-256 " + report.facts.contentHash + "\n";
    if (report.missingPictures > 0) {
        text += std::to_string(report.missingPictures) + " pictures could not be found and are not in it.\n";
    }
    return text;
}

}  // namespace

void declareSnapshot(CLI::App &app, CommandContext &context)
{
    auto options = std::make_shared<Options>();
    CLI::App &command = addCommand(
        app, context, "snapshot", "Freeze runs into a project that can only be read, to hand over",
        [options, &context] {
            const auto project = openForReading(options->project);
            storage::SnapshotRequest request{
                .runs = {}, .target = options->out, .actor = userName(), .pictures = !options->withoutPictures};
            for (const std::string &key : options->runs) {
                request.runs.push_back(findRun(*project, key).uuid);
            }
            TerminalObserver observer;
            const storage::SnapshotReport report = storage::takeSnapshot(*project, request, observer, context.stop());
            observer.clearLine();
            context.answer(toJson(report, options->out), toText(report, options->out));
        });
    command.add_option("PROJECT", options->project, "Project folder")->required();
    command.add_option("RUN", options->runs, "Runs: uuid, its start, name or number")->required();
    command.add_option("--out", options->out, "Folder to make, Name.atlas")->required();
    command.add_flag("--without-pictures", options->withoutPictures, "Leave out the pictures of test samples");
}

}  // namespace atlas::app
