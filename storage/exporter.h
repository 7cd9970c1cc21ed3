#pragma once

#include "core/observer.h"
#include "core/sentence.h"
#include "core/task.h"
#include "storage/records.h"

#include <filesystem>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace atlas::storage {

class Project;
class ExportFolder;

/// All of a dataset, as it is written.
struct ExportedSet {
    Dataset dataset;
    std::vector<LabelClass> classes;
    std::vector<Sample> samples;
};

/// One format, one file in storage/export, one line in the registry (exporters()).
struct Exporter {
    std::string name;   ///< "csv": the FORMAT of the command line
    std::string title;  ///< English, translatable in context "Exporter"
    std::string keeps;  ///< what of a sample is written, one sentence, same context
    /// Why the set cannot be written in this format without losing something; empty = it can.
    Sentence (*obstacle)(const ExportedSet &set) = nullptr;
    void (*write)(const ExportedSet &set, ExportFolder &folder) = nullptr;
};

std::span<const Exporter> exporters();

/// Their names, in words.
std::string exportFormatNames();

struct ExportRequest {
    std::string dataset;
    std::string format;
    std::filesystem::path target;                           ///< a folder that is made; must not exist, or be empty
    std::optional<std::vector<std::int64_t>> samples = {};  ///< these alone, in this order; nothing = all
};

struct ExportReport {
    std::int64_t samples = 0;
    std::int64_t pictures = 0;  ///< files
};

/// Why each format cannot hold the samples that the request names, in the order of exporters(); empty words = it can.
/// Errors: NotFound (dataset).
std::vector<Sentence> exportObstacles(const Project &project, const ExportRequest &request);

/// Writes a dataset so that importing it again gives the same samples (exporter.keeps). The folder appears whole or not
/// at all. Sources and project are not touched.
/// Errors: Usage (format), NotFound (dataset, a picture that is gone), BadInput (the format cannot hold it; the target
/// is there already), DiskFull, Io, Cancelled.
/// Threads: any; blocks.
ExportReport exportDataset(const Project &project, const ExportRequest &request, Observer &observer,
                           const std::stop_token &stop);

}  // namespace atlas::storage
