#include "app/window/engine_thread.h"

#include "core/error.h"
#include "engine/api/loader.h"

#include <algorithm>

namespace atlas::app {

EngineThread::EngineThread() : m_thread([this](const std::stop_token &ending) { work(ending); }) {}

EngineThread::~EngineThread()
{
    m_thread.request_stop();
}

void EngineThread::post(Job job, Length length)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back({std::move(job), length});
    }
    m_wake.notify_one();
}

void EngineThread::giveWay(engine::Engine &engine)
{
    while (true) {
        Job job;
        {
            const std::lock_guard lock(m_mutex);
            const auto next = std::ranges::find(m_jobs, Length::Brief, &Waiting::length);
            if (next == m_jobs.end()) {
                return;
            }
            job = std::move(next->job);
            m_jobs.erase(next);
        }
        job(&engine, {});
    }
}

void EngineThread::work(const std::stop_token &ending)
{
    std::unique_ptr<engine::Engine> engine;
    while (true) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, ending, [this] { return !m_jobs.empty(); }) || ending.stop_requested()) {
                return;
            }
            job = std::move(m_jobs.front().job);
            m_jobs.pop_front();
        }
        Sentence reason;
        if (!engine) {
            try {
                engine = engine::loadEngine();
            } catch (const Error &error) {
                reason = error.whole();
            }
        }
        job(engine.get(), reason);
    }
}

}  // namespace atlas::app
