#include "widgets/charts/line_series.h"

#include "widgets/charts/format.h"

#include <algorithm>

namespace atlas::widgets {

QString valueText(double value, ValueForm form)
{
    switch (form) {
    case ValueForm::Share: return format::percent(value);
    case ValueForm::Difference: return format::points(value);
    case ValueForm::Number: break;
    }
    return format::number(value, 3);
}

QString shortValueText(double value, ValueForm form)
{
    return form == ValueForm::Number ? format::number(value, 3) : format::percentNumber(value);
}

std::optional<std::size_t> nearestPoint(std::span<const QPointF> points, double x)
{
    if (points.empty()) {
        return std::nullopt;
    }
    const auto right = std::lower_bound(points.begin(), points.end(), x,
                                        [](const QPointF &point, double at) { return point.x() < at; });
    if (right == points.begin()) {
        return 0;
    }
    const auto index = static_cast<std::size_t>(right - points.begin());
    if (right == points.end()) {
        return index - 1;
    }
    return x - points[index - 1].x() <= right->x() - x ? index - 1 : index;
}

}  // namespace atlas::widgets
