#pragma once

#include "widgets/charts/line_series.h"

#include <QObject>

namespace atlas::widgets {

/// What a line chart knows of the lines that are too long to be held: a picture of each whole line, and finer points of
/// the part that is looked at. One request a line is on its way at a time, and after it only what is wanted last.
/// Threads: GUI thread.
class LineWindows final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Lines with a source: their points are the picture of the whole, and are asked for where there are none. What is
    /// known in detail of the same source stays.
    void setLines(const std::vector<LineSeries> &lines, int columns);
    void append(std::size_t line, std::span<const QPointF> points);

    /// The part that is looked at. What is there already is not asked for again.
    void look(double from, double to, int columns);
    void lookAtAll();

    bool has(std::size_t line) const { return line < m_lines.size() && m_lines[line].source != nullptr; }
    /// What there is to draw, ascending in x: fine in the part that was read, else of the whole.
    std::vector<QPointF> points(std::size_t line) const;

Q_SIGNALS:
    void arrived(std::size_t line);

private:
    struct Range {
        double from = 0;
        double to = 0;
        int columns = 0;

        bool operator==(const Range &) const = default;
    };
    struct Line {
        std::shared_ptr<LineSource> source;
        std::vector<QPointF> whole;
        std::vector<QPointF> part;
        std::optional<Range> wanted;  ///< not asked for yet
        std::optional<Range> known;   ///< asked for last
        bool asking = false;
    };

    void ask(std::size_t line);
    void take(const std::shared_ptr<LineSource> &source, const Range &range, std::vector<QPointF> points);

    std::vector<Line> m_lines;
};

}  // namespace atlas::widgets
