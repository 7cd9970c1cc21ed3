#include "storage/query.h"

#include <limits>

namespace atlas::storage {
namespace {

/// Runs a call of SQLiteCpp and turns its exception into ours.
template <typename Call>
auto guarded(Connection &connection, Call call)
{
    try {
        return call();
    } catch (const SQLite::Exception &exception) {
        throw connection.error(exception);
    }
}

}  // namespace

Query::Query(Connection &connection, const std::string &sql)
    : m_connection(connection), m_statement(connection.borrow(sql))
{
}

Query::~Query()
{
    m_connection.giveBack(std::move(m_statement));
}

bool Query::step()
{
    return guarded(m_connection, [this] { return m_statement->executeStep(); });
}

void Query::first()
{
    if (!step()) {
        throw Error(ErrorCode::Internal, "A query returned no row: " + m_statement->getQuery());
    }
}

void Query::run()
{
    guarded(m_connection, [this] {
        while (m_statement->executeStep()) {}
        m_statement->reset();
    });
}

bool Query::isNull(int column) const
{
    return guarded(m_connection, [&] { return m_statement->isColumnNull(column); });
}

std::int64_t Query::integer(int column) const
{
    return guarded(m_connection, [&] { return m_statement->getColumn(column).getInt64(); });
}

double Query::real(int column) const
{
    return optionalReal(column).value_or(std::numeric_limits<double>::quiet_NaN());
}

std::optional<double> Query::optionalReal(int column) const
{
    return guarded(m_connection, [&]() -> std::optional<double> {
        const SQLite::Column value = m_statement->getColumn(column);
        return value.isNull() ? std::nullopt : std::optional(value.getDouble());
    });
}

std::string Query::text(int column) const
{
    return guarded(m_connection, [&] { return m_statement->getColumn(column).getString(); });
}

std::span<const std::byte> Query::blob(int column) const
{
    return guarded(m_connection, [&] {
        const SQLite::Column value = m_statement->getColumn(column);
        const auto *bytes = static_cast<const std::byte *>(value.getBlob());
        return std::span(bytes, static_cast<std::size_t>(value.getBytes()));
    });
}

void Query::set(int index, double value)
{
    guarded(m_connection, [&] { m_statement->bind(index, value); });
}

void Query::set(int index, const std::string &value)
{
    guarded(m_connection, [&] { m_statement->bind(index, value); });
}

void Query::set(int index, std::span<const std::byte> value)
{
    guarded(m_connection, [&] { m_statement->bind(index, value.data(), static_cast<int>(value.size())); });
}

void Query::setInteger(int index, std::int64_t value)
{
    guarded(m_connection, [&] { m_statement->bind(index, value); });
}

void Query::setNull(int index)
{
    guarded(m_connection, [&] { m_statement->bind(index); });
}

}  // namespace atlas::storage
