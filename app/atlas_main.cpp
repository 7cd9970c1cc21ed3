#include "app/commands/commands.h"
#include "app/commands/context.h"
#include "app/interrupt.h"
#include "core/allocator.h"
#include "core/error.h"
#include "core/idle_threads.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <cstring>
#include <new>

using namespace atlas;
using namespace atlas::app;

namespace {

int report(const CommandContext &context, const Error &error)
{
    std::fprintf(stderr, "atlas: %s\n", error.message().c_str());
    if (!error.hint().empty()) {
        std::fprintf(stderr, "  %s\n", error.hint().c_str());
    }
    if (context.json) {
        context.answer({{"error",
                         {{"code", codeName(error.code())},
                          {"message", error.message()},
                          {"hint", error.hint()},
                          {"exit", exitCode(error.code())}}}},
                       {});
    }
    return exitCode(error.code());
}

/// A wrong call must end with 2 in CLI11's own exceptions too; help and version end with 0.
int reportUsage(CLI::App &program, const CLI::ParseError &error)
{
    return program.exit(error) == 0 ? 0 : exitCode(ErrorCode::Usage);
}

}  // namespace

int main(int argc, char **argv)
{
    letIdleThreadsSleep(argv);
    keepLargeBlocks();
    const Interrupt interrupt;
    CommandContext context(interrupt.stop());

    CLI::App program("Atlas Workbench: learn new tasks on pictures and texts without forgetting the old ones.",
                     "atlas");
    program.set_version_flag("--version", "atlas " ATLAS_VERSION);
    program.require_subcommand(1);
    for (const auto declare :
         {declareInit,     declareImport, declareExport,   declareQuality,  declareAgreement, declareTask,
          declareSequence, declareTrain,  declareTransfer, declareInflow,   declareResume,    declareRobustness,
          declareRuns,     declareTag,    declareRename,   declareResults,  declareCompare,   declareDecide,
          declareTargets,  declareRoi,    declareModel,    declareAudit,    declareReport,    declareSnapshot,
          declarePredict,  declareVerify, declareVersion,  declareBackbone, declarePretrain,  declareCache,
          declareDemo}) {
        declare(program, context);
    }

    try {
        program.parse(argc, argv);
        return context.exitStatus;
    } catch (const CLI::ParseError &error) {
        return reportUsage(program, error);
    } catch (const Error &error) {
        return report(context, error);
    } catch (const std::bad_alloc &) {
        return report(context,
                      Error(ErrorCode::OutOfMemory, say(QT_TRANSLATE_NOOP("Sentence", "The memory is used up.")),
                            say(QT_TRANSLATE_NOOP("Sentence", "Close other programs."))));
    } catch (const std::exception &error) {
        return report(context, Error(ErrorCode::Internal, error.what(), "This is a fault of the program."));
    }
}
