#pragma once

#include "widgets/charts/chart_view.h"
#include "widgets/charts/line_series.h"

#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace atlas::widgets {

/// One row of a bar chart. A value that is not finite has no bar; its label says that it is not defined.
struct Bar {
    QString name;
    double value = std::numeric_limits<double>::quiet_NaN();
    std::optional<double> low{};  ///< an interval around the value, drawn as a whisker
    std::optional<double> high{};
    QString details{};  ///< tooltip and screen reader; empty: name, value and interval
    int style = 0;      ///< colour (chart_palette::lineStyle) and pattern; the same thing keeps its style in all charts
};

/// What names and values of a bar chart are.
struct BarAxis {
    QString nameTitle{};   ///< head of the names in the table
    QString valueTitle{};  ///< under the axis, and head of the values in the table
    ValueForm form = ValueForm::Number;
    /// How a value is written where its form does not say it: format::bytes, format::duration.
    QString (*text)(double) = nullptr;
    QString undefined{};  ///< written for a value that is not finite; empty: "not defined"
};

/// Horizontal bars from 0, to the right for what is above it and to the left for what is below, each with its name and
/// value. Told apart by colour and pattern. Bars of shares stand on 0 to 100 %.
/// Keys: Up and Down choose a bar, Home and End the first and last, Escape none. A click chooses too.
class BarChart : public ChartView {
    Q_OBJECT

public:
    explicit BarChart(QWidget *parent = nullptr);
    ~BarChart() override;

    /// The chosen bar stays while there is one in its place.
    void setBars(std::vector<Bar> bars, const BarAxis &axis);
    const std::vector<Bar> &bars() const { return m_bars; }
    void setSummary(const QString &sentence);  ///< goes before the list of values

    int currentBar() const { return m_current; }  ///< -1 = none
    void setCurrentBar(int bar);                  ///< emits barChosen when it changed to a bar there is
    int barAt(const QPoint &position) const;      ///< in the plot's pixels; -1 = none
    QRect rowOf(int bar) const;                   ///< the other way round

    ChartTable table() const override;
    QString summary() const override;

Q_SIGNALS:
    void barChosen(int bar);

protected:
    void restyle(const PlotLook &look) override;
    void resetView() override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Parts;
    QString textOf(const Bar &bar) const;
    QString detailsOf(const Bar &bar) const;
    void layAxes();
    void step(int bars);

    std::unique_ptr<Parts> m_parts;
    std::vector<Bar> m_bars;
    BarAxis m_axis;
    QString m_sentence;
    int m_current = -1;
};

}  // namespace atlas::widgets
