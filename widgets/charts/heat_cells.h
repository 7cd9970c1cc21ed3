#pragma once

#include <qcustomplot.h>

#include "widgets/charts/heat_map.h"

namespace atlas::widgets {

/// The colour of a cell.  Requires: a finite level.
QColor heatColour(double level, HeatMapData::Scale scale);

/// Draws the cells of a heat map into an axis rectangle whose axes run from -0.5 to n - 0.5, the first row on top.
class HeatCells : public QCPLayerable {
public:
    HeatCells(QCPAxisRect *rect, const QString &layer);

    void setData(const HeatMapData *data) { m_data = data; }
    void setLook(const PlotLook &look) { m_look = look; }
    void setCurrent(QPoint cell) { m_current = cell; }

    QRectF rectOf(int row, int column) const;  ///< pixels

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;
    QRect clipRect() const override;

private:
    QFont fontThatFits() const;

    QCPAxisRect *m_rect;
    const HeatMapData *m_data = nullptr;
    PlotLook m_look;
    QPoint m_current{-1, -1};
};

}  // namespace atlas::widgets
