#pragma once

#include "app/window/engine_thread.h"
#include "app/window/pending_answer.h"
#include "widgets/training_service.h"

#include <QPointer>

#include <map>
#include <optional>
#include <stop_token>

namespace atlas::storage {
class Project;
}

namespace atlas::app {

/// Trains the queued runs of the open project, one after the other, on the engine's thread. The database is the
/// queue: a run is claimed as a row, so that nothing is lost when the window closes.
class EngineService final : public widgets::TrainingService {
    Q_OBJECT

public:
    explicit EngineService(QObject *parent = nullptr);
    ~EngineService() override;  ///< pauses the run in hand (a checkpoint is kept) and waits for its batch

    void setSession(widgets::Session *session) override;
    void describe(QObject *context, std::function<void(engine::EngineInfo, std::vector<engine::StrategyInfo>)> done,
                  std::function<void(QString)> failed) override;
    QStringList backboneNames() const override;
    widgets::Job *inspect(qint64 dataset, QObject *parent) override;
    widgets::Job *suggest(qint64 dataset, const QString &runUuid, const QString &task, QObject *parent) override;
    QString runningRun() const override;
    void ask(const widgets::Question &question, QObject *context, std::function<void(engine::Answer)> done,
             std::function<void(QString, QString)> failed) override;
    void cancelQuestion() override;
    widgets::Job *answerFile(const QString &runUuid, const QString &task, const QString &file, const QString &out,
                             QObject *parent) override;
    widgets::Job *measureRobustness(const QString &runUuid, const QStringList &tasks, const QStringList &perturbations,
                                    qint64 limit, QObject *parent) override;
    widgets::Job *exportPackage(const QString &runUuid, const QString &task, const QString &out,
                                QObject *parent) override;
    void enqueue(const std::vector<RunSpec> &specs) override;
    void pause(const QString &runUuid) override;
    void cancel(const QString &runUuid) override;
    void resume(const QString &runUuid) override;
    void answer(const QString &runUuid, const DecisionAnswer &answer) override;

private:
    struct Description {
        engine::EngineInfo info;
        std::vector<engine::StrategyInfo> strategies;
    };
    /// The run being trained, shared with the engine's thread.
    struct Current {
        std::string uuid;
        std::stop_source stop;
        RunStatus stoppedAs = RunStatus::Paused;
    };

    /// A job whose work needs the engine, and so waits for its thread.
    using EngineWork = std::function<void(engine::Engine &, storage::Project &, Observer &, const std::stop_token &)>;
    widgets::Job *engineJob(const QString &title, EngineWork work, QObject *parent);

    void postEnqueue(const std::shared_ptr<storage::Project> &project, const std::vector<RunSpec> &specs);
    void postNext(const std::shared_ptr<storage::Project> &project);
    void trainNext(engine::Engine &engine, const std::shared_ptr<storage::Project> &project);
    void execute(engine::Engine &engine, storage::Project &project, const RunRecord &run);
    std::string askPerson(engine::Engine &engine, const std::string &run, const DecisionRecord &proposal,
                          const std::stop_token &stop);
    void stopCurrent(const std::string &uuid, RunStatus as);  ///< empty uuid = whichever runs
    void setStatus(const QString &runUuid, RunStatus status);
    void announce(const std::string &uuid, RunStatus status, const Sentence &message);
    void announceRuns();

    QPointer<widgets::Session> m_session;
    std::optional<Description> m_description;  ///< GUI thread; kept after the first answer
    mutable std::mutex m_mutex;
    std::optional<Current> m_current;             ///< guarded by m_mutex
    std::shared_ptr<storage::Project> m_serving;  ///< guarded by m_mutex: whose queue is worked off
    PendingAnswer m_answer;
    std::stop_source m_question;  ///< GUI thread; stops the question that was asked last
    EngineThread m_thread;        // last: its jobs use what stands above
};

}  // namespace atlas::app
