#include "app/window/engine_thread.h"

#include "core/error.h"
#include "engine/api/loader.h"

namespace atlas::app {

EngineThread::EngineThread() : m_thread([this](const std::stop_token &ending) { work(ending); }) {}

EngineThread::~EngineThread()
{
    m_thread.request_stop();
}

void EngineThread::post(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
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
            job = std::move(m_jobs.front());
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
