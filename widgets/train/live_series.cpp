#include "widgets/train/live_series.h"

#include <algorithm>

namespace atlas::widgets {

SeriesPlace placeOf(const SeriesKey &key, const std::vector<std::string> &tasks)
{
    const std::string &context = key.context;
    std::string task;
    for (const std::string &name : tasks) {
        if (context.starts_with(name + "/") && name.size() > task.size()) {
            task = name;
        }
    }
    if (task.empty()) {
        task = context.substr(0, context.find('/'));
    }
    const std::string rest = context.size() > task.size() ? context.substr(task.size() + 1) : std::string();
    const auto slash = rest.find('/');
    return {.task = task,
            .stage = rest.substr(0, slash),
            .other = slash == std::string::npos ? std::string() : rest.substr(slash + 1)};
}

void LiveSeries::add(const SeriesKey &key, const SeriesPoint &point)
{
    std::vector<QPointF> &curve = m_curves[key];
    const auto x = double(point.step);
    if (!curve.empty() && x <= curve.back().x()) {
        const auto from =
            std::lower_bound(curve.begin(), curve.end(), x, [](const QPointF &p, double at) { return p.x() < at; });
        if (from->x() == x && from->y() == point.value) {
            return;
        }
        curve.erase(from, curve.end());
    }
    curve.emplace_back(x, point.value);
}

}  // namespace atlas::widgets
