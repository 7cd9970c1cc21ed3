#include "storage/writer.h"

#include "storage/connection.h"
#include "storage/transaction.h"

#include <sqlite3.h>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace atlas::storage {

struct Writer::State {
    explicit State(const std::filesystem::path &database) : connection(database, Connection::Access::ReadWrite) {}

    Connection connection;  ///< used by the thread only, once it runs
    std::mutex mutex;
    std::condition_variable wake;
    std::deque<std::unique_ptr<Pending>> queue;  ///< guarded by mutex
    bool closing = false;                        ///< guarded by mutex
    std::thread thread;
};

Writer::Writer(const std::filesystem::path &database) : m_state(std::make_unique<State>(database))
{
    m_state->thread = std::thread([this] { loop(); });
}

Writer::~Writer()
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->closing = true;
    }
    m_state->wake.notify_one();
    m_state->thread.join();
}

void Writer::refuseInsideJob() const
{
    if (std::this_thread::get_id() == m_state->thread.get_id()) {
        throw Error(ErrorCode::Internal, "A job of the writer waited for another job of the same writer.",
                    "This is a fault of the program; please report it.");
    }
}

void Writer::enqueue(std::unique_ptr<Pending> job)
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->queue.push_back(std::move(job));
    }
    m_state->wake.notify_one();
}

void Writer::loop()
{
    for (;;) {
        std::unique_ptr<Pending> job;
        {
            std::unique_lock lock(m_state->mutex);
            m_state->wake.wait(lock, [this] { return m_state->closing || !m_state->queue.empty(); });
            if (m_state->queue.empty()) {
                break;
            }
            job = std::move(m_state->queue.front());
            m_state->queue.pop_front();
        }
        perform(*job);
    }
    // Tidying that may fail without harm: the log is folded in at the next open instead.
    sqlite3_exec(m_state->connection.database().getHandle(), "PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)",
                 nullptr, nullptr, nullptr);
}

void Writer::perform(Pending &job)
{
    try {
        Transaction transaction(m_state->connection);
        job.work(m_state->connection);
        transaction.commit();
    } catch (const SQLite::Exception &exception) {
        job.failed(std::make_exception_ptr(m_state->connection.error(exception)));
        return;
    } catch (...) {
        job.failed(std::current_exception());
        return;
    }
    job.committed();
}

}  // namespace atlas::storage
