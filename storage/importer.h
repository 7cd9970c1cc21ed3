#pragma once

#include "core/observer.h"
#include "storage/records.h"

#include <functional>
#include <span>
#include <stop_token>

namespace atlas::storage {

class Project;

/// A row on its way in: a sample whose pictures are still files of the source (image.path, no hash yet) or bytes in
/// memory (IDX).
struct IncomingSample {
    Sample sample;
    std::vector<unsigned char> imageBytes;  ///< encoded picture made by the importer; empty = read sample.image->path
};

/// Where an importer puts what it reads.
class ImportSink {
public:
    virtual ~ImportSink() = default;
    virtual void sample(IncomingSample sample) = 0;
    virtual void problem(Problem problem) = 0;
    virtual void progress(double fraction) = 0;
};

/// One format, one file in storage/import, one line in the registry (importers()).
struct Importer {
    std::string name;   ///< "csv": the FORMAT of the command line
    std::string title;  ///< English, translatable in context "Importer"
    /// 0 = not mine .. 100 = surely mine, by looking at the source (names and first bytes only).
    int (*sniff)(const std::filesystem::path &source) = nullptr;
    /// Reads rows in order and hands them over. Does not touch the project. Never throws for a bad row: a problem.
    void (*read)(const ImportRequest &request, ImportSink &sink, std::stop_token stop) = nullptr;
};

std::span<const Importer> importers();

/// All that a request may name, in words: those of the registry, and the archives that hold one.
std::string formatNames();

/// Reads the source, stores pictures by content, and writes all rows in one transaction: the file set is imported
/// whole (without its bad rows, which are reported) or, when an error forbids it (MISSING_COLUMN, unreadable source,
/// cancel, full disk), not at all. A dry run stores nothing.
/// Errors: Cancelled, DiskFull, Locked. What is wrong with the data stands in the report instead.
ImportReport importInto(Project &project, const ImportRequest &request, Observer &observer, std::stop_token stop);

}  // namespace atlas::storage
