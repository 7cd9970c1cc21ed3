#include "app/window/pending_answer.h"

#include "core/observer.h"

#include <chrono>
#include <utility>

namespace atlas::app {
namespace {

constexpr auto kMeanwhileEvery = std::chrono::milliseconds(100);

}  // namespace

void PendingAnswer::open(const std::string &run)
{
    const std::lock_guard lock(m_mutex);
    m_run = run;
    m_answer.reset();
}

DecisionAnswer PendingAnswer::wait(const std::stop_token &stop, const std::function<void()> &meanwhile)
{
    std::unique_lock lock(m_mutex);
    while (!m_given.wait_for(lock, stop, kMeanwhileEvery, [this] { return m_answer.has_value(); }) &&
           !stop.stop_requested()) {
        if (meanwhile) {
            lock.unlock();
            meanwhile();
            lock.lock();
        }
    }
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
