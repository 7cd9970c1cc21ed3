#pragma once

#include "report/document.h"

#include <span>
#include <stop_token>

namespace atlas::report {

struct ReportInput;

enum class Extent { Full, OnePage };

/// A part of the report. A new one is a new file in sections/ and one line in sections.cpp.
struct SectionKind {
    const char *id;
    const char *title;       ///< English, translatable in context "Report"; empty = it has none
    bool inSummary = false;  ///< stands on the one page as well
    bool appendix = false;   ///< begins on a page of its own
    /// Its blocks; none = the section is left out.
    std::vector<Block> (*write)(const ReportInput &input, Extent extent) = nullptr;
};

std::span<const SectionKind> sectionKinds();

/// The whole report in the language that is installed.  Errors: Cancelled.
Document makeDocument(const ReportInput &input, Extent extent, const std::stop_token &stop = {});

/// The answer alone, as the first section says it.
Verdict verdictWords(const ReportInput &input);

}  // namespace atlas::report
