#pragma once

#include "core/decision_answer.h"
#include "core/run_record.h"
#include "engine/api/engine.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace atlas::widgets {

class Job;
class Session;

/// One sample that a finished run is asked about.
struct Question {
    QString run;    ///< uuid
    QString task;   ///< empty = the run finds it out
    Sample sample;  ///< pictures need a path, and may lack their SHA-256
};

/// The engine thread as the window sees it; the app implements it (app/engine_service.h), UI tests may fake it.
/// Threads: GUI thread only. No member blocks.
class TrainingService : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// The project whose queued runs are trained; nullptr = none.
    virtual void setSession(Session *session) = 0;

    /// Loads the engine if it is not loaded and answers on the GUI thread.
    virtual void describe(QObject *context,
                          std::function<void(engine::EngineInfo, std::vector<engine::StrategyInfo>)> done,
                          std::function<void(QString)> failed) = 0;

    virtual QStringList backboneNames() const = 0;  ///< what can be chosen, best first

    /// A look at a dataset of the open project (engine::Engine::inspect), kept in the project when it is done. Begins
    /// when control returns to the event loop, and waits for a training that goes on.
    virtual Job *inspect(qint64 dataset, QObject *parent) = 0;

    /// Suggestions by a task of a finished run for the samples of a dataset that have no label, kept as those of a
    /// look. Begins and waits as inspect().
    virtual Job *suggest(qint64 dataset, const QString &runUuid, const QString &task, QObject *parent) = 0;

    /// The run that holds the engine now: all but ask() waits until that run ends or is paused. Empty = none.
    virtual QString runningRun() const = 0;

    /// Answers one sample, with the nearest training samples; between two steps of a training that goes on. `done` or
    /// `failed` is called on the GUI thread while `context` lives; of several questions only the last one is answered.
    virtual void ask(const Question &question, QObject *context, std::function<void(engine::Answer)> done,
                     std::function<void(QString message, QString hint)> failed) = 0;
    virtual void cancelQuestion() = 0;  ///< what was asked last is not answered any more

    /// Answers every row of a CSV file into another. Begins and waits as inspect().
    virtual Job *answerFile(const QString &runUuid, const QString &task, const QString &file, const QString &out,
                            QObject *parent) = 0;

    /// How tasks of a finished run stand up to worse samples (Engine::measureRobustness), kept in the project task by
    /// task. Begins and waits as inspect(). `limit` test samples of each task; 0 = all.
    virtual Job *measureRobustness(const QString &runUuid, const QStringList &tasks, const QStringList &perturbations,
                                   qint64 limit, QObject *parent) = 0;

    /// Writes a task's package as a file that stands alone. Begins and waits as inspect().
    virtual Job *exportPackage(const QString &runUuid, const QString &task, const QString &out, QObject *parent) = 0;

    /// Queues runs and starts the first as soon as the engine is free.
    virtual void enqueue(const std::vector<RunSpec> &specs) = 0;
    virtual void pause(const QString &runUuid) = 0;  ///< stops at the next batch; a checkpoint is kept
    virtual void cancel(const QString &runUuid) = 0;
    virtual void resume(const QString &runUuid) = 0;  ///< paused, interrupted, failed or cancelled runs
    /// The answer to what `asked` put before a person; without effect once the question is closed.
    virtual void answer(const QString &runUuid, const DecisionAnswer &answer) = 0;

Q_SIGNALS:
    /// At most 30 a second for each run; everything shown can be rebuilt from the database.
    void progressed(const QString &runUuid, double fraction, const QString &what);
    void pointsAdded(const QString &runUuid, const std::vector<std::pair<SeriesKey, SeriesPoint>> &points);
    void decided(const QString &runUuid, const DecisionRecord &decision);
    void evaluated(const QString &runUuid, const AccuracyCell &cell);
    /// The run waits until a person says whether the task reuses or expands. One question of a run at a time.
    void asked(const QString &runUuid, const DecisionRecord &proposal);
    /// The question was answered, or the run was stopped.
    void questionClosed(const QString &runUuid);
    void statusChanged(const QString &runUuid, RunStatus status, const QString &message);
};

}  // namespace atlas::widgets
