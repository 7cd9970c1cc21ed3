#include "app/window/engine_service.h"

#include "app/backbones.h"
#include "app/dataset_insight.h"
#include "app/run_executor.h"
#include "app/run_suggestions.h"
#include "core/error.h"
#include "core/sentence.h"
#include "storage/connection.h"
#include "storage/project.h"
#include "storage/run_store.h"
#include "widgets/jobs.h"
#include "widgets/sentence_words.h"
#include "widgets/session.h"

#include <QScopeGuard>
#include <QTimer>

#include <chrono>
#include <future>
#include <utility>

namespace atlas::app {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kShowEvery = std::chrono::milliseconds(34);  // at most 30 signals a second

/// Sends work to the thread of `target`; dropped when it is gone by then.
template <typename Work>
void onThreadOf(QObject *target, Work work)
{
    QMetaObject::invokeMethod(target, std::move(work), Qt::QueuedConnection);
}

}  // namespace

EngineService::EngineService(QObject *parent) : TrainingService(parent) {}

EngineService::~EngineService()
{
    m_question.request_stop();
    const std::lock_guard lock(m_mutex);
    m_serving.reset();
    if (m_current) {
        m_current->stop.request_stop();
    }
}

void EngineService::setSession(widgets::Session *session)
{
    m_session = session;
    std::shared_ptr<storage::Project> project;
    if (session != nullptr && !session->readOnly()) {
        project = session->sharedProject();
    }
    {
        const std::lock_guard lock(m_mutex);
        m_serving = project;
    }
    stopCurrent({}, RunStatus::Paused);
}

void EngineService::describe(QObject *context,
                             std::function<void(engine::EngineInfo, std::vector<engine::StrategyInfo>)> done,
                             std::function<void(QString)> failed)
{
    if (m_description) {
        done(m_description->info, m_description->strategies);
        return;
    }
    QPointer<QObject> guard(context);
    m_thread.post(
        [this, guard, done = std::move(done), failed = std::move(failed)](engine::Engine *engine, Sentence reason) {
            std::optional<Description> description;
            if (engine != nullptr) {
                try {
                    description = Description{engine->info(), engine->strategies()};
                } catch (const Error &error) {
                    reason = error.whole();
                }
            }
            onThreadOf(this, [this, guard, description, reason, done, failed] {
                m_description = description;
                if (!guard) {
                    return;
                }
                if (description) {
                    done(description->info, description->strategies);
                } else {
                    failed(widgets::inWords(reason));
                }
            });
        });
}

QStringList EngineService::backboneNames() const
{
    QStringList names;
    for (const FoundBackbone &backbone : listBackbones()) {
        names << QString::fromStdString(backbone.name);
    }
    return names;
}

widgets::Job *EngineService::inspect(qint64 dataset, QObject *parent)
{
    return engineJob(
        tr("Looking at the data"),
        [dataset](engine::Engine &engine, storage::Project &project, Observer &observer, const std::stop_token &stop) {
            lookAtDataset(engine, project, dataset, {}, observer, stop);
        },
        parent);
}

widgets::Job *EngineService::suggest(qint64 dataset, const QString &runUuid, const QString &task, QObject *parent)
{
    return engineJob(
        tr("Suggesting labels for what has none"),
        [dataset, run = runUuid.toStdString(), name = task.toStdString()](
            engine::Engine &engine, storage::Project &project, Observer &observer, const std::stop_token &stop) {
            suggestFromRun(engine, project, dataset, run, name, observer, stop);
        },
        parent);
}

