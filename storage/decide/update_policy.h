#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace atlas::storage {

class Connection;

/// When the model in production is to be trained again, and who decides.
struct UpdatePolicy {
    std::optional<std::int64_t> newSamples = {};  ///< labelled samples since it learned
    std::optional<std::int64_t> ageDays = {};     ///< since it was trained
    std::optional<double> below = {};             ///< its average score, 0 to 1
    std::string decides = {};                     ///< a name or a role, as typed
    bool secondPerson = false;  ///< what goes to production is approved by somebody else than who asks
    std::string note = {};

    bool operator==(const UpdatePolicy &) const = default;
};

/// How far the version in production is from being trained again; nothing where none serves or it cannot be told.
struct PolicyStatus {
    std::optional<std::int64_t> newSamples;
    std::optional<std::int64_t> ageDays;
    std::optional<double> average;
    bool due = false;  ///< at least one of what the policy names is reached
};

/// Empty while nobody has written one.
UpdatePolicy readPolicy(Connection &connection);

/// An entry of the audit trail where it is another one than before.
/// Requires: a writer's job.  Errors: BadInput (a number that makes no sense).
void writePolicy(Connection &connection, const UpdatePolicy &policy, const std::string &actor);

/// Threads: the connection's.
PolicyStatus readPolicyStatus(Connection &connection);

std::string toText(const UpdatePolicy &policy);  ///< as the audit trail tells it

}  // namespace atlas::storage
