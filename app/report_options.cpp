#include "app/report_options.h"

#include <CLI/CLI.hpp>

namespace atlas::app {

void addReportOptions(CLI::App &command, ReportOptions &options)
{
    command.add_option("PROJECT", options.project, "Project folder, or a snapshot of one")->required();
    command
        .add_option(
            "RUN", options.runs,
            "Runs: uuid, its start, name, number, or an alias such as production. The first is reported on, the "
            "next is what it is held against (else what is in production), more stand beside them")
        ->required();
    command
        .add_option("--out", options.out,
                    "File to write; its ending is the form: .pdf, .odt, .html to read, .csv, .json with all figures")
        ->required();
    command.add_option("--lang", options.language, "Language of what is read: en, ja")->capture_default_str();
    command.add_flag("--summary", options.summary, "One page instead of the whole report");
    command.add_flag("--progress", options.progress, "Say on stderr how far it is");
    if (command.get_option_no_throw("--json") == nullptr) {
        command.add_flag("--json", options.json, "Print one JSON object on stdout");
    }
}

}  // namespace atlas::app
