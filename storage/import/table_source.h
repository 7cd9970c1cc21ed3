#pragma once

#include "storage/import/source_root.h"
#include "storage/importer.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace atlas::storage {

/// One table of a source and what its name tells.
struct TableFile {
    std::filesystem::path file;
    Split split = Split::Unassigned;  ///< "train.csv", "clinc_test.jsonl": from the name
    std::filesystem::path labels;     ///< a file with one label per record, or empty
};

/// How surely `source` is such a table, or a folder of them at its top: by names only.
int sniffTables(const std::filesystem::path &source, std::span<const std::string_view> extensions);

/// The tables of the request in order of their names: the file itself, or a folder's files named by split, or its only
/// one. Labels beside a table are found as `<stem>-labels.lst`. Gives problems to the sink; empty = nothing to read.
std::vector<TableFile> findTables(const ImportRequest &request, const SourceRoot &root,
                                  std::span<const std::string_view> extensions, ImportSink &sink);

/// The part of the data a file name speaks of: one of its words between '-', '_' and '.'.
Split splitOfName(const std::string &stem);

/// A text file as UTF-8; nothing, and a problem, when it cannot be read or holds nothing. `encoding`: as the user says;
/// empty = found out, which is told.
std::optional<std::string> readSourceText(const std::filesystem::path &file, const std::string &where, ImportSink &sink,
                                          const std::string &encoding = {});

/// The lines of a text without their ends; an empty last line is not one.
std::vector<std::string> splitLines(const std::string &text);

}  // namespace atlas::storage
