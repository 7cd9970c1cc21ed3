#pragma once

#include "engine/robustness/perturbation.h"

#include <span>

namespace atlas::engine {

/// The registry. A new perturbation is a new file in perturbations/ and one line in perturbations.h there.
std::span<const Perturbation> allPerturbations();

/// Errors: Usage, naming those there are.
const Perturbation &perturbation(const std::string &name);

}  // namespace atlas::engine
