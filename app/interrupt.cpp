#include "app/interrupt.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <csignal>

namespace atlas::app {
namespace {

/// Written by the handler, read by the waiting thread. A handler can only reach what is global.
std::array<int, 2> g_pipe{-1, -1};

void wake(int)
{
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = ::write(g_pipe[1], &byte, 1);
}

void handle(int signal)
{
    struct sigaction action {};
    action.sa_handler = wake;
    action.sa_flags = SA_RESTART;
    sigaction(signal, &action, nullptr);
}

}  // namespace

// A handler, not a blocked signal that a thread waits for: libraries start threads before main() with the signal
// unblocked (OpenBLAS does), and the signal would end the process through one of them.
Interrupt::Interrupt()
{
    if (::pipe2(g_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        return;  // without a pipe the signals keep their usual meaning: they end the process
    }
    m_waiter = std::jthread([this](const std::stop_token &ending) {
        constexpr int kLookEveryMs = 200;  // looks now and then whether the program ends by itself
        pollfd pipe{.fd = g_pipe[0], .events = POLLIN, .revents = 0};
        char byte = 0;
        while (!ending.stop_requested()) {
            if (::poll(&pipe, 1, kLookEveryMs) > 0 && ::read(g_pipe[0], &byte, 1) == 1 && !m_source.request_stop()) {
                _exit(130);
            }
        }
    });
    handle(SIGINT);
    handle(SIGTERM);
}

Interrupt::~Interrupt()
{
    m_waiter.request_stop();
}

}  // namespace atlas::app
