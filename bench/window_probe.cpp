#include "bench/window_probe.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>

#include <stdexcept>
#include <utility>

namespace atlas::bench {

double memoryMb(const QByteArray &name)
{
    QFile status(QStringLiteral("/proc/self/status"));
    status.open(QIODevice::ReadOnly);
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(name)) {
            return line.split(':').last().simplified().split(' ').first().toDouble() / 1000;
        }
    }
    return 0;
}

void waitFor(const std::string &what, const std::function<bool()> &done, int patienceMs)
{
    QElapsedTimer patience;
    patience.start();
    while (!done()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 1);
        if (patience.elapsed() > patienceMs) {
            throw std::runtime_error(what + " did not happen");
        }
    }
}

PaintProbe::PaintProbe(QWidget *widget, std::function<bool()> ready) : m_ready(std::move(ready))
{
    widget->installEventFilter(this);
    m_timer.start();
}

double PaintProbe::wait(const std::string &what)
{
    waitFor(what, [this] { return m_ms >= 0; });
    return m_ms;
}

bool PaintProbe::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::Paint && !m_painted && m_ready()) {
        m_painted = true;
        QMetaObject::invokeMethod(
            this, [this] { m_ms = double(m_timer.nsecsElapsed()) / 1e6; }, Qt::QueuedConnection);
    }
    return false;
}

}  // namespace atlas::bench