widgets::Job *EngineService::engineJob(const QString &title, EngineWork work, QObject *parent)
{
    std::shared_ptr<storage::Project> project = m_session ? m_session->sharedProject() : nullptr;
    // The job's own thread only waits: the engine is used by its one thread.
    auto *job = new widgets::FunctionJob(
        title,
        [this, project, work = std::move(work)](Observer &observer, const std::stop_token &stop) {
            auto done = std::make_shared<std::promise<void>>();
            std::future<void> outcome = done->get_future();
            m_thread.post([done, project, work, &observer, stop](engine::Engine *engine, const Sentence &reason) {
                try {
                    throwIfStopped(stop);
                    if (engine == nullptr || project == nullptr) {
                        throw Error(ErrorCode::Internal,
                                    engine == nullptr ? reason
                                                      : say(QT_TRANSLATE_NOOP("Sentence", "No project is open.")));
                    }
                    work(*engine, *project, observer, stop);
                    done->set_value();
                } catch (...) {
                    done->set_exception(std::current_exception());
                }
            });
            outcome.get();
        },
        parent);
    QTimer::singleShot(0, job, [job] { job->start(); });
    return job;
}

void EngineService::enqueue(const std::vector<RunSpec> &specs)
{
    if (m_session && !m_session->readOnly()) {
        postEnqueue(m_session->sharedProject(), specs);
    }
}

void EngineService::postEnqueue(const std::shared_ptr<storage::Project> &project, const std::vector<RunSpec> &specs)
{
    m_thread.post([this, project, specs](engine::Engine *engine, const Sentence &reason) {
        try {
            if (engine == nullptr) {
                throw Error(ErrorCode::Internal, reason);
            }
            for (const RunSpec &spec : specs) {
                for (const RunSpec &complete : makeSpecs(planOf(spec), *engine)) {
                    project->writer().run([&](storage::Connection &connection) {
                        return storage::RunStore(connection).create(complete);
                    });
                }
            }
        } catch (const Error &error) {
            onThreadOf(this, [this, error] {
                if (m_session) {
                    Q_EMIT m_session->failed(widgets::inWords(error.sentence()), widgets::inWords(error.advice()));
                }
            });
        }
        announceRuns();
        postNext(project);
    });
}

void EngineService::pause(const QString &runUuid)
{
    stopCurrent(runUuid.toStdString(), RunStatus::Paused);
}

void EngineService::cancel(const QString &runUuid)
{
    bool running = false;
    {
        const std::lock_guard lock(m_mutex);
        running = m_current && m_current->uuid == runUuid.toStdString();
    }
    if (running) {
        stopCurrent(runUuid.toStdString(), RunStatus::Cancelled);
    } else {
        setStatus(runUuid, RunStatus::Cancelled);
    }
}

void EngineService::resume(const QString &runUuid)
{
    setStatus(runUuid, RunStatus::Queued);
}

void EngineService::answer(const QString &runUuid, const DecisionAnswer &answer)
{
    m_answer.give(runUuid.toStdString(), answer);
}

/// On the engine's thread. Whatever ends the waiting, the window is told that the question is closed.
std::string EngineService::askPerson(engine::Engine &engine, const std::string &run, const DecisionRecord &proposal,
                                     const std::stop_token &stop)
{
    const QString uuid = QString::fromStdString(run);
    m_answer.open(run);
    onThreadOf(this, [this, uuid, proposal] { Q_EMIT asked(uuid, proposal); });
    const auto closed = qScopeGuard([this, uuid] { onThreadOf(this, [this, uuid] { Q_EMIT questionClosed(uuid); }); });
    return toText(m_answer.wait(stop, [&] { m_thread.giveWay(engine); }));
}

void EngineService::setStatus(const QString &runUuid, RunStatus status)
{
    if (!m_session) {
        return;
    }
    const std::string uuid = runUuid.toStdString();
    m_session->write(
        this,
        [uuid, status](storage::Connection &connection) { storage::RunStore(connection).setStatus(uuid, status, {}); },
        [this, uuid, status] {
            announce(uuid, status, {});
            if (status == RunStatus::Queued && m_session) {
                postNext(m_session->sharedProject());
            }
        });
}

void EngineService::postNext(const std::shared_ptr<storage::Project> &project)
{
    m_thread.post([this, project](engine::Engine *engine, const Sentence &) {
        const bool serving = [&] {
            const std::lock_guard lock(m_mutex);
            return m_serving == project;
        }();
        if (engine != nullptr && serving) {
            trainNext(*engine, project);
        }
    });
}

