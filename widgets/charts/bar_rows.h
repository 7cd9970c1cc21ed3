#pragma once

#include <qcustomplot.h>

#include "widgets/charts/bar_chart.h"

namespace atlas::widgets {

/// How bars of a style are filled: the colour of lines of that style, and a pattern that is told apart without it.
QBrush barPattern(int style, const QColor &colour);

/// Draws the bars of a bar chart into an axis rectangle: x = values in units of the axis, y = rows from 0 on, the first
/// on top.
class BarRows : public QCPLayerable {
public:
    BarRows(QCPAxisRect *rect, const QString &layer);

    void setBars(const std::vector<Bar> *bars) { m_bars = bars; }
    void setTexts(const QStringList &texts) { m_texts = texts; }  ///< the value of each bar as it is written
    void setScale(double scale) { m_scale = scale; }              ///< of values into units of the axis
    void setLook(const PlotLook &look) { m_look = look; }
    void setCurrent(int bar) { m_current = bar; }

    QRectF rowOf(int bar) const;  ///< pixels, as wide as the axis rectangle

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;
    QRect clipRect() const override;

private:
    void drawWhisker(QCPPainter *painter, const Bar &bar, const QRectF &body);

    QCPAxisRect *m_rect;
    const std::vector<Bar> *m_bars = nullptr;
    QStringList m_texts;
    double m_scale = 1;
    PlotLook m_look;
    int m_current = -1;
};

}  // namespace atlas::widgets
