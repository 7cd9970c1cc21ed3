#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QEvent>
#include <QObject>
#include <QPointer>
#include <QWidget>

#include <functional>
#include <string>

namespace atlas::bench {

/// Of this process, in MB: "VmRSS" or "VmHWM" (the most there was).
double memoryMb(const QByteArray &name);

/// Lets the window work until `done`.  Errors: std::runtime_error, which says what was waited for, when it takes longer
/// than the patience.
void waitFor(const std::string &what, const std::function<bool()> &done, int patienceMs = 30'000);

/// Sees when a widget was painted with what was waited for in it.
class PaintProbe final : public QObject {
public:
    /// Begins now. `ready` is asked at each painting.
    PaintProbe(QWidget *widget, std::function<bool()> ready);

    /// Milliseconds from the beginning until the painting was done.  Errors: see waitFor.
    double wait(const std::string &what);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::function<bool()> m_ready;
    QElapsedTimer m_timer;
    bool m_painted = false;
    double m_ms = -1;
};

}  // namespace atlas::bench
