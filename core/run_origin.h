#pragma once

#include "core/run_record.h"
#include "core/task.h"

#include <span>
#include <string>
#include <vector>

namespace atlas {

/// A way to go on from a finished run. The finished run stays as it is; what is learned is a run of its own.
struct OriginKind {
    std::string name;       ///< "version", stable, for files and the command line
    std::string help;       ///< one sentence, English, translatable in context "Origin"
    bool takesOver = true;  ///< the tasks of the finished run are tasks of the new one
    bool replaces =
        false;  ///< the task stands in the place of its older version; only its head and queries are learned
    bool newVersion = true;  ///< for more samples of a task of the run (inflow), not for another task
};

/// The registry: transfer, head, version, scratch.
std::span<const OriginKind> originKinds();

/// Errors: Usage, naming the kinds there are.
const OriginKind &originKind(const std::string &name);

/// Errors: Usage when the run is not finished.
void requireFinished(const RunRecord &run);

/// A run that goes on from a finished one: what it is asked to do and its tasks.
struct DerivedRun {
    RunSpec spec;  ///< as that of `parent`, with its origin; seed and settings are the caller's to change
    std::vector<std::string> tasks;  ///< in learning order
};

/// The run that learns `task` in this way from `parent`. `older`: the task of the parent that it is the newer version
/// of; empty where the kind asks for none.
/// Errors: Usage (the parent is not finished, has the task already, or lacks the older version).
DerivedRun deriveRun(const RunRecord &parent, const OriginKind &kind, const Task &task, const std::string &older = {});

/// Place of the task in the run that `deriveRun` describes.
int learnedPlace(const RunSpec &spec, std::size_t tasks);

}  // namespace atlas
