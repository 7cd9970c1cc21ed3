#pragma once

#include "core/observer.h"

#include <chrono>

namespace atlas::app {

/// Progress on a terminal's stderr as one line that is drawn again; on anything else only warnings and errors.
class TerminalObserver final : public Observer {
public:
    TerminalObserver();
    ~TerminalObserver() override;  ///< ends the line

    void progress(double fraction, const Sentence &what) override;
    void log(LogLevel level, const std::string &message) override;

    void clearLine();  ///< before something else is written

private:
    bool m_terminal;
    bool m_drawn = false;
    std::chrono::steady_clock::time_point m_last;
    std::chrono::steady_clock::time_point m_start;
};

}  // namespace atlas::app
