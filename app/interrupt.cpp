#include "app/interrupt.h"

#include <pthread.h>
#include <unistd.h>

#include <ctime>

namespace atlas::app {

Interrupt::Interrupt()
{
    sigemptyset(&m_signals);
    sigaddset(&m_signals, SIGINT);
    sigaddset(&m_signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
    m_waiter = std::jthread([this](const std::stop_token &ending) {
        const timespec pause{0, 200'000'000};  // looks now and then whether the program ends by itself
        while (!ending.stop_requested()) {
            if (sigtimedwait(&m_signals, nullptr, &pause) > 0 && !m_source.request_stop()) {
                _exit(130);
            }
        }
    });
}

Interrupt::~Interrupt()
{
    m_waiter.request_stop();
}

}  // namespace atlas::app
