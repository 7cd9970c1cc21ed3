#include "widgets/results/learning_curves.h"

#include "widgets/train/live_series.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace atlas::widgets {

namespace {

constexpr std::size_t kEnoughForLate = 4;  ///< evaluations, of which one makes a quarter

/// The first of the highest points of a part; its y is NaN where there is none.
QPointF bestOf(std::span<const QPointF> points)
{
    QPointF best(0, std::nan(""));
    for (const QPointF &point : points) {
        if (std::isnan(best.y()) || point.y() > best.y()) {
            best = point;
        }
    }
    return best;
}

double lateGainOf(std::span<const QPointF> points)
{
    if (points.size() < kEnoughForLate) {
        return 0;
    }
    const std::size_t late = points.size() - points.size() / kEnoughForLate;
    const double gain = bestOf(points.subspan(late)).y() - bestOf(points.first(late)).y();
    return std::isnan(gain) ? 0 : gain;
}

}  // namespace

std::vector<LearningCurve> learningCurves(const std::vector<std::string> &tasks, const RunCurves &curves)
{
    std::vector<LearningCurve> found;
    for (const auto &[key, points] : curves) {
        const SeriesPlace place = placeOf(key, tasks);
        const auto task = std::ranges::find(tasks, place.task);
        if (key.metric != "validation" || !place.other.empty() || task == tasks.end()) {
            continue;
        }
        LearningCurve curve{
            .task = int(task - tasks.begin()), .stage = place.stage, .points = {}, .best = {}, .lateGain = 0};
        for (const SeriesPoint &point : points) {
            curve.points.emplace_back(double(point.step), point.value);
        }
        curve.best = bestOf(curve.points);
        curve.lateGain = lateGainOf(curve.points);
        if (!std::isnan(curve.best.y())) {
            found.push_back(std::move(curve));
        }
    }
    std::ranges::sort(found, {}, [](const LearningCurve &curve) { return std::tuple(curve.task, curve.stage); });
    return found;
}

std::vector<LearningCurve> lastStages(std::vector<LearningCurve> curves)
{
    std::vector<LearningCurve> last;
    for (LearningCurve &curve : curves) {
        if (!last.empty() && last.back().task == curve.task) {
            last.back() = std::move(curve);
        } else {
            last.push_back(std::move(curve));
        }
    }
    return last;
}

}  // namespace atlas::widgets
