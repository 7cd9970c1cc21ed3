#pragma once

#include "report/document.h"

#include <QByteArray>

#include <span>

namespace atlas::report {

struct ReportInput;

/// A form of the report. A new one is a new file in writers/ and one line in writers.cpp. The same input gives the same
/// bytes.
struct Writer {
    const char *suffix;  ///< "pdf": what a file's name ends in
    QByteArray (*write)(const Document &document, const ReportInput &input) = nullptr;
    bool data = false;  ///< figures for other programs: the document's words and charts are not needed
};

std::span<const Writer> writers();

/// The one for a file of this name.  Errors: Usage (naming the suffixes there are).
const Writer &writerFor(const std::string &fileName);

}  // namespace atlas::report
