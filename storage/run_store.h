#pragma once

#include "storage/records.h"

namespace atlas::storage {

class Connection;

/// Runs as rows: queued, claimed by whoever trains them, kept alive by heartbeats.
class RunStore {
public:
    explicit RunStore(Connection &connection) : m_connection(connection) {}

    /// Queues a run over the sequence as it is now.  Errors: NotFound (sequence).
    RunRecord create(const RunSpec &spec);

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
    Connection &m_connection;
};

}  // namespace atlas::storage
