#pragma once

#include "storage/records.h"

#include <QObject>

#include <functional>

namespace atlas::widgets {

class FunctionJob;
class Session;

/// A job that runs one import (or dry run) of a session's project. `done` gets the report on the GUI thread while
/// `context` lives; the job fails, is cancelled or finishes as every job. Not started yet.
FunctionJob *makeImportJob(const Session &session, const storage::ImportRequest &request, QObject *context,
                           std::function<void(const storage::ImportReport &)> done);

/// Stops a job that nobody waits for any more; it deletes itself when it has ended. Does not block.
void abandon(FunctionJob *job);

/// A name for the dataset made of a source: its file or folder name without endings.
QString datasetNameFor(const QString &source);

}  // namespace atlas::widgets
