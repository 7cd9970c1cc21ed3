#include "widgets/stored_line.h"

#include "storage/connection.h"
#include "storage/series_buckets.h"
#include "storage/series_window.h"
#include "widgets/jobs.h"
#include "widgets/session.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace atlas::widgets {

namespace {

constexpr int kPage = 10'000;
constexpr double kMostStep = 9e18;  ///< what fits into a step

std::int64_t stepOf(double x)
{
    return std::int64_t(std::clamp(x, -kMostStep, kMostStep));
}

std::vector<QPointF> pointsOf(const std::vector<SeriesPoint> &points)
{
    std::vector<QPointF> out;
    out.reserve(points.size());
    for (const SeriesPoint &point : points) {
        out.emplace_back(double(point.step), point.value);
    }
    return out;
}

}  // namespace

StoredLine::StoredLine(Session *session, JobList *jobs, std::int64_t series, std::int64_t count)
    : m_session(session), m_jobs(jobs), m_project(session->sharedProject()), m_series(series), m_count(count)
{
}

void StoredLine::readWindow(QObject *context, double from, double to, int columns, Got got) const
{
    if (!m_session) {
        return;
    }
    if (!m_prepared && !m_session->readOnly()) {
        m_prepared = true;  // a series from before there were buckets gets them, for the next time it is looked at
        m_session->write(
            context, [series = m_series](storage::Connection &connection) { storage::makeBuckets(connection, series); },
            [] {}, [](const Error &) {});
    }
    m_session->read(
        context,
        // Twice as fine as the pixels: a group of points may lie across the edge of one.
        [series = m_series, from = stepOf(std::floor(from)), to = stepOf(std::ceil(to)),
         columns](storage::Connection &connection) {
            return pointsOf(storage::readSeriesWindow(connection, series, from, to, 2 * columns));
        },
        std::move(got));
}

void StoredLine::readPage(QObject *context, double after, int most, Got got) const
{
    if (!m_session) {
        return;
    }
    m_session->read(
        context,
        [series = m_series, after = stepOf(after), most](storage::Connection &connection) {
            return pointsOf(storage::readSeriesPage(connection, series, after, most));
        },
        std::move(got));
}

void StoredLine::readAll(const std::function<void(std::span<const QPointF>)> &take, const std::stop_token &stop) const
{
    const std::shared_ptr<storage::Project> project = m_project.lock();
    if (project == nullptr) {
        throw Error(ErrorCode::Cancelled, "The project was closed.");
    }
    const auto connection = project->connect();
    for (std::int64_t after = std::numeric_limits<std::int64_t>::min();;) {
        throwIfStopped(stop);
        const std::vector<SeriesPoint> page = storage::readSeriesPage(*connection, m_series, after, kPage);
        if (page.empty()) {
            return;
        }
        take(pointsOf(page));
        after = page.back().step;
    }
}

void StoredLine::start(std::unique_ptr<FunctionJob> job) const
{
    if (m_jobs) {
        FunctionJob *started = job.release();
        m_jobs->add(started);
        started->start();
    }
}

}  // namespace atlas::widgets
