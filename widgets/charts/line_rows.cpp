#include "widgets/charts/line_rows.h"

#include "widgets/charts/line_source.h"
#include "widgets/jobs.h"

#include <limits>

namespace atlas::widgets {

namespace {
constexpr int kPage = 2000;
constexpr double kBeforeAll = -std::numeric_limits<double>::infinity();
}  // namespace

LineRows::LineRows(const std::vector<LineSeries> &lines, MakeRow makeRow)
    : m_makeRow(std::move(makeRow)), m_after(kBeforeAll)
{
    for (const LineSeries &line : lines) {
        if (line.source != nullptr) {
            m_lines.push_back({.name = line.name,
                               .style = line.style,
                               .points = {},
                               .low = {},
                               .high = {},
                               .data = line.data,
                               .source = line.source});
        }
    }
}

qint64 LineRows::count() const
{
    qint64 count = 0;
    for (const LineSeries &line : m_lines) {
        count += line.source->count();
    }
    return count;
}

void LineRows::readNext(QObject *context, Got got)
{
    if (m_line == m_lines.size()) {
        got({});
        return;
    }
    const LineSeries &line = m_lines[m_line];
    line.source->readPage(context, m_after, kPage, [this, context, got = std::move(got)](LineSource::Points points) {
        if (points.empty()) {
            ++m_line;
            m_after = kBeforeAll;
            readNext(context, got);
            return;
        }
        m_after = points.back().x();
        std::vector<QVariantList> rows;
        for (const QPointF &point : points) {
            rows.push_back(m_makeRow(m_lines[m_line], point));
        }
        got(std::move(rows));
    });
}

void LineRows::readAll(const Take &take, const std::stop_token &stop) const
{
    for (const LineSeries &line : m_lines) {
        line.source->readAll(
            [&](std::span<const QPointF> points) {
                for (const QPointF &point : points) {
                    take(m_makeRow(line, point));
                }
            },
            stop);
    }
}

void LineRows::start(std::unique_ptr<FunctionJob> job) const
{
    m_lines.front().source->start(std::move(job));
}

}  // namespace atlas::widgets
