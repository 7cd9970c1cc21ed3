#pragma once

#include <cstdint>
#include <span>

namespace atlas::storage {

/// "ATLS": marks a file as a project database (bytes 68 to 71 of its header).
inline constexpr std::int32_t kApplicationId = 0x41544C53;

/// One numbered file of resources/schema: takes a database from version - 1 to version.
struct SchemaStep {
    int version = 0;
    const char *name = "";
    const char *sql = "";
};

/// All steps, 1, 2, 3, ... without gaps; compiled in.
std::span<const SchemaStep> schemaSteps();

}  // namespace atlas::storage
