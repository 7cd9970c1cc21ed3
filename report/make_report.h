#pragma once

#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace atlas::report {

struct ReportRequest {
    std::filesystem::path project;
    std::vector<std::string> runs;  ///< uuid, its start, name, number, or an alias such as "production"
    std::filesystem::path file;     ///< its ending is the form
    bool summary = false;           ///< one page instead of all
};

struct ReportFacts {
    std::string verdict;   ///< go, no_go, undecided
    std::string word;      ///< the same in the language of the report
    std::string sentence;  ///< why
    std::string run;       ///< uuid of the one that is reported on
    std::string baseline;  ///< uuid; empty = there is none
    std::string sha256;    ///< of the file
    std::size_t bytes = 0;
};

/// Reads, writes and puts the file in its place as one step, in the language of this process.
/// Requires: a QApplication.  Errors: those of readReportInput and writerFor; DiskFull, Io.
ReportFacts makeReport(const ReportRequest &request, const std::function<void(double, const std::string &)> &progress,
                       const std::stop_token &stop);

}  // namespace atlas::report
