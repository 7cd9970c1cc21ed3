#pragma once

#include <concepts>
#include <exception>
#include <filesystem>
#include <future>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace atlas::storage {

class Connection;

/// Runs work on the one thread that owns the read-write connection.
/// Each job is one IMMEDIATE transaction: it is kept whole or not at all. Its future is fulfilled after COMMIT has
/// succeeded, so who sees a result can rely on it; a failed COMMIT is the future's error.
class Writer {
public:
    /// Errors: those of Connection.
    explicit Writer(const std::filesystem::path &database);
    ~Writer();  ///< finishes what is queued
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    /// Queues a job. Does not block. The future carries its result or its Error.
    /// Threads: any. Jobs run in the order of the calls.
    template <typename Job>
    auto submit(Job job) -> std::future<std::invoke_result_t<Job &, Connection &>>
    {
        auto call = std::make_unique<Call<Job>>(std::move(job));
        auto future = call->promise.get_future();
        enqueue(std::move(call));
        return future;
    }

    /// Queues a job and waits for it. Never call it on the GUI thread.
    /// Errors: those of the job; Internal when called inside a job, which would wait for itself.
    template <typename Job>
    auto run(Job job) -> std::invoke_result_t<Job &, Connection &>
    {
        refuseInsideJob();
        return submit(std::move(job)).get();
    }

private:
    /// A queued job: what it does inside the transaction and what is told afterwards.
    class Pending {
    public:
        virtual ~Pending() = default;
        virtual void work(Connection &connection) = 0;
        virtual void committed() = 0;
        virtual void failed(std::exception_ptr error) = 0;
    };

    template <typename Job>
    class Call final : public Pending {
    public:
        using Result = std::invoke_result_t<Job &, Connection &>;

        explicit Call(Job job) : m_job(std::move(job)) {}

        void work(Connection &connection) override
        {
            if constexpr (std::is_void_v<Result>) {
                m_job(connection);
            } else {
                m_result.emplace(m_job(connection));
            }
        }
        void committed() override
        {
            if constexpr (std::is_void_v<Result>) {
                promise.set_value();
            } else {
                promise.set_value(std::move(*m_result));
            }
        }
        void failed(std::exception_ptr error) override { promise.set_exception(std::move(error)); }

        std::promise<Result> promise;

    private:
        struct Nothing {};
        Job m_job;
        std::optional<std::conditional_t<std::is_void_v<Result>, Nothing, Result>> m_result;
    };

    void refuseInsideJob() const;
    void enqueue(std::unique_ptr<Pending> job);
    void loop();
    void perform(Pending &job);

    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace atlas::storage
