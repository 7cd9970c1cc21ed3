#include "storage/run_summary.h"

#include "storage/query.h"

namespace atlas::storage {

void refreshSummary(Connection &connection, std::int64_t run)
{
    Query(connection, "INSERT OR REPLACE INTO run_summary SELECT * FROM run_measured WHERE run_id = ?").bind(run).run();
}

void refreshSummaries(Connection &connection)
{
    Query(connection, "INSERT OR REPLACE INTO run_summary SELECT * FROM run_measured WHERE learned > 0 OR costs > 0")
        .run();
}

}  // namespace atlas::storage
