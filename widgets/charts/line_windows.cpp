#include "widgets/charts/line_windows.h"

#include "widgets/charts/line_source.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace atlas::widgets {

namespace {
constexpr double kBeside = 0.5;  ///< of what is looked at, read on either side too, so that dragging finds it there
constexpr double kEverywhere = std::numeric_limits<double>::infinity();
}  // namespace

void LineWindows::setLines(const std::vector<LineSeries> &lines, int columns)
{
    std::vector<Line> before = std::exchange(m_lines, std::vector<Line>(lines.size()));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].source == nullptr) {
            continue;
        }
        Line &line = m_lines[i];
        line.source = lines[i].source;
        const auto known = std::ranges::find(before, line.source, &Line::source);
        if (known != before.end()) {
            line = std::move(*known);
            line.known.reset();  // there may be more of it now
        }
        if (!lines[i].points.empty()) {
            line.whole = lines[i].points;
        } else if (line.whole.empty()) {
            line.wanted = Range{-kEverywhere, kEverywhere, columns};
            ask(i);
        }
    }
}

void LineWindows::append(std::size_t line, std::span<const QPointF> points)
{
    m_lines[line].whole.insert(m_lines[line].whole.end(), points.begin(), points.end());
}

void LineWindows::look(double from, double to, int columns)
{
    const double beside = kBeside * (to - from);
    const Range range{from - beside, to + beside, int(columns * (1 + 2 * kBeside))};
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        Line &line = m_lines[i];
        if (line.source != nullptr && line.known != range && !line.whole.empty()) {
            line.wanted = range;
            ask(i);
        }
    }
}

void LineWindows::lookAtAll()
{
    for (Line &line : m_lines) {
        line.part.clear();
        line.known.reset();
        if (!line.whole.empty()) {
            line.wanted.reset();
        }
    }
}

std::vector<QPointF> LineWindows::points(std::size_t index) const
{
    const Line &line = m_lines[index];
    if (line.part.empty()) {
        return line.whole;
    }
    std::vector<QPointF> points;
    points.reserve(line.whole.size() + line.part.size());
    const auto before = [](const QPointF &point, double x) { return point.x() < x; };
    const auto after = [](double x, const QPointF &point) { return x < point.x(); };
    const auto left = std::lower_bound(line.whole.begin(), line.whole.end(), line.part.front().x(), before);
    const auto right = std::upper_bound(line.whole.begin(), line.whole.end(), line.part.back().x(), after);
    points.insert(points.end(), line.whole.begin(), left);
    points.insert(points.end(), line.part.begin(), line.part.end());
    points.insert(points.end(), right, line.whole.end());
    return points;
}

void LineWindows::ask(std::size_t index)
{
    Line &line = m_lines[index];
    if (line.asking || !line.wanted) {
        return;
    }
    line.asking = true;
    const Range range = *std::exchange(line.wanted, std::nullopt);
    line.known = range;
    line.source->readWindow(
        this, range.from, range.to, range.columns,
        [this, source = line.source, range](std::vector<QPointF> points) { take(source, range, std::move(points)); });
}

void LineWindows::take(const std::shared_ptr<LineSource> &source, const Range &range, std::vector<QPointF> points)
{
    const auto found = std::ranges::find(m_lines, source, &Line::source);
    if (found == m_lines.end()) {
        return;  // another line is shown by now
    }
    const auto index = std::size_t(found - m_lines.begin());
    Line &line = m_lines[index];
    line.asking = false;
    if (std::isinf(range.from)) {
        line.whole = std::move(points);
        Q_EMIT arrived(index);
    } else if (line.known == range || line.wanted) {  // else everything is looked at again
        line.part = std::move(points);
        Q_EMIT arrived(index);
    }
    ask(index);
}

}  // namespace atlas::widgets
