#pragma once

#include <stop_token>
#include <thread>

namespace atlas::app {

/// Turns Ctrl+C and SIGTERM into a stop request. A second one ends the process at once.
/// Requires: one object for each process.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();

    std::stop_token stop() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
    std::jthread m_waiter;
};

}  // namespace atlas::app
