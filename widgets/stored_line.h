#pragma once

#include "widgets/charts/line_source.h"

#include <QPointer>

#include <atomic>
#include <cstdint>

namespace atlas::storage {
class Project;
}

namespace atlas::widgets {

class JobList;
class Session;

/// A series of the open project as a line of a chart, read where it is looked at.
class StoredLine final : public LineSource {
public:
    /// Series from this length on are not held in memory.
    static constexpr std::int64_t kLong = 50'000;

    StoredLine(Session *session, JobList *jobs, std::int64_t series, std::int64_t count);

    /// Live points come in beside what is stored.
    void grow(qint64 points) { m_count += points; }

    qint64 count() const override { return m_count; }
    void readWindow(QObject *context, double from, double to, int columns, Got got) const override;
    void readPage(QObject *context, double after, int most, Got got) const override;
    void readAll(const std::function<void(std::span<const QPointF>)> &take, const std::stop_token &stop) const override;
    void start(std::unique_ptr<FunctionJob> job) const override;

private:
    QPointer<Session> m_session;
    QPointer<JobList> m_jobs;
    std::weak_ptr<storage::Project> m_project;
    std::int64_t m_series;
    std::atomic<qint64> m_count;
    mutable bool m_prepared = false;
};

}  // namespace atlas::widgets
