#include "widgets/jobs.h"

#include "core/error.h"
#include "widgets/sentence_words.h"

#include <QTimer>

#include <mutex>
#include <thread>
#include <utility>

namespace atlas::widgets {

namespace {

constexpr int kReportEveryMs = 34;  // 30 a second at most

}  // namespace

/// What the work said last; the job's own thread looks at it 30 times a second, so that no report is lost to a limit.
struct FunctionJob::State final : Observer {
    explicit State(FunctionJob *owner) : job(owner) {}

    void progress(double fraction, const Sentence &what) override
    {
        const std::lock_guard lock(mutex);
        lastFraction = fraction;
        lastWhat = what;
        changed = true;
    }

    void log(LogLevel level, const std::string &message) override
    {
        QMetaObject::invokeMethod(
            job, [job = job, level, text = QString::fromStdString(message)] { Q_EMIT job->logged(level, text); },
            Qt::QueuedConnection);
    }

    void report()
    {
        double fraction = 0;
        Sentence what;
        {
            const std::lock_guard lock(mutex);
            if (!std::exchange(changed, false)) {
                return;
            }
            fraction = lastFraction;
            what = lastWhat;
        }
        Q_EMIT job->progressed(fraction, inWords(what));
    }

    FunctionJob *job;
    Work work;
    QTimer timer;
    std::mutex mutex;
    double lastFraction = -1;  // guarded by mutex
    Sentence lastWhat;         // guarded by mutex
    bool changed = false;      // guarded by mutex
    std::jthread thread;       // last: it uses what stands above
};

FunctionJob::FunctionJob(QString title, Work work, QObject *parent)
    : Job(parent), m_title(std::move(title)), m_state(std::make_unique<State>(this))
{
    m_state->work = std::move(work);
    m_state->timer.setInterval(kReportEveryMs);
    connect(&m_state->timer, &QTimer::timeout, this, [this] { m_state->report(); });
}

FunctionJob::~FunctionJob() = default;  // jthread asks to stop and joins

void FunctionJob::cancel()
{
    m_state->thread.request_stop();
}

void FunctionJob::start()
{
    Q_EMIT started();
    m_state->timer.start();
    m_state->thread = std::jthread([this, state = m_state.get()](std::stop_token stop) {
        std::function<void()> report;
        try {
            state->work(*state, stop);
            report = [this] { Q_EMIT finished(); };
        } catch (const Error &error) {
            if (error.code() == ErrorCode::Cancelled) {
                report = [this] { Q_EMIT cancelled(); };
            } else {
                report = [this, message = inWords(error.sentence()), hint = inWords(error.advice())] {
                    Q_EMIT failed(message, hint);
                };
            }
        } catch (const std::bad_alloc &) {
            report = [this] {
                Q_EMIT failed(tr("The memory of this computer is used up."),
                              tr("Close other programs or use a smaller part of the data, then try again."));
            };
        } catch (const std::exception &error) {
            report = [this, message = QString::fromUtf8(error.what())] { Q_EMIT failed(message, {}); };
        }
        QMetaObject::invokeMethod(
            this,
            [this, report = std::move(report)] {
                m_state->timer.stop();
                m_state->report();
                report();
            },
            Qt::QueuedConnection);
    });
}

void JobList::add(Job *job)
{
    job->setParent(this);
    m_jobs.append(job);
    m_running.append(job);
    const auto ended = [this, job] {
        if (m_running.removeAll(job) > 0 && m_running.isEmpty()) {
            Q_EMIT becameQuiet();
        }
    };
    connect(job, &Job::finished, this, ended);
    connect(job, &Job::failed, this, ended);
    connect(job, &Job::cancelled, this, ended);
    const auto leaveSoon = [this, job] { QTimer::singleShot(kFinishedStaysMs, job, [this, job] { dismiss(job); }); };
    connect(job, &Job::finished, this, leaveSoon);
    connect(job, &Job::cancelled, this, leaveSoon);
    Q_EMIT added(job);
}

void JobList::cancelAll()
{
    for (Job *job : QList<Job *>(m_running)) {
        job->cancel();
    }
}

void JobList::dismiss(Job *job)
{
    m_running.removeAll(job);
    if (m_jobs.removeAll(job) > 0) {
        Q_EMIT removed(job);
        job->deleteLater();
    }
}

}  // namespace atlas::widgets
