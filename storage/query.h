#pragma once

#include "storage/connection.h"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace atlas::storage {

/// One prepared statement in use. Taken from its connection's stock and put back when this object ends, so the same
/// text is prepared once. All errors leave it as atlas::Error.
/// Threads: the connection's.
class Query {
public:
    Query(Connection &connection, const std::string &sql);
    ~Query();
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;

    /// Sets all parameters, ?1 first. A NaN is stored as NULL (SQLite knows none); nullopt as well.
    template <typename... Values>
    Query &bind(const Values &...values)
    {
        int index = 0;
        (set(++index, values), ...);
        return *this;
    }

    /// Sets one parameter by its number (?7 is 7).
    template <typename Value>
    Query &bindAt(int index, const Value &value)
    {
        set(index, value);
        return *this;
    }

    /// Goes to the next row; false after the last.
    bool step();
    /// Goes to the first row.  Errors: Internal when there is none.
    void first();
    /// Runs to the end and makes the statement ready for other values.
    void run();

    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;                         ///< NULL reads as NaN
    std::optional<double> optionalReal(int column) const;  ///< NULL reads as nullopt
    std::string text(int column) const;
    std::span<const std::byte> blob(int column) const;  ///< valid until the next step

private:
    template <std::integral Integer>
    void set(int index, Integer value)
    {
        setInteger(index, static_cast<std::int64_t>(value));
    }
    void set(int index, double value);
    void set(int index, const std::string &value);
    void set(int index, const char *value) { set(index, std::string(value)); }
    void set(int index, std::span<const std::byte> value);
    template <typename Value>
    void set(int index, const std::optional<Value> &value)
    {
        value ? set(index, *value) : setNull(index);
    }
    void setInteger(int index, std::int64_t value);
    void setNull(int index);

    Connection &m_connection;
    std::unique_ptr<SQLite::Statement> m_statement;
};

}  // namespace atlas::storage
