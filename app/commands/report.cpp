#include "app/report_options.h"

#include "app/commands/commands.h"
#include "app/commands/context.h"
#include "app/executable.h"
#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace atlas::app {
namespace {

/// This process becomes the program that makes reports: it has Qt, which would cost every start of the others a third
/// of a second.
[[noreturn]] void become(const std::filesystem::path &program, const ReportOptions &options)
{
    std::vector<std::string> arguments{program.string(), options.project};
    arguments.insert(arguments.end(), options.runs.begin(), options.runs.end());
    arguments.insert(arguments.end(), {"--out", options.out, "--lang", options.language});
    for (const auto &[given, flag] :
         {std::pair{options.summary, "--summary"}, {options.json, "--json"}, {options.progress, "--progress"}}) {
        if (given) {
            arguments.emplace_back(flag);
        }
    }
    std::vector<char *> pointers;
    for (std::string &argument : arguments) {
        pointers.push_back(argument.data());
    }
    pointers.push_back(nullptr);
    ::execv(program.c_str(), pointers.data());
    throw Error(errno == ENOENT ? ErrorCode::NotFound : ErrorCode::Io,
                say(QT_TRANSLATE_NOOP("Sentence",
                                      "The program that makes reports cannot be started: %1: %2. Nothing was written."),
                    program.string(), std::strerror(errno)),
                say(QT_TRANSLATE_NOOP("Sentence", "It belongs beside the program atlas: install the package again.")));
}

}  // namespace

void declareReport(CLI::App &app, CommandContext &context)
{
    auto options = std::make_shared<ReportOptions>();
    CLI::App &command = addCommand(app, context, "report", "Write the report for a meeting: PDF, ODT, HTML, CSV, JSON",
                                   [options, &context] {
                                       options->json = context.json;
                                       become(executableFolder() / "atlas-report", *options);
                                   });
    addReportOptions(command, *options);
}

}  // namespace atlas::app
