#include "storage/verify.h"

#include "app/commands/commands.h"
#include "app/commands/context.h"
#include "app/commands/terminal_observer.h"
#include "app/decide.h"
#include "core/error.h"
#include "storage/connection.h"
#include "storage/run_store.h"
#include "storage/task_store.h"

#include <CLI/CLI.hpp>

namespace atlas::app {
namespace {

/// What is wrong with the trained weights of the project's runs.
std::vector<std::string> verifyModels(const storage::Project &project, CommandContext &context)
{
    std::vector<std::string> problems;
    const auto connection = project.connect();
    storage::TaskStore tasks(*connection, project.assetFolder());
    for (const RunRecord &run : storage::RunStore(*connection).list()) {
        const std::filesystem::path folder = project.modelFolder(run.uuid);
        if (!std::filesystem::exists(folder)) {
            continue;  // never started; a finished run without its folder is found by verifyProject
        }
        std::vector<Task> ofRun;
        for (const std::string &name : run.tasks) {
            if (const auto task = tasks.find(name)) {
                ofRun.push_back(*task);
            }
        }
        for (const std::string &problem : context.engine().verify(folder, ofRun)) {
            problems.push_back(run.name + ": " + problem);
        }
    }
    return problems;
}

}  // namespace

void declareVerify(CLI::App &app, CommandContext &context)
{
    auto folder = std::make_shared<std::filesystem::path>();
    CLI::App &command = addCommand(
        app, context, "verify", "Check the database, the pictures, the trained weights and the audit trail",
        [folder, &context] {
            const auto project = openForReading(*folder);
            TerminalObserver observer;
            std::vector<std::string> problems = storage::verifyProject(*project, observer, context.stop());
            for (std::string &problem : verifyModels(*project, context)) {
                problems.push_back(std::move(problem));
            }
            std::string text;
            for (const std::string &problem : problems) {
                text += problem + "\n";
            }
            const auto connection = project->connect();
            const storage::ChainCheck trail = storage::AuditTrail(*connection).verify();
            context.answer({{"sound", problems.empty()}, {"problems", problems}, {"audit_trail", toJson(trail)}},
                           (problems.empty() ? "The project is sound.\n" : text) + toText(trail));
            context.exitStatus = problems.empty() ? 0 : exitCode(ErrorCode::Damaged);
        });
    command.add_option("PROJECT", *folder, "Project folder")->required();
}

}  // namespace atlas::app
