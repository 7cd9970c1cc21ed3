#pragma once

#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <type_traits>

namespace atlas::storage {

class Connection;  ///< connection.h: one SQLite connection with hardened settings

enum class OpenMode { ReadWrite, ReadOnly };

/// Runs work on the one thread that owns the read-write connection (ARCHITECTURE: one writer).
/// Each job is one IMMEDIATE transaction: it is kept whole or not at all.
class Writer {
public:
    explicit Writer(const std::filesystem::path &database);
    ~Writer();  ///< finishes what is queued
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    /// Queues a job. Does not block. The future carries its result or its Error.
    template <typename Job>
    auto submit(Job job) -> std::future<std::invoke_result_t<Job, Connection &>>
    {
        using Result = std::invoke_result_t<Job, Connection &>;
        auto task = std::make_shared<std::packaged_task<Result(Connection &)>>(std::move(job));
        std::future<Result> future = task->get_future();
        enqueue([task](Connection &connection) { (*task)(connection); });
        return future;
    }

    /// Queues a job and waits for it. Never call it on the GUI thread.
    template <typename Job>
    auto run(Job job) -> std::invoke_result_t<Job, Connection &>
    {
        return submit(std::move(job)).get();
    }

private:
    void enqueue(std::function<void(Connection &)> job);

    struct State;
    std::unique_ptr<State> m_state;
};

/// A project folder `Name.atlas/`: project.db, assets/, cache/, models/, exports/.
class Project {
public:
    /// Makes the folder and an empty database.  Errors: BadInput (exists already), DiskFull, Io.
    static std::unique_ptr<Project> create(const std::filesystem::path &folder);

    /// Checks application id and schema version, migrates (with a backup) when it may write.
    /// Errors: NotFound; Locked (ReadWrite while another process writes; says which process and host);
    /// Damaged (not our database, failed check; says what can be salvaged).
    static std::unique_ptr<Project> open(const std::filesystem::path &folder, OpenMode mode);

    ~Project();
    Project(const Project &) = delete;
    Project &operator=(const Project &) = delete;

    const std::filesystem::path &folder() const;
    std::string name() const;  ///< the folder's name without ".atlas"
    OpenMode mode() const;
    const std::string &uuid() const;

    std::filesystem::path assetFolder() const;
    std::filesystem::path cacheFolder() const;
    std::filesystem::path modelFolder(const std::string &runUuid) const;
    std::filesystem::path exportFolder() const;

    /// Errors: Locked when the project was opened read-only.
    Writer &writer();

    /// A new read-only connection for the calling thread.
    std::unique_ptr<Connection> connect() const;

private:
    struct State;
    explicit Project(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace atlas::storage
