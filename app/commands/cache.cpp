#include "app/commands/commands.h"
#include "app/commands/context.h"
#include "storage/feature_files.h"

#include <CLI/CLI.hpp>

namespace atlas::app {

void declareCache(CLI::App &app, CommandContext &context)
{
    struct Options {
        std::filesystem::path project;
        bool clear = false;
    };
    auto options = std::make_shared<Options>();
    CLI::App &command = addCommand(
        app, context, "cache", "Say how much embedded data a project keeps, or clear it", [options, &context] {
            const std::filesystem::path folder = openForReading(options->project)->cacheFolder();
            const std::int64_t bytes = storage::cachedFeatureBytes(folder);
            if (options->clear) {
                storage::clearCachedFeatures(folder);
            }
            context.answer({{"bytes", bytes}, {"cleared", options->clear}},
                           (options->clear ? "Cleared " : "Embedded data: ") + std::to_string(bytes) + " bytes\n");
        });
    command.add_option("PROJECT", options->project, "Project folder")->required();
    command.add_flag("--clear", options->clear, "Remove it; the next training makes what it needs again");
}

}  // namespace atlas::app
