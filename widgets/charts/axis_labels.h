#pragma once

#include <QFontMetrics>
#include <QStringList>

#include <vector>

namespace atlas::widgets {

/// What is written along an axis of names that stand `slot` pixels apart, so that no two touch.
struct AxisLabels {
    struct Label {
        int place = 0;
        QString text;
    };

    std::vector<Label> labels;
    double angle = 0;  ///< degrees that they rise to the right

    double height(const QFontMetrics &metrics) const;  ///< pixels that they take beside the axis
};

/// Of places that stand `slot` apart each how-manieth is labelled, where a label takes `extent`: 1, 2, 5, 10, 20, ...
int labelStep(double slot, double extent);

/// Below an axis: the names side by side, or where they do not fit their numbers, counted from 1.
AxisLabels labelsBelow(const QStringList &names, double slot, const QFontMetrics &metrics);

/// Above an axis: the names side by side, or turned. No name is wider than `limit`, or goes further than `beyond`
/// pixels over the end of the axis.
AxisLabels labelsAbove(const QStringList &names, double slot, double limit, double beyond, const QFontMetrics &metrics);

}  // namespace atlas::widgets
