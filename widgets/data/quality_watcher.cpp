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
    connect(&m_work, &LatestWork::failed, this, &QualityWatcher::failed);
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
    m_work.stop();
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
    m_work.start([this, however, project = m_session->sharedProject(),
                  dataset = m_dataset](const std::stop_token &stop) -> LatestWork::Answer {
        const auto connection = project->connect();
        const std::int64_t samples = storage::DatasetStore(*connection).get(dataset).sampleCount;
        if (!however && samples > m_mostByItself) {
            return [this, samples] { Q_EMIT postponed(samples); };
        }
        const auto data = storage::readQualityData(*connection, project->assetFolder(), dataset, stop);
        const auto findings = std::make_shared<const Findings>(storage::inspectQuality(data, stop));
        return [this, findings] { Q_EMIT found(findings); };
    });
}

}  // namespace atlas::widgets
