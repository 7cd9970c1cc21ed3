#include "widgets/session.h"

#include "core/user_name.h"
#include "storage/connection.h"
#include "widgets/sentence_words.h"
#include "widgets/work_queue.h"

#include <QHash>
#include <QSettings>
#include <QWidget>

#include <future>
#include <utility>

namespace atlas::widgets {

namespace {

const QString kActorKey = QStringLiteral("person/name");

/// The page that a reader belongs to is not looked at.
bool isHidden(QObject *context)
{
    while (context != nullptr && !context->isWidgetType()) {
        context = context->parent();
    }
    return context != nullptr && !static_cast<QWidget *>(context)->isVisible();
}

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

    /// A thread that reads, with a connection of its own.
    struct Reader {
        std::unique_ptr<storage::Connection> connection;  // made and used by the thread only
        WorkQueue queue;

        ~Reader() { queue.stop(WorkQueue::Pending::Drop); }
    };
    Reader reader;
    Reader hiddenReader;  // for pages that are not shown: nobody who looks at another one waits for them
    struct Waiting {
        Reader *reader = nullptr;
        int count = 0;
    };
    QHash<const QObject *, Waiting> waiting;  // GUI thread
    WorkQueue writeWaiter;                    // waits for the writer's futures, so that an answer means "committed"
};

Session::Session(std::unique_ptr<storage::Project> project, QObject *parent)
    : QObject(parent), m_state(std::make_unique<State>()), m_project(std::move(project))
{
}

Session::~Session()
{
    // What is queued for reading is of no use any more; what is queued for writing must reach the file.
    m_state->reader.queue.stop(WorkQueue::Pending::Drop);
    m_state->hiddenReader.queue.stop(WorkQueue::Pending::Drop);
    m_state->writeWaiter.stop(WorkQueue::Pending::Finish);
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
                Q_EMIT this->failed(inWords(error->sentence()), inWords(error->advice()));
            }
        },
        Qt::QueuedConnection);
}

void Session::runRead(QObject *context, std::function<void(storage::Connection &)> work, std::function<void()> done,
                      Failed failed)
{
    // What one asks for is answered in that order, even if its page is shown meanwhile.
    State::Waiting &waiting = m_state->waiting[context];
    if (waiting.count++ == 0) {
        waiting.reader = isHidden(context) ? &m_state->hiddenReader : &m_state->reader;
    }
    State::Reader &reader = *waiting.reader;
    reader.queue.push([this, &reader, key = static_cast<const QObject *>(context), guard = QPointer<QObject>(context),
                       work = std::move(work), done = std::move(done), failed = std::move(failed)]() mutable {
        auto error = errorOf([&] {
            if (!reader.connection) {
                reader.connection = m_project->connect();
            }
            work(*reader.connection);
        });
        QMetaObject::invokeMethod(
            &m_state->relay,
            [this, key] {
                if (--m_state->waiting[key].count == 0) {
                    m_state->waiting.remove(key);
                }
            },
            Qt::QueuedConnection);
        answer(guard, std::move(error), std::move(done), std::move(failed));
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
