#include "storage/sample_events.h"

#include "core/files.h"
#include "storage/query.h"

#include <utility>

namespace atlas::storage {

const char *placeName(bool removed) noexcept
{
    return removed ? "removed" : "in the dataset";
}

SampleEvents::SampleEvents(Connection &connection, std::string actor)
    : m_connection(connection), m_actor(std::move(actor))
{
}

void SampleEvents::write(const std::string &what, std::int64_t sample, const std::string &before,
                         const std::string &after)
{
    Query(m_connection, "INSERT INTO event (at_us, actor, what, sample_id, before_value, after_value) "
                        "VALUES (?, ?, ?, ?, ?, ?)")
        .bind(nowUs(), m_actor, what, sample, before, after)
        .run();
}

}  // namespace atlas::storage
