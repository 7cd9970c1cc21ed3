#include "storage/transaction.h"

#include "storage/connection.h"

#include <sqlite3.h>

namespace atlas::storage {

Transaction::Transaction(Connection &connection) : m_connection(connection)
{
    m_connection.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction()
{
    sqlite3 *handle = m_connection.database().getHandle();
    if (m_open && sqlite3_get_autocommit(handle) == 0) {
        // A rollback that fails leaves nothing behind either: SQLite undoes the journal at the next open.
        sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

void Transaction::commit()
{
    m_connection.execute("COMMIT");
    m_open = false;
}

}  // namespace atlas::storage
