#pragma once

#include "core/run_origin.h"
#include "storage/records.h"

namespace atlas::storage {

class Connection;

/// Runs as rows: queued, claimed by whoever trains them, kept alive by heartbeats.
class RunStore {
public:
    explicit RunStore(Connection &connection) : m_connection(connection) {}

    /// Queues a run over the sequence as it is now.  Errors: NotFound (sequence).
    RunRecord create(const RunSpec &spec);

    /// Queues a run that goes on from a finished one (core/run_origin.h), over these tasks. What its origin measured of
    /// tasks that are taken over is copied, so that the run's results are whole without measuring it again.
    /// Errors: NotFound (task, origin).
    RunRecord create(const DerivedRun &run);

    /// Takes the oldest queued run (or the given one, queued or resumable) for this process and marks it running.
    std::optional<RunRecord> claim(const std::string &uuid = {});

    void heartbeat(const std::string &uuid, double progress, const std::string &message);
    void setStatus(const std::string &uuid, RunStatus status, const std::string &message);

    /// Marks runs that are "running" without a heartbeat for `silentUs` (or whose process on this host is gone) as
    /// interrupted, and returns them.
    std::vector<RunRecord> markInterrupted(std::int64_t silentUs = 60'000'000);

    std::vector<RunRecord> list();  ///< newest first
    /// By uuid, unambiguous start of a uuid, name, or row number.
    std::optional<RunRecord> find(const std::string &key);
    void remove(const std::string &uuid);  ///< soft: hidden from lists, kept in the file

private:
    std::int64_t insert(const RunSpec &spec);

    Connection &m_connection;
};

}  // namespace atlas::storage
