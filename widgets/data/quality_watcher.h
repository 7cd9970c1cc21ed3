#pragma once

#include "storage/quality/quality_check.h"
#include "widgets/latest_work.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>

namespace atlas::widgets {

class Session;

/// Runs the quality checks of one dataset on a thread of its own, again whenever its samples have changed and rested
/// for a moment. Threads: GUI thread; does not block.
class QualityWatcher final : public QObject {
    Q_OBJECT

public:
    using Findings = std::vector<storage::CheckFindings>;

    /// So many are checked by themselves; more take seconds and gigabytes (`./dev bench gallery`): a person says when.
    static constexpr qint64 kMostByItself = 200'000;

    explicit QualityWatcher(QObject *parent = nullptr, qint64 mostByItself = kMostByItself);

    void setSource(Session *session, std::int64_t dataset);  ///< 0 = none
    void look();                                             ///< soon
    void lookNow();                                          ///< however many samples there are
    /// How long changes must have rested, so that nothing is read while somebody labels.
    static constexpr int kRestMs = 700;

Q_SIGNALS:
    void found(const std::shared_ptr<const atlas::widgets::QualityWatcher::Findings> &findings);
    void postponed(qint64 samples);  ///< there are more than are checked by themselves
    void failed(const QString &message, const QString &hint);

private:
    void start(bool however);

    QPointer<Session> m_session;
    std::int64_t m_dataset = 0;
    qint64 m_mostByItself;
    QTimer m_rest;
    LatestWork m_work;  // last: it ends before anything else goes
};

}  // namespace atlas::widgets
