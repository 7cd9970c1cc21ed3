#pragma once

#include "core/decision_answer.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>

namespace atlas::app {

/// Where the engine's thread waits for what a person answers in the window. One question at a time.
class PendingAnswer {
public:
    /// Opens the question of a run: from now on give() takes its answer.  Threads: the engine's.
    void open(const std::string &run);

    /// Blocks until the answer is there, and closes the question; calls `meanwhile` again and again until then.
    /// Threads: the engine's.  Errors: Cancelled when a stop was asked for first.
    DecisionAnswer wait(const std::stop_token &stop, const std::function<void()> &meanwhile = {});

    /// False when the run has no open question (any more), or was answered already.  Does not block.
    bool give(const std::string &run, const DecisionAnswer &answer);

private:
    std::mutex m_mutex;
    std::condition_variable_any m_given;
    std::string m_run;                       ///< guarded by m_mutex; empty = no question is open
    std::optional<DecisionAnswer> m_answer;  ///< guarded by m_mutex
};

}  // namespace atlas::app
