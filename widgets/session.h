#pragma once

#include "core/error.h"
#ifndef Q_MOC_RUN  // moc of Qt 6.4 cannot read <concepts>
#include "storage/project.h"
#endif

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>
#include <memory>
#include <type_traits>

namespace atlas::storage {
class Connection;
}

namespace atlas::widgets {

/// The open project as pages see it: reads and writes run on other threads, answers come back on the GUI thread.
/// The GUI thread never waits. `context` is the QObject whose life bounds the answer: when it is gone, none comes.
class Session : public QObject {
    Q_OBJECT

public:
    /// Errors: those of Project::open.  Blocks (open it on a worker thread, see SessionOpener in start/).
    explicit Session(std::unique_ptr<storage::Project> project, QObject *parent = nullptr);
    ~Session() override;

    storage::Project &project() const { return *m_project; }
    /// For work that may outlive the session by a moment: a training that is just being stopped.
    std::shared_ptr<storage::Project> sharedProject() const { return m_project; }
    QString projectName() const;
    bool readOnly() const;
    QString readOnlyReason() const;  ///< who writes, in words; empty when the person chose to read only
    void setReadOnlyReason(const QString &reason);
    QString actor() const;  ///< the user's name, for histories: what setActor() was told last, else the login name
    void setActor(const QString &name);  ///< kept for all projects; empty = the login name again

    using Failed = std::function<void(const Error &)>;

    /// Runs `query(Connection &)` on the reader thread, then `done(result)` on the GUI thread. Does not block.
    /// Without `failed`, an error is shown by the frame (signal failed).
    template <typename Query, typename Done>
    void read(QObject *context, Query query, Done done, Failed failed = {})
    {
        run(&Session::runRead, context, std::move(query), std::move(done), std::move(failed));
    }

    /// The same on the writer thread, as one transaction. Jobs of one session run in the order they were given.
    template <typename Job, typename Done>
    void write(QObject *context, Job job, Done done, Failed failed = {})
    {
        run(&Session::runWrite, context, std::move(job), std::move(done), std::move(failed));
    }

Q_SIGNALS:
    void failed(const QString &message, const QString &hint);
    /// Something was written; pages that show it read again.
    void datasetsChanged();
    void samplesChanged(qint64 dataset);
    void tasksChanged();
    void sequencesChanged();
    void runsChanged();

private:
    using Runner = void (Session::*)(QObject *context, std::function<void(storage::Connection &)> work,
                                     std::function<void()> done, Failed failed);

    /// Keeps what `work` returns on its thread until `done` takes it on the GUI thread.
    template <typename Work, typename Done>
    void run(Runner runner, QObject *context, Work work, Done done, Failed failed)
    {
        using Result = std::invoke_result_t<Work, storage::Connection &>;
        auto result = std::make_shared<std::conditional_t<std::is_void_v<Result>, char, Result>>();
        (this->*runner)(
            context,
            [work = std::move(work), result](storage::Connection &connection) mutable {
                if constexpr (std::is_void_v<Result>) {
                    work(connection);
                } else {
                    *result = work(connection);
                }
            },
            [done = std::move(done), result]() mutable {
                if constexpr (std::is_void_v<Result>) {
                    done();
                } else {
                    done(std::move(*result));
                }
            },
            std::move(failed));
    }

    void runRead(QObject *context, std::function<void(storage::Connection &)> work, std::function<void()> done,
                 Failed failed);
    void runWrite(QObject *context, std::function<void(storage::Connection &)> work, std::function<void()> done,
                  Failed failed);

    /// Takes the outcome to the GUI thread. Called from worker threads.
    void answer(const QPointer<QObject> &context, std::shared_ptr<Error> error, std::function<void()> done,
                Failed failed);

    struct State;
    std::unique_ptr<State> m_state;
    std::shared_ptr<storage::Project> m_project;
};

}  // namespace atlas::widgets
