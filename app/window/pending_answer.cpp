#include "app/window/pending_answer.h"

#include "core/observer.h"

#include <utility>

namespace atlas::app {

void PendingAnswer::open(const std::string &run)
{
    const std::lock_guard lock(m_mutex);
    m_run = run;
    m_answer.reset();
}

DecisionAnswer PendingAnswer::wait(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_given.wait(lock, stop, [this] { return m_answer.has_value(); });
    m_run.clear();
    throwIfStopped(stop);
    return *std::exchange(m_answer, std::nullopt);
}

bool PendingAnswer::give(const std::string &run, const DecisionAnswer &answer)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_run.empty() || m_run != run || m_answer) {
            return false;
        }
        m_answer = answer;
    }
    m_given.notify_all();
    return true;
}

}  // namespace atlas::app
