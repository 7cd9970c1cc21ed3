#pragma once

#include <QColor>
#include <QFont>

class QCPAxis;
class QCustomPlot;

namespace atlas::widgets {

/// The colours and the font a plot is drawn with: the theme's on screen, black on white in exported files.
struct PlotLook {
    bool dark = false;
    QColor surface;
    QColor text;
    QColor secondary;
    QColor grid;
    QColor accent;
    QFont font;
};

PlotLook screenLook();
PlotLook paperLook();

void applyLook(QCustomPlot &plot, const PlotLook &look);  ///< background, axes, grid
void applyLook(QCPAxis &axis, const PlotLook &look);

}  // namespace atlas::widgets
