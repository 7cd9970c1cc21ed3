#include "widgets/charts/axis_labels.h"

#include "widgets/charts/format.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace atlas::widgets {

namespace {

constexpr double kBetween = 8;  ///< pixels between labels that stand side by side
constexpr double kTurned = 40;  ///< degrees

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

int widest(const QStringList &names, const QFontMetrics &metrics)
{
    int width = 0;
    for (const QString &name : names) {
        width = std::max(width, metrics.horizontalAdvance(name));
    }
    return width;
}

}  // namespace

double AxisLabels::height(const QFontMetrics &metrics) const
{
    int width = 0;
    for (const Label &label : labels) {
        width = std::max(width, metrics.horizontalAdvance(label.text));
    }
    return std::sin(radians(angle)) * width + std::cos(radians(angle)) * metrics.height();
}

int labelStep(double slot, double extent)
{
    for (int power = 1;; power *= 10) {
        for (const int digit : {1, 2, 5}) {
            if (digit * power * std::max(slot, 1.0) >= extent) {
                return digit * power;
            }
        }
    }
}

AxisLabels labelsBelow(const QStringList &names, double slot, const QFontMetrics &metrics)
{
    AxisLabels out;
    const auto count = int(names.size());
    if (widest(names, metrics) + kBetween <= slot) {
        for (int i = 0; i < count; ++i) {
            out.labels.push_back({i, names[i]});
        }
        return out;
    }
    const int step = labelStep(slot, metrics.horizontalAdvance(format::count(count)) + kBetween);
    for (int number = step; number <= count; number += step) {
        out.labels.push_back({number - 1, format::count(number)});
    }
    return out;
}

AxisLabels labelsAbove(const QStringList &names, double slot, double limit, double beyond, const QFontMetrics &metrics)
{
    AxisLabels out;
    const auto count = int(names.size());
    const bool turned = std::min<double>(widest(names, metrics), limit) + kBetween > slot;
    out.angle = turned ? kTurned : 0;
    // Turned names are strips beside each other, as far apart as the axis looks from their side.
    const int step = turned ? labelStep(slot * std::sin(radians(kTurned)), metrics.height()) : 1;
    for (int i = 0; i < count; i += step) {
        const double room = ((count - i - 0.5) * slot + beyond) / std::cos(radians(out.angle));
        const auto width = int(turned ? std::min(limit, room) : limit);
        out.labels.push_back({i, metrics.elidedText(names[i], Qt::ElideMiddle, width)});
    }
    return out;
}

}  // namespace atlas::widgets
