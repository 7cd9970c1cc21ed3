#pragma once

#include "core/observer.h"
#include "engine/backbone/backbone.h"

#include <filesystem>

namespace atlas::engine {

/// Opens the project's cache for a backbone that has something to keep; tells the observer when it cannot be used.
void openFeatureCache(Backbone &backbone, const std::filesystem::path &cacheFolder, std::int64_t limit,
                      Observer &observer);

}  // namespace atlas::engine
