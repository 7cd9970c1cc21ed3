#pragma once

#include "core/observer.h"

#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <stop_token>

namespace atlas::widgets {

/// One long work as the jobs bar shows it. Emits started, progressed, then exactly one of finished, failed, cancelled.
class Job : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QString title() const = 0;
    virtual bool canPause() const { return false; }
    virtual void pause() {}
    virtual void resume() {}
    virtual void cancel() = 0;

Q_SIGNALS:
    void started();
    void progressed(double fraction, const QString &what);  ///< fraction < 0: not known; at most 30 a second
    void logged(LogLevel level, const QString &message);
    void finished();
    void failed(const QString &message, const QString &hint);
    void cancelled();
};

/// Runs a function on a thread of its own and reports as a Job. `work` gets an observer and a stop token; what it
/// throws becomes failed or cancelled. Signals arrive on the thread the job lives in.
class FunctionJob final : public Job {
    Q_OBJECT

public:
    using Work = std::function<void(Observer &, std::stop_token)>;

    FunctionJob(QString title, Work work, QObject *parent = nullptr);
    ~FunctionJob() override;  ///< asks it to stop and waits for its thread

    QString title() const override { return m_title; }
    void cancel() override;
    void start();

private:
    struct State;
    QString m_title;
    std::unique_ptr<State> m_state;
};

/// All jobs of the window, in the order they were added; the jobs bar is its view. Finished ones leave after a moment,
/// failed ones stay until they are dismissed.
class JobList : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void add(Job *job);      ///< takes ownership
    void dismiss(Job *job);  ///< a failed one that was seen
    const QList<Job *> &jobs() const { return m_jobs; }
    int runningCount() const { return int(m_running.size()); }
    void cancelAll();

    static constexpr int kFinishedStaysMs = 4000;

Q_SIGNALS:
    void added(Job *job);
    void becameQuiet();      ///< the last running job has ended
    void removed(Job *job);  ///< it is deleted when control returns to the event loop

private:
    QList<Job *> m_jobs;
    QList<Job *> m_running;
};

}  // namespace atlas::widgets
