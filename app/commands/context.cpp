#include "app/commands/context.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/api/loader.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <utility>

namespace atlas::app {

void CommandContext::answer(const nlohmann::ordered_json &object, const std::string &text) const
{
    // Bytes that are not UTF-8 (file names) are replaced, so that the output is always valid JSON.
    const std::string out =
        json ? object.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n" : text;
    std::fwrite(out.data(), 1, out.size(), stdout);
    if (std::fflush(stdout) != 0) {
        throw Error(ErrorCode::Io,
                    say(QT_TRANSLATE_NOOP("Sentence", "The answer could not be written to the standard output.")));
    }
}

engine::Engine &CommandContext::engine()
{
    if (!m_engine) {
        m_engine = engine::loadEngine();
    }
    return *m_engine;
}

std::unique_ptr<storage::Project> openForReading(const std::filesystem::path &folder)
{
    return storage::Project::open(folder, storage::OpenMode::ReadOnly);
}

std::unique_ptr<storage::Project> openForWriting(const std::filesystem::path &folder)
{
    return storage::Project::open(folder, storage::OpenMode::ReadWrite);
}

CLI::App &addCommand(CLI::App &parent, CommandContext &context, const std::string &name, const std::string &help,
                     std::function<void()> run)
{
    CLI::App &command = *parent.add_subcommand(name, help);
    command.add_flag("--json", context.json, "Print one JSON object on stdout");
    command.callback(std::move(run));
    return command;
}

}  // namespace atlas::app
