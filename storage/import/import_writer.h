#pragma once

#include "storage/import/import_pipeline.h"

#include <span>

namespace atlas::storage {

class Connection;

/// What is written in the one transaction of an import.
struct ImportBatch {
    const ImportRequest &request;  ///< with its kind settled
    std::filesystem::path assets;  ///< the project's asset folder
    std::vector<Sample> samples;
    const CheckedPictures &pictures;
};

/// Makes the dataset if absent, brings samples that are there already up to date, inserts the others, and keeps the
/// report in the import log. Adds to the report what it found.
/// Requires: runs as a writer's job.  Errors: Cancelled, DiskFull; then the transaction is undone.
void writeImport(Connection &connection, const ImportBatch &batch, ImportReport &report, Observer &observer,
                 const std::stop_token &stop);

}  // namespace atlas::storage
