#include "widgets/data/quality_watcher.h"

#include "storage/connection.h"
#include "storage/dataset_store.h"
#include "widgets/session.h"

namespace atlas::widgets {

QualityWatcher::QualityWatcher(QObject *parent, qint64 mostByItself) : QObject(parent), m_mostByItself(mostByItself)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, [this] { start(false); });
}

QualityWatcher::~QualityWatcher()
{
    m_stop.request_stop();
    m_queue.stop(WorkQueue::Pending::Drop);
}

void QualityWatcher::setSource(Session *session, std::int64_t dataset)
{
    if (m_session && m_session != session) {
        m_session->disconnect(this);
    }
    if (session && m_session != session) {
        connect(session, &Session::samplesChanged, this, [this](qint64 changed) {
            if (changed == m_dataset) {
                look();
            }
        });
    }
    m_session = session;
    m_dataset = dataset;
    ++m_generation;
    m_stop.request_stop();
    if (session && dataset != 0) {
        look();  // when the samples have been drawn: on two cores it would take one of them from that
    }
}

void QualityWatcher::look()
{
    m_rest.start();
}

void QualityWatcher::lookNow()
{
    start(true);
}

void QualityWatcher::start(bool however)
{
    if (!m_session || m_dataset == 0) {
        return;
    }
    m_stop.request_stop();
    m_stop = std::stop_source();
    const int generation = ++m_generation;
    const auto answer = [this, generation](auto what) {
        QMetaObject::invokeMethod(
            this,
            [this, generation, what = std::move(what)] {
                if (generation == m_generation) {
                    what();
                }
            },
            Qt::QueuedConnection);
    };
    m_queue.push([this, answer, however, project = m_session->sharedProject(), dataset = m_dataset,
                  stop = m_stop.get_token()] {
        try {
            const auto connection = project->connect();
            const std::int64_t samples = storage::DatasetStore(*connection).get(dataset).sampleCount;
            if (!however && samples > m_mostByItself) {
                answer([this, samples] { Q_EMIT postponed(samples); });
                return;
            }
            const auto data = storage::readQualityData(*connection, project->assetFolder(), dataset, stop);
            const auto findings = std::make_shared<const Findings>(storage::inspectQuality(data, stop));
            answer([this, findings] { Q_EMIT found(findings); });
        } catch (const Error &error) {
            if (error.code() != ErrorCode::Cancelled && error.code() != ErrorCode::NotFound) {  // else it was deleted
                answer([this, error] {
                    Q_EMIT failed(QString::fromStdString(error.message()), QString::fromStdString(error.hint()));
                });
            }
        } catch (const std::exception &error) {
            answer([this, message = QString::fromUtf8(error.what())] { Q_EMIT failed(message, {}); });
        }
    });
}

}  // namespace atlas::widgets
