#include "widgets/charts/min_max.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace atlas::widgets {

namespace {

/// The four points of one column and its first gap.
class Column {
public:
    void add(std::size_t index, double y)
    {
        if (!std::isfinite(y)) {
            if (!m_inGap) {
                m_gaps.push_back(index);
            }
            m_inGap = true;
            return;
        }
        m_inGap = false;
        if (!m_any) {
            m_first = m_low = m_high = index;
            m_lowY = m_highY = y;
            m_any = true;
        } else if (y < m_lowY) {
            m_low = index;
            m_lowY = y;
        } else if (y > m_highY) {
            m_high = index;
            m_highY = y;
        }
        m_last = index;
    }

    /// Appends what is kept in ascending order and starts anew.
    void flush(std::vector<std::size_t> &out)
    {
        const auto begin = static_cast<std::ptrdiff_t>(out.size());
        if (m_any) {
            out.insert(out.end(), {m_first, m_low, m_high, m_last});
        }
        out.insert(out.end(), m_gaps.begin(), m_gaps.end());
        std::sort(out.begin() + begin, out.end());
        out.erase(std::unique(out.begin() + begin, out.end()), out.end());
        m_any = false;
        m_gaps.clear();  // m_inGap stays: a gap may run over the column's edge
    }

private:
    bool m_any = false;
    bool m_inGap = false;
    std::size_t m_first = 0;
    std::size_t m_low = 0;
    std::size_t m_high = 0;
    std::size_t m_last = 0;
    double m_lowY = 0;
    double m_highY = 0;
    std::vector<std::size_t> m_gaps;
};

}  // namespace

std::vector<std::size_t> minMaxIndices(std::span<const QPointF> points, double from, double to, int columns,
                                       bool logarithmic)
{
    const auto before = [](const QPointF &point, double x) { return point.x() < x; };
    const auto after = [](double x, const QPointF &point) { return x < point.x(); };
    auto first =
        static_cast<std::size_t>(std::lower_bound(points.begin(), points.end(), from, before) - points.begin());
    auto last = static_cast<std::size_t>(std::upper_bound(points.begin(), points.end(), to, after) - points.begin());

    const std::size_t lead = first > 0 ? first - 1 : first;
    const std::size_t tail = last < points.size() ? last + 1 : last;
    if (tail - lead <= 4 * static_cast<std::size_t>(std::max(columns, 1)) || !(to > from)) {
        std::vector<std::size_t> all(tail - lead);
        std::iota(all.begin(), all.end(), lead);
        return all;
    }

    std::vector<std::size_t> kept;
    kept.reserve(4 * static_cast<std::size_t>(columns) + 2);
    if (lead < first) {
        kept.push_back(lead);
    }
    Column column;
    int current = 0;
    const auto onAxis = [logarithmic](double x) { return logarithmic ? std::log(x) : x; };
    const double begin = onAxis(from);
    const double perColumn = columns / (onAxis(to) - begin);
    for (std::size_t i = first; i < last; ++i) {
        const int place = std::min(static_cast<int>((onAxis(points[i].x()) - begin) * perColumn), columns - 1);
        if (place != current) {
            column.flush(kept);
            current = place;
        }
        column.add(i, points[i].y());
    }
    column.flush(kept);
    if (last < tail) {
        kept.push_back(last);
    }
    return kept;
}

}  // namespace atlas::widgets
