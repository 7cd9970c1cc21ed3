#include "widgets/session.h"

#include "core/user_name.h"
#include "storage/connection.h"
#include "widgets/work_queue.h"

#include <QSettings>

#include <future>
#include <utility>

namespace atlas::widgets {

namespace {

const QString kActorKey = QStringLiteral("person/name");

/// Runs on a worker thread; what it threw, as the one exception type.
template <typename Work>
std::shared_ptr<Error> errorOf(Work work)
{
    try {
        work();
        return nullptr;
    } catch (const Error &error) {
        return std::make_shared<Error>(error);
    } catch (const std::exception &error) {
        return std::make_shared<Error>(ErrorCode::Internal, error.what());
    }
}

}  // namespace

struct Session::State {
    /// Answers travel to this object's thread; it dies with the session, and pending answers die with it.
    QObject relay;
    QString actor = QSettings().value(kActorKey, QString::fromStdString(userName())).toString();
    QString readOnlyReason;
    std::unique_ptr<storage::Connection> readConnection;  // made and used by the reader thread only
    WorkQueue reader;
    WorkQueue writeWaiter;  // waits for the writer's futures, so that an answer means "committed"
};

Session::Session(std::unique_ptr<storage::Project> project, QObject *parent)
    : QObject(parent), m_state(std::make_unique<State>()), m_project(std::move(project))
{
}

Session::~Session()
{
    // What is queued for reading is of no use any more; what is queued for writing must reach the file.
    m_state->reader.stop(WorkQueue::Pending::Drop);
    m_state->writeWaiter.stop(WorkQueue::Pending::Finish);
    m_state->readConnection.reset();
}

QString Session::projectName() const
{
    return QString::fromStdString(m_project->name());
}

bool Session::readOnly() const
{
    return m_project->mode() == storage::OpenMode::ReadOnly;
}

QString Session::readOnlyReason() const
{
    return m_state->readOnlyReason;
}

void Session::setReadOnlyReason(const QString &reason)
{
    m_state->readOnlyReason = reason;
}

QString Session::actor() const
{
    return m_state->actor;
}

void Session::setActor(const QString &name)
{
    const QString login = QString::fromStdString(userName());
    m_state->actor = name.isEmpty() ? login : name;
    if (m_state->actor == login) {
        QSettings().remove(kActorKey);
    } else {
        QSettings().setValue(kActorKey, m_state->actor);
    }
}

void Session::answer(const QPointer<QObject> &context, std::shared_ptr<Error> error, std::function<void()> done,
                     Failed failed)
{
    QMetaObject::invokeMethod(
        &m_state->relay,
        [this, context, error = std::move(error), done = std::move(done), onFailed = std::move(failed)] {
            if (!context) {
                return;
            }
            if (!error) {
                done();
            } else if (onFailed) {
                onFailed(*error);
            } else {
                Q_EMIT this->failed(QString::fromStdString(error->message()), QString::fromStdString(error->hint()));
            }
        },
        Qt::QueuedConnection);
}

void Session::runRead(QObject *context, std::function<void(storage::Connection &)> work, std::function<void()> done,
                      Failed failed)
{
    m_state->reader.push([this, context = QPointer<QObject>(context), work = std::move(work), done = std::move(done),
                          failed = std::move(failed)]() mutable {
        auto error = errorOf([&] {
            if (!m_state->readConnection) {
                m_state->readConnection = m_project->connect();
            }
            work(*m_state->readConnection);
        });
        answer(context, std::move(error), std::move(done), std::move(failed));
    });
}

void Session::runWrite(QObject *context, std::function<void(storage::Connection &)> work, std::function<void()> done,
                       Failed failed)
{
    QPointer<QObject> guard(context);
    std::shared_ptr<std::future<void>> written;
    if (auto error = errorOf(
            [&] { written = std::make_shared<std::future<void>>(m_project->writer().submit(std::move(work))); })) {
        answer(guard, std::move(error), std::move(done), std::move(failed));
        return;
    }
    m_state->writeWaiter.push([this, guard, written, done = std::move(done), failed = std::move(failed)]() mutable {
        answer(guard, errorOf([&] { written->get(); }), std::move(done), std::move(failed));
    });
}

}  // namespace atlas::widgets
