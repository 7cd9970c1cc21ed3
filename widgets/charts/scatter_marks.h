#pragma once

#include <qcustomplot.h>

#include "widgets/charts/plot_look.h"
#include "widgets/charts/scatter_chart.h"

namespace atlas::widgets {

/// All a scatter chart draws of its points; shared by what draws and what reacts.
struct ScatterScene {
    ScatterFigure x;
    ScatterFigure y;
    ScatterFigure size;
    std::vector<ScatterPoint> points;
    std::vector<std::size_t> line;
    int highlight = -1;
    int current = -1;
    double largest = 0;  ///< of the sizes
    PlotLook look = screenLook();

    double diameter(const ScatterPoint &point) const;  ///< pixels
    bool faded(int point) const;
};

/// The marks, the names of the strong ones and a ring around the current one.
class ScatterMarks final : public QCPLayerable {
    Q_OBJECT

public:
    ScatterMarks(QCPAxisRect *rect, const ScatterScene &scene);

    QPointF placeOf(const ScatterPoint &point) const;

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    QRect clipRect() const override { return m_rect->rect(); }
    void draw(QCPPainter *painter) override;

private:
    void drawLine(QCPPainter &painter) const;
    void drawMark(QCPPainter &painter, int point) const;
    void drawNames(QCPPainter &painter) const;

    QCPAxisRect *m_rect;
    const ScatterScene &m_scene;
};

}  // namespace atlas::widgets
