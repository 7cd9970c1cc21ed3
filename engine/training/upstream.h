#pragma once

#include "engine/api/engine.h"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>

namespace atlas::engine {

/// Whether the task at this place was learned by the run that this one begins with.
bool isInherited(const TrainRequest &request, int task);

/// The spec by which the samples of the task at this place are drawn: its own run's.
const RunSpec &drawnBy(const TrainRequest &request, int task);

/// The place of the sequence at which learning begins.
int firstPlace(const TrainRequest &request);

/// Errors: Usage when the request's origin and its upstream do not fit each other or its tasks.
void checkUpstream(const TrainRequest &request);

/// Puts the packages of the tasks taken over into the model folder, where they are not there already: as hard links,
/// or as copies where the file system has none. Packages are replaced as a whole and never written into, so that a
/// link is as good as a copy.
/// Errors: NotFound (a package that is gone), Damaged (one that is not that of its task), DiskFull, Io.
void takeOverPackages(const Upstream &upstream, const std::filesystem::path &modelFolder);

/// Errors: Usage when the adapters taken over are not as wide as the run's settings ask for.
/// Requires: takeOverPackages().
void requireBottleneck(const Upstream &upstream, const std::filesystem::path &modelFolder, int bottleneck);

/// What a checkpoint remembers of it: the origin and the SHA-256 of each package taken over.
/// Requires: takeOverPackages().
nlohmann::json fingerprintOf(const Upstream &upstream, const RunOrigin &origin,
                             const std::filesystem::path &modelFolder);

}  // namespace atlas::engine
