#pragma once

#include "app/demo/demo_data.h"
#include "core/observer.h"
#include "core/run_record.h"
#include "storage/project.h"

#include <filesystem>
#include <functional>
#include <stop_token>
#include <vector>

namespace atlas::app {

inline constexpr std::uint64_t kDemoSeed = 20;
inline constexpr const char *kDemoSequence = "demo";

/// Draws the demo's own data from a seed, imports it, and makes its tasks and its sequence: pictures of parts with
/// defects, short notes, questions about a picture; Japanese and English, or one of them. Nothing of it comes from
/// outside. The sequence has two targets.
/// Errors: BadInput (the folder exists already), DiskFull, Cancelled.
std::unique_ptr<storage::Project> makeDemoProject(const std::filesystem::path &folder, Observer &observer,
                                                  std::stop_token stop, const DemoContent &content = {});

/// The runs that the demo trains, in this order: a rival that goes on training one adapter and forgets, then atlas with
/// the policy always, so that pages, which show the newest run first, show atlas; both on `mini` with the same budget,
/// together two minutes on two cores. Settings that are not named get their defaults from makeSpecs().
std::vector<RunSpec> demoRunSpecs();

}  // namespace atlas::app
