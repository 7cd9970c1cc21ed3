#pragma once

#include "core/observer.h"

#include <cstdint>
#include <stop_token>
#include <string>

namespace atlas::engine {
class Engine;
}
namespace atlas::storage {
class Project;
}

namespace atlas::app {

/// Suggestions by a finished run: its task answers for every sample of the dataset that has no label (or a disputed
/// one), and the answers with their calibrated probabilities are kept as suggestions (storage::InsightStore::suggest).
/// Labels and everything else stay as they are. `run`: as RunStore::find() takes it; `task` empty = the one that fits.
/// Returns for how many samples there is a suggestion now; samples that cannot be read are left out, and the observer
/// is warned. Blocks.  Errors: NotFound; Usage (no task fits, or several do); BadInput (nothing is without a label,
/// none of the samples can be read, backbone); those of Engine::predict. Then nothing was changed.
std::int64_t suggestFromRun(engine::Engine &engine, storage::Project &project, std::int64_t dataset,
                            const std::string &run, const std::string &task, Observer &observer,
                            const std::stop_token &stop);

}  // namespace atlas::app
