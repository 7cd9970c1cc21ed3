#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace atlas::app {

/// What `atlas report` and the program that makes reports are told alike.
struct ReportOptions {
    std::string project;
    std::vector<std::string> runs;
    std::string out;
    std::string language = "en";
    bool summary = false;
    bool json = false;
    bool progress = false;
};

void addReportOptions(CLI::App &command, ReportOptions &options);

}  // namespace atlas::app
