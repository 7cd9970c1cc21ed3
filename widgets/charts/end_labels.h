#pragma once

#include <qcustomplot.h>

#include "widgets/charts/palette.h"
#include "widgets/charts/plot_look.h"

namespace atlas::widgets {

/// The names of lines at their right ends, moved apart where they would overlap. Text stays in the text's colour; the
/// line's marker in its colour stands before it.
class EndLabels : public QCPLayerable {
public:
    struct Label {
        QString name;
        QString value;
        double y = 0;
        chart_palette::LineStyle style;
    };

    EndLabels(QCPAxisRect *rect, const QString &layer);

    void setLabels(std::vector<Label> labels) { m_labels = std::move(labels); }
    void setLook(const PlotLook &look) { m_look = look; }
    int widthNeeded() const;  ///< pixels right of the axis rectangle

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;
    QRect clipRect() const override;

private:
    QCPAxisRect *m_rect;
    std::vector<Label> m_labels;
    PlotLook m_look;
};

/// The marker of a line as the plot draws it.
QCPScatterStyle scatterStyle(const chart_palette::LineStyle &style, const QColor &surface, double size);

}  // namespace atlas::widgets
