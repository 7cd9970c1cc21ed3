#include "widgets/results/stability_gap.h"

#include "widgets/train/live_series.h"

#include <algorithm>

namespace atlas::widgets {

namespace {

/// One stage of one task: its steps begin at 0, the chart's go on.
struct Segment {
    int task = 0;
    std::string stage;
    std::int64_t steps = 0;

    auto place() const { return std::tie(task, stage); }  // stage1 < stage2
};

int placeIn(const std::vector<std::string> &tasks, const std::string &name)
{
    const auto found = std::ranges::find(tasks, name);
    return found == tasks.end() ? -1 : int(found - tasks.begin());
}

std::vector<Segment> segmentsOf(const std::vector<std::string> &tasks, const RunCurves &curves)
{
    std::vector<Segment> segments;
    for (const auto &[key, points] : curves) {
        const SeriesPlace place = placeOf(key, tasks);
        const int task = placeIn(tasks, place.task);
        if (task < 0 || points.empty() || key.metric != "validation") {
            continue;
        }
        const auto same = [&](const Segment &segment) { return segment.task == task && segment.stage == place.stage; };
        auto found = std::ranges::find_if(segments, same);
        if (found == segments.end()) {
            found = segments.insert(segments.end(), {.task = task, .stage = place.stage});
        }
        found->steps = std::max(found->steps, points.back().step);
    }
    std::ranges::sort(segments, [](const Segment &a, const Segment &b) { return a.place() < b.place(); });
    return segments;
}

}  // namespace

StabilityGap stabilityGap(const std::vector<std::string> &tasks, const RunCurves &curves)
{
    StabilityGap gap;
    std::map<int, std::vector<QPointF>> lines;
    std::map<std::pair<int, int>, std::vector<double>> inside;  // (during, task)
    double offset = 0;
    int learning = -1;
    std::vector<ChartBoundary> boundaries;
    for (const Segment &segment : segmentsOf(tasks, curves)) {
        if (segment.task != learning) {
            learning = segment.task;
            boundaries.push_back({.x = offset, .name = QString::fromStdString(tasks[std::size_t(learning)])});
        }
        for (int older = 0; older < segment.task; ++older) {
            const std::string context =
                tasks[std::size_t(segment.task)] + "/" + segment.stage + "/" + tasks[std::size_t(older)];
            const auto found = curves.find({"validation", context});
            if (found == curves.end()) {
                continue;
            }
            for (const SeriesPoint &point : found->second) {
                lines[older].emplace_back(offset + double(point.step), point.value);
                inside[{segment.task, older}].push_back(point.value);
            }
        }
        offset += double(segment.steps);
    }
    double sum = 0;
    for (auto &[task, points] : lines) {
        const auto lowest = std::ranges::min_element(points, {}, &QPointF::y);
        sum += lowest->y();
        gap.lines.push_back({.task = task, .points = std::move(points)});
    }
    if (!gap.lines.empty()) {
        gap.minimum = sum / double(gap.lines.size());
        gap.boundaries = std::move(boundaries);
    }
    for (const auto &[pair, scores] : inside) {
        const double lowest = *std::ranges::min_element(scores);
        const StabilityGap::Dip dip{.task = pair.second,
                                    .during = pair.first,
                                    .before = scores.front(),
                                    .lowest = lowest,
                                    .after = scores.back()};
        if (dip.depth() > 0 && (gap.worst.task < 0 || dip.depth() > gap.worst.depth())) {
            gap.worst = dip;
        }
    }
    return gap;
}

}  // namespace atlas::widgets
