#pragma once

#include "widgets/charts/chart_table.h"
#include "widgets/charts/line_series.h"

namespace atlas::widgets {

/// The points of lines that are too long to be held as rows of their chart's table, one line after the other.
class LineRows final : public ChartRows {
public:
    /// Makes a row of a point: its line, the point.
    using MakeRow = std::function<QVariantList(const LineSeries &, const QPointF &)>;

    /// Takes the lines that have a source.
    LineRows(const std::vector<LineSeries> &lines, MakeRow makeRow);

    bool empty() const { return m_lines.empty(); }

    qint64 count() const override;
    void readNext(QObject *context, Got got) override;
    void readAll(const Take &take, const std::stop_token &stop) const override;
    void start(std::unique_ptr<FunctionJob> job) const override;

private:
    std::vector<LineSeries> m_lines;  ///< without their points
    MakeRow m_makeRow;
    std::size_t m_line = 0;
    double m_after;
};

}  // namespace atlas::widgets
