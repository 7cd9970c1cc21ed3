#pragma once

#include "widgets/work_queue.h"

#include <QObject>
#include <QString>

#include <functional>
#include <stop_token>

namespace atlas::widgets {

/// Work on a thread of its own of which only what was asked for last counts: starting one stops the one before, and
/// what an older one still answers is dropped.
/// Threads: GUI thread; does not block, but for the destructor, which waits until the work has noticed that it is to
/// stop.
class LatestWork final : public QObject {
    Q_OBJECT

public:
    using Answer = std::function<void()>;  ///< runs on the GUI thread
    /// What it throws becomes failed(), but for Cancelled, and NotFound: what was to be looked at was removed
    /// meanwhile.
    using Work = std::function<Answer(const std::stop_token &)>;

    explicit LatestWork(QObject *parent = nullptr);
    ~LatestWork() override;

    void start(Work work);
    void stop();  ///< nothing is answered any more

Q_SIGNALS:
    void failed(const QString &message, const QString &hint);

private:
    void answer(int generation, Answer what);

    int m_generation = 0;
    std::stop_source m_stop;
    WorkQueue m_queue;  // last: its work ends before anything else goes
};

}  // namespace atlas::widgets
