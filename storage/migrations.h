#pragma once

#include "core/sentence.h"
#include "storage/schema.h"

#include <filesystem>

namespace atlas::storage {

class Connection;

/// The version the database has (PRAGMA user_version).
int schemaVersion(Connection &connection);

/// The version this program writes.
int currentSchemaVersion();

/// Takes the database to the last of `steps`. Under one write lock: reads the version, copies the file to
/// `backups` and checks the copy (unless the database is new, or `backups` is empty: it is a copy itself), runs the
/// steps, checks foreign keys, writes the log; all of it or nothing. Does nothing when the version is there already.
/// Errors: Damaged (the backup or a foreign key is not sound), DiskFull, Io, Locked.
void migrate(Connection &connection, const std::filesystem::path &backups,
             std::span<const SchemaStep> steps = schemaSteps());

/// Compares tables, indexes, triggers and views with those that `steps` make. Returns what differs, in words; empty =
/// the same. A project from elsewhere must not bring triggers of its own.
Sentence schemaFault(Connection &connection, std::span<const SchemaStep> steps = schemaSteps());
std::string schemaDifference(Connection &connection,
                             std::span<const SchemaStep> steps = schemaSteps());  ///< in English

}  // namespace atlas::storage
