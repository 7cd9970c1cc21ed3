#pragma once

#include "storage/import/table_description.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <functional>

namespace atlas::widgets {

class FunctionJob;
class Session;

/// A job that runs one import (or dry run) of a session's project. `done` gets the report on the GUI thread while
/// `context` lives; the job fails, is cancelled or finishes as every job. Not started yet.
FunctionJob *makeImportJob(const Session &session, const storage::ImportRequest &request, QObject *context,
                           std::function<void(const storage::ImportReport &)> done);

/// A job that looks at the start of a table (describeTable); `done` gets nothing where the source is none.
FunctionJob *makeDescribeJob(const storage::ImportRequest &request, QObject *context,
                             std::function<void(const std::optional<storage::TableDescription> &)> done);

/// Stops a job that nobody waits for any more; it deletes itself when it has ended. Does not block.
void abandon(FunctionJob *job);

/// What was dropped or chosen at once, as imports one after the other: pictures are one dataset, everything else is one
/// each.
QList<QStringList> importSets(const QStringList &sources);

/// Of a file dialog: what can be read, by families.
QStringList importFilters();

/// A request for one of importSets(): of several pictures the folder they have in common, and they alone.
storage::ImportRequest sourceRequest(const QStringList &sources);

/// A name for the dataset made of a source: its file or folder name without endings.
QString datasetNameFor(const QString &source);

}  // namespace atlas::widgets
