#pragma once

namespace atlas::storage {

class Connection;

/// A write transaction that is taken at once (BEGIN IMMEDIATE: a later upgrade from reading would fail without
/// waiting) and undone when this object ends without commit().
class Transaction {
public:
    /// Errors: Locked when another process keeps the write lock for longer than the busy timeout.
    explicit Transaction(Connection &connection);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// Errors: DiskFull, Io; the transaction is then undone.
    void commit();

private:
    Connection &m_connection;
    bool m_open = true;
};

}  // namespace atlas::storage
