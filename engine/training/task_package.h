#pragma once

#include "engine/backbone/backbone.h"
#include "engine/training/package_info.h"
#include "engine/training/run_model.h"

#include <filesystem>
#include <string>
#include <vector>

namespace atlas::engine {

/// Describes a learned task; sizes come from the model, the rest is the caller's. `shared`: the package also holds the
/// tuned weights and prompts that the run has now.
PackageInfo describePackage(const Task &task, const Backbone &backbone, const RunModel &model, const TaskModel &learned,
                            const std::vector<int> &stored, bool shared);

/// Writes all that one task answers with, and what its strategy keeps of it, as one file, as one step.
/// Errors: DiskFull, Io.
void writePackage(const std::filesystem::path &file, const PackageInfo &info, const RunModel &model,
                  const TaskModel &learned);

/// A package as read, before it is put into a model.
struct Package {
    PackageInfo info;
    TensorMap tensors;
};

/// Reads and checks a package: every tensor that its description asks for is there and no other.
/// Errors: NotFound; Damaged (not a package, missing and extra keys listed).
Package readPackage(const std::filesystem::path &file);

/// Only what the package says of itself.  Errors: as readPackage().
PackageInfo readPackageInfo(const std::filesystem::path &file);

/// Errors: BadInput when the package was trained on another backbone.
void requireBackbone(const PackageInfo &info, const Backbone &backbone, const std::string &file);

/// Puts a package's adapters and prompts into the model and appends its task, with the tuned weights it holds.
/// Requires: packages are installed in the order of their tasks.
/// Errors: Damaged (another place in the sequence, other sizes, an adapter it mixes is nowhere).
void installPackage(Package package, const std::string &file, RunModel &model);

/// Installs the packages of the first `count` tasks of a run, all trained on this backbone. `newest`: all tasks answer
/// with the newest tuned weights (RunModel::adoptNewest).
void installPackages(const std::filesystem::path &modelFolder, const std::vector<std::string> &tasks, int count,
                     const Backbone &backbone, bool newest, RunModel &model);

}  // namespace atlas::engine