void EngineService::trainNext(engine::Engine &engine, const std::shared_ptr<storage::Project> &project)
{
    try {
        const std::optional<RunRecord> run = project->writer().run(
            [](storage::Connection &connection) { return storage::RunStore(connection).claim(); });
        if (!run) {
            return;
        }
        {
            const std::lock_guard lock(m_mutex);
            m_current = Current{run->uuid, {}, RunStatus::Paused};
        }
        execute(engine, *project, *run);
    } catch (const Error &error) {
        onThreadOf(this, [this, error] {
            if (m_session) {
                Q_EMIT m_session->failed(widgets::inWords(error.sentence()), widgets::inWords(error.advice()));
            }
        });
    }
    {
        const std::lock_guard lock(m_mutex);
        m_current.reset();
    }
    postNext(project);
}

void EngineService::execute(engine::Engine &engine, storage::Project &project, const RunRecord &run)
{
    const QString uuid = QString::fromStdString(run.uuid);
    announce(run.uuid, RunStatus::Running, {});
    std::stop_token stop;
    {
        const std::lock_guard lock(m_mutex);
        stop = m_current->stop.get_token();
    }

    RunListener listener;
    listener.progressed = [this, &engine, uuid, last = Clock::time_point()](double fraction,
                                                                            const Sentence &what) mutable {
        m_thread.giveWay(engine);  // between two steps
        if (const auto now = Clock::now(); now - last >= kShowEvery) {
            last = now;
            onThreadOf(this,
                       [this, uuid, fraction, what] { Q_EMIT progressed(uuid, fraction, widgets::inWords(what)); });
        }
    };
    listener.pointsAdded = [this, uuid](const std::vector<std::pair<SeriesKey, SeriesPoint>> &points) {
        onThreadOf(this, [this, uuid, points] { Q_EMIT pointsAdded(uuid, points); });
    };
    listener.decided = [this, uuid](const DecisionRecord &decision) {
        onThreadOf(this, [this, uuid, decision] { Q_EMIT decided(uuid, decision); });
    };
    listener.evaluated = [this, uuid](const AccuracyCell &cell) {
        onThreadOf(this, [this, uuid, cell] { Q_EMIT evaluated(uuid, cell); });
    };

    listener.ask = [this, &engine, &run, stop](const DecisionRecord &proposal) {
        return std::optional(askPerson(engine, run.uuid, proposal, stop));
    };
    RunStatus stoppedAs = RunStatus::Paused;
    try {
        executeRun(engine, project, run, std::move(listener), stop, [&] {
            const std::lock_guard lock(m_mutex);
            return stoppedAs = m_current->stoppedAs;
        });
        announce(run.uuid, RunStatus::Finished, {});
    } catch (const Error &error) {
        const bool stopped = error.code() == ErrorCode::Cancelled;
        announce(run.uuid, stopped ? stoppedAs : RunStatus::Failed, stopped ? Sentence() : error.whole());
    }
}

void EngineService::stopCurrent(const std::string &uuid, RunStatus as)
{
    const std::lock_guard lock(m_mutex);
    if (m_current && (uuid.empty() || m_current->uuid == uuid)) {
        m_current->stoppedAs = as;
        m_current->stop.request_stop();
    }
}

void EngineService::announce(const std::string &uuid, RunStatus status, const Sentence &message)
{
    onThreadOf(this, [this, uuid, status, message] {
        Q_EMIT statusChanged(QString::fromStdString(uuid), status, widgets::inWords(message));
        if (m_session) {
            Q_EMIT m_session->runsChanged();
        }
    });
}

void EngineService::announceRuns()
{
    onThreadOf(this, [this] {
        if (m_session) {
            Q_EMIT m_session->runsChanged();
        }
    });
}

}  // namespace atlas::app
