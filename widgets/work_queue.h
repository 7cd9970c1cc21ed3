#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace atlas::widgets {

/// Runs functions one after the other on a thread of its own, in the order they were given.
/// Threads: push() from any thread, does not block. The functions must not throw.
class WorkQueue {
public:
    enum class Pending { Drop, Finish };  ///< what becomes of work that has not begun

    WorkQueue();
    ~WorkQueue();  ///< drops what has not begun and waits for what has
    WorkQueue(const WorkQueue &) = delete;
    WorkQueue &operator=(const WorkQueue &) = delete;

    void push(std::function<void()> work);
    void stop(Pending pending);  ///< waits for the thread; later pushes are ignored

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_work;  // guarded by m_mutex
    bool m_stopping = false;                   // guarded by m_mutex
    std::thread m_thread;                      // last: it uses what stands above
};

}  // namespace atlas::widgets
