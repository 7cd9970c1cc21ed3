#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace atlas::bench {

/// How large a made project is.
struct Scale {
    int runs = 10'000;
    int settings = 50;
    int seriesPerRun = 20;              ///< of a few points each
    std::int64_t longest = 10'000'000;  ///< points of one further series
};

/// The task that the longest series is of: the last one, whose curves are drawn first.
inline constexpr char kLongTask[] = "questions";

/// Makes a project of that many finished runs over four tasks, with cells, costs, decisions, curves, tags and notes.
/// Returns the uuid of the run that has the longest series.
/// Errors: those of Project::create.
std::string makeScaleProject(const std::filesystem::path &folder, const Scale &scale);

}  // namespace atlas::bench
