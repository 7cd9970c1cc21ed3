#include "widgets/work_queue.h"

#include <utility>

namespace atlas::widgets {

WorkQueue::WorkQueue() : m_thread([this] { run(); }) {}

WorkQueue::~WorkQueue()
{
    stop(Pending::Drop);
}

void WorkQueue::push(std::function<void()> work)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping) {
            return;
        }
        m_work.push_back(std::move(work));
    }
    m_wake.notify_one();
}

void WorkQueue::stop(Pending pending)
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        if (pending == Pending::Drop) {
            m_work.clear();
        }
    }
    m_wake.notify_one();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void WorkQueue::run()
{
    for (;;) {
        std::function<void()> work;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_work.empty(); });
            if (m_work.empty()) {
                return;
            }
            work = std::move(m_work.front());
            m_work.pop_front();
        }
        work();
    }
}

}  // namespace atlas::widgets
