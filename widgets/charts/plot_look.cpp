#include <qcustomplot.h>

#include "widgets/charts/plot_look.h"
#include "widgets/frame/theme.h"

namespace atlas::widgets {

PlotLook screenLook()
{
    QColor grid = theme::border();
    grid.setAlphaF(0.7F);
    return {.dark = theme::isDark(),
            .surface = theme::surface(),
            .text = theme::text(),
            .secondary = theme::secondaryText(),
            .grid = grid,
            .accent = theme::color(theme::Role::Accent),
            .font = theme::captionFont()};
}

PlotLook paperLook()
{
    return {.dark = false,
            .surface = Qt::white,
            .text = Qt::black,
            .secondary = QColor(0x50, 0x50, 0x50),
            .grid = QColor(0xdd, 0xdd, 0xdd),
            .accent = QColor(0x00, 0x72, 0xb2),
            .font = theme::captionFont()};
}

void applyLook(QCPAxis &axis, const PlotLook &look)
{
    axis.setLabelColor(look.secondary);
    axis.setTickLabelColor(look.secondary);
    axis.setLabelFont(look.font);
    axis.setTickLabelFont(look.font);
    axis.setBasePen(QPen(look.grid, 1));
    axis.setTickPen(QPen(look.grid, 1));
    axis.setSubTickPen(Qt::NoPen);
    axis.grid()->setPen(QPen(look.grid, 1));
    axis.grid()->setZeroLinePen(QPen(look.grid, 1));
    axis.setTickLengthIn(0);
    axis.setTickLengthOut(4);
}

void applyLook(QCustomPlot &plot, const PlotLook &look)
{
    plot.setBackground(look.surface);
    plot.setFont(look.font);
    for (QCPAxisRect *rect : plot.axisRects()) {
        for (QCPAxis *axis : rect->axes()) {
            applyLook(*axis, look);
        }
    }
}

}  // namespace atlas::widgets
