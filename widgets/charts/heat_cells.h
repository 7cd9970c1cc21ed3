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
    bool slashed() const;                      ///< cells have no room for numbers, and some stand below 0

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;
    QRect clipRect() const override;

private:
    QFont fontThatFits() const;  ///< smaller than the smallest where numbers do not fit

    QCPAxisRect *m_rect;
    const HeatMapData *m_data = nullptr;
    PlotLook m_look;
    QPoint m_current{-1, -1};
};

/// Strikes the part of the scale that stands below 0 as the cells are, where they are.
class ScaleSlashes : public QCPLayerable {
public:
    ScaleSlashes(QCPColorScale &scale, const HeatCells &cells);

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;
    QRect clipRect() const override;

private:
    QCPColorScale &m_scale;
    const HeatCells &m_cells;
};

}  // namespace atlas::widgets
