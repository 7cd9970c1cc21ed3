#pragma once

#include "engine/backbone/backbone.h"
#include "engine/backbone/weights.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace atlas::engine {

/// A kind of backbone, found by `model_type` of a folder's config.json.
struct BackboneArchitecture {
    const char *modelType;
    /// Loads a folder. `report` is filled as far as it got, even when it throws.
    std::shared_ptr<Backbone> (*load)(const std::filesystem::path &folder, KeyReport &report);
    /// What config.json says, for people.
    std::string (*describe)(const std::filesystem::path &folder);
};

/// The registry. A new architecture is a new file and one line in backbone_registry.cpp.
std::span<const BackboneArchitecture> backboneArchitectures();

/// Errors: NotFound (no folder, no config.json), BadInput (names the architectures there are).
const BackboneArchitecture &architectureOf(const std::filesystem::path &folder);

}  // namespace atlas::engine
