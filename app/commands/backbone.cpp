#include "app/backbones.h"
#include "app/commands/commands.h"
#include "app/commands/context.h"
#include "app/executable.h"
#include "core/error.h"
#include "core/sentence.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <iterator>

namespace atlas::app {
namespace {

void list(CommandContext &context)
{
    nlohmann::ordered_json json{{"backbones", nlohmann::ordered_json::array()}};
    std::string text;
    for (const FoundBackbone &backbone : listBackbones()) {
        json["backbones"].push_back({{"name", backbone.name}, {"folder", backbone.folder.string()}});
        text += backbone.name + "  " + backbone.folder.string() + "\n";
    }
    context.answer(json, text.empty() ? "No backbone is installed.\n" : text);
}

std::vector<std::string> englishOf(const std::vector<Sentence> &sentences)
{
    std::vector<std::string> english;
    std::ranges::transform(sentences, std::back_inserter(english), &Sentence::english);
    return english;
}

std::string toText(const engine::BackboneReport &report)
{
    char forward[64];
    std::snprintf(forward, sizeof forward, "one forward pass: %.1f ms\n", report.forwardMs);
    std::string text = (report.architecture.empty() ? std::string("unknown architecture") : report.architecture) + "\n";
    if (!report.sha256.empty()) {
        text += "sha256 " + report.sha256 + "\n";
    }
    for (const auto &[title, keys] : {std::pair("missing", &report.missing), std::pair("extra", &report.extra)}) {
        for (const std::string &key : *keys) {
            text += std::string(title) + ": " + key + "\n";
        }
    }
    for (const Sentence &note : report.notes) {
        text += note.english() + "\n";
    }
    return text + (report.usable ? forward + std::string("usable\n") : std::string("not usable\n"));
}

void check(const std::string &folder, CommandContext &context)
{
    const engine::BackboneReport report = context.engine().checkBackbone(findBackbone(folder).folder);
    context.answer({{"usable", report.usable},
                    {"architecture", report.architecture},
                    {"sha256", report.sha256},
                    {"parameters", report.parameters},
                    {"missing", report.missing},
                    {"extra", report.extra},
                    {"forward_ms", report.forwardMs},
                    {"notes", englishOf(report.notes)}},
                   toText(report));
    context.exitStatus = report.usable ? 0 : exitCode(ErrorCode::BadInput);
}

void assemble(const engine::AssembleRequest &request, CommandContext &context)
{
    const engine::BackboneReport report = context.engine().assemble(request);
    context.answer({{"backbone", request.out.string()},
                    {"architecture", report.architecture},
                    {"sha256", report.sha256},
                    {"notes", englishOf(report.notes)}},
                   toText(report) + "Wrote the backbone to " + request.out.string() + ".\n");
}

void declareAssemble(CLI::App &parent, CommandContext &context)
{
    auto request = std::make_shared<engine::AssembleRequest>();
    request->joint = shareFolder() / "starter";
    CLI::App &command =
        addCommand(parent, context, "assemble", "Put the backbone `starter` together from two pretrained networks",
                   [request, &context] { assemble(*request, context); });
    command.add_option("--text", request->text, "Text network: its file, or a Hugging Face folder")->required();
    command.add_option("--image", request->image, "Picture network: its file")->required();
    command.add_option("--out", request->out, "Folder to write")->required();
    command.add_option("--joint", request->joint, "Folder of the joint weights; those of the program unless given");
}

}  // namespace

void declareBackbone(CLI::App &app, CommandContext &context)
{
    auto folder = std::make_shared<std::string>();
    CLI::App &command = *app.add_subcommand("backbone", "The frozen network that all tasks share");
    command.require_subcommand(1);
    addCommand(command, context, "list", "List the backbones that can be chosen by name",
               [&context] { list(context); });
    addCommand(command, context, "check", "Say whether a folder can be used, and what is wrong with it",
               [folder, &context] { check(*folder, context); })
        .add_option("FOLDER", *folder, "Hugging Face folder, or a name from the list")
        ->required();
    declareAssemble(command, context);
}

}  // namespace atlas::app
