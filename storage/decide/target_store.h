#pragma once

#include "core/roi.h"
#include "core/targets.h"

namespace atlas::storage {

class Connection;

/// What is asked of the models of a sequence, and what was typed for their return. Each change is an entry of the audit
/// trail.  Requires: setters run inside a writer's job.
class TargetStore {
public:
    explicit TargetStore(Connection &connection) : m_connection(connection) {}

    Targets targets(const std::string &sequence);
    /// Replaces all of them; the same again is no change.  Errors: those of setTarget().
    void setTargets(const std::string &sequence, const Targets &targets, const std::string &actor);

    RoiSheet roi(const std::string &sequence);
    /// Errors: those of setAssumption().
    void setRoi(const std::string &sequence, const RoiSheet &sheet, const std::string &actor);

private:
    Connection &m_connection;
};

/// "minimum notes = 0.9; average = 0.85": as the audit trail tells it.
std::string toText(const Targets &targets);
std::string toText(const RoiSheet &sheet);

}  // namespace atlas::storage
