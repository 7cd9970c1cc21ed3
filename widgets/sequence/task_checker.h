#pragma once

#include "storage/task_checks.h"
#include "storage/task_store.h"
#include "widgets/latest_work.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace atlas::widgets {

class Session;

/// What a look at a task gave.
struct TaskLook {
    std::vector<std::int64_t> classCounts;   ///< training samples by class, most first
    std::vector<storage::TaskCheck> checks;  ///< of the task alone and, where it is in the order, among its tasks
    storage::NewSamples news;
};

/// Looks at all tasks of the project on a thread of its own, again whenever samples have changed and rested for a
/// moment; what is dear to read is kept while the session lasts. Threads: GUI thread; does not block.
class TaskChecker final : public QObject {
    Q_OBJECT

public:
    using Looks = std::map<std::string, TaskLook>;  ///< by task

    explicit TaskChecker(QObject *parent = nullptr);

    void setSession(Session *session);
    /// Looks soon; a look that is still running for another order is stopped.
    void look(const storage::TaskOrder &order);
    /// The same for the tasks of one sequence as it is stored, and only those.
    void lookAt(const QString &sequence);

    static constexpr int kRestMs = 200;
    static constexpr int kSamplesRestMs = 1000;  ///< so that nothing is read while somebody labels

Q_SIGNALS:
    void looked(const std::shared_ptr<const atlas::widgets::TaskChecker::Looks> &looks);
    void failed(const QString &message, const QString &hint);

private:
    void start();

    QPointer<Session> m_session;
    storage::TaskOrder m_order;
    std::string m_sequence;  ///< instead of the order; empty = all tasks
    bool m_wanted = false;
    QTimer m_rest;
    std::shared_ptr<storage::TaskContentsReader> m_reader;
    LatestWork m_work;  // last: it ends before anything else goes
};

/// How many cautions there are, and the first: "3 cautions. notes: training samples: only 20"; empty = none.
QString cautionsOf(const TaskChecker::Looks &looks);

}  // namespace atlas::widgets
