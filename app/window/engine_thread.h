#pragma once

#include "core/sentence.h"
#include "engine/api/engine.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace atlas::app {

/// The one thread that loads and uses the engine. LibTorch is loaded when the first job arrives.
class EngineThread {
public:
    /// Gets the engine, or nullptr and the reason when it could not be loaded. Must not throw.
    using Job = std::function<void(engine::Engine *engine, const Sentence &reason)>;

    EngineThread();
    ~EngineThread();  ///< drops what is queued and waits for the job that runs: ask it to stop first

    /// What a job takes: a brief one may run between two steps of another one.
    enum class Length { Usual, Brief };

    /// Does not block.
    void post(Job job, Length length = Length::Usual);

    /// Runs the brief jobs that wait. Called by a job where another use of the engine changes nothing for it.
    /// Threads: this one.
    void giveWay(engine::Engine &engine);

private:
    struct Waiting {
        Job job;
        Length length = Length::Usual;
    };

    void work(const std::stop_token &ending);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<Waiting> m_jobs;
    std::jthread m_thread;  // last: it uses what stands above
};

}  // namespace atlas::app
