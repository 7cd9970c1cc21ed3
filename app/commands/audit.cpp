#include "app/commands/commands.h"
#include "app/commands/context.h"
#include "app/decide.h"
#include "core/error.h"
#include "storage/connection.h"

#include <CLI/CLI.hpp>

namespace atlas::app {
namespace {

struct Options {
    std::filesystem::path project;
    std::string head;
};

void list(const Options &options, CommandContext &context)
{
    const auto project = openForReading(options.project);
    const auto connection = project->connect();
    nlohmann::ordered_json json{{"entries", nlohmann::ordered_json::array()}};
    std::string text;
    for (const storage::AuditEntry &entry : storage::AuditTrail(*connection).list()) {
        json["entries"].push_back({{"seq", entry.seq},
                                   {"at_us", entry.atUs},
                                   {"actor", entry.act.actor},
                                   {"action", entry.act.action},
                                   {"object", entry.act.object},
                                   {"before", entry.act.before},
                                   {"after", entry.act.after},
                                   {"prev_hash", entry.prevHash},
                                   {"hash", entry.hash}});
        text += std::to_string(entry.seq) + "  " + momentText(entry.atUs) + "  " + entry.act.actor + "  " +
                entry.act.action + "  " + entry.act.object + "  " + (entry.act.before.empty() ? "" : entry.act.before) +
                " -> " + entry.act.after + "  " + entry.hash.substr(0, 12) + "\n";
    }
    context.answer(json, text.empty() ? "Nothing was decided yet.\n" : text);
}

void verify(const Options &options, CommandContext &context)
{
    const auto project = openForReading(options.project);
    const auto connection = project->connect();
    storage::AuditTrail trail(*connection);
    const storage::ChainCheck check = trail.verify();
    nlohmann::ordered_json json = toJson(check);
    std::string text = toText(check);
    bool sound = check.sound();
    if (!options.head.empty()) {
        const bool known = trail.contains(options.head);
        json["head_known"] = known;
        text += known ? "The hash " + options.head + " is one of its entries.\n"
                      : "No entry has the hash " + options.head + ": this is not the trail it was taken from.\n";
        sound = sound && known;
    }
    context.answer(json, text);
    context.exitStatus = sound ? 0 : exitCode(ErrorCode::Damaged);
}

}  // namespace

void declareAudit(CLI::App &app, CommandContext &context)
{
    auto options = std::make_shared<Options>();
    CLI::App &command = addCommand(app, context, "audit", "Who decided what, newest first", [] {});
    command.add_option("PROJECT", options->project, "Project folder")->required();
    CLI::App &verifying = addCommand(command, context, "verify", "Look for entries that were changed, removed or added",
                                     [options, &context] { verify(*options, context); });
    verifying.add_option("--head", options->head, "A head hash printed earlier, in a report: is it of this trail?");
    command.require_subcommand(0, 1);
    command.callback([options, &context, &command] {
        if (command.get_subcommands().empty()) {
            list(*options, context);
        }
    });
}

}  // namespace atlas::app
