#include "app/commands/terminal_observer.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <string>

namespace atlas::app {
namespace {

using Clock = std::chrono::steady_clock;
constexpr int kBarWidth = 24;
constexpr auto kDrawEvery = std::chrono::milliseconds(100);

std::string duration(double seconds)
{
    const auto whole = static_cast<long>(seconds + 0.5);
    return whole < 60 ? std::to_string(whole) + " s"
                      : std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
}

}  // namespace

TerminalObserver::TerminalObserver() : m_terminal(isatty(STDERR_FILENO) == 1), m_start(Clock::now()) {}

TerminalObserver::~TerminalObserver()
{
    clearLine();
}

void TerminalObserver::progress(double fraction, const Sentence &what)
{
    const Clock::time_point now = Clock::now();
    if (!m_terminal || now - m_last < kDrawEvery) {
        return;
    }
    m_last = now;
    m_drawn = true;
    std::string line = "\r\033[K";
    if (fraction >= 0) {
        const int filled = static_cast<int>(std::clamp(fraction, 0.0, 1.0) * kBarWidth);
        line += "[" + std::string(filled, '#') + std::string(kBarWidth - filled, '.') + "] " +
                std::to_string(static_cast<int>(100 * fraction)) + " %  ";
        if (fraction > 0.02) {
            const double elapsed = std::chrono::duration<double>(now - m_start).count();
            line += duration(elapsed * (1 - fraction) / fraction) + " left  ";
        }
    }
    line += what.english();
    std::fwrite(line.data(), 1, line.size(), stderr);
    std::fflush(stderr);
}

void TerminalObserver::log(LogLevel level, const std::string &message)
{
    if (!m_terminal && level == LogLevel::Info) {
        return;
    }
    clearLine();
    const char *mark = level == LogLevel::Error ? "error: " : level == LogLevel::Warning ? "warning: " : "";
    std::fprintf(stderr, "%s%s\n", mark, message.c_str());
}

void TerminalObserver::clearLine()
{
    if (m_drawn) {
        std::fputs("\r\033[K", stderr);
        m_drawn = false;
    }
}

}  // namespace atlas::app
