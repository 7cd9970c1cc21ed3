#pragma once

#include "report/document.h"

#include <QFont>
#include <QRectF>

class QPagedPaintDevice;
class QPainter;

namespace atlas::report {

/// The typeface of reports: it has Latin and Japanese letters that fit each other, and is the same on every machine.
/// Letters are set one by one: with ligatures a search for "finished" would miss it.
QFont reportFont(double points, bool bold = false);
QFont exactFont(double points);  ///< for hashes

/// Lays a document out on pages of A4, in the device's dots.
class PageLayout {
public:
    /// `scale` under 1 puts more on a page.
    PageLayout(const Document &document, QPagedPaintDevice &device, double scale = 1);

    /// Draws all of it; without a painter it only counts.
    /// Returns how many pages there are.
    int run(QPainter *painter, int pages);

    void place(const Verdict &verdict);
    void place(const Paragraph &paragraph);
    void place(const List &list);
    void place(const Figures &figures);
    void place(const Table &table);
    void place(const Charts &charts);

private:
    double dots(double pixels) const { return pixels * m_unit; }
    double room() const;
    void need(double height);  ///< a new page where that much is not left on this one
    void newPage();
    void footer();
    void placeSection(const Section &section);
    /// What must fit on a page after a heading: the first block that is no paragraph, as far as it cannot be cut.
    double leastHeight(const std::vector<Block> &blocks, std::size_t first);
    double paragraphHeight(const Paragraph &paragraph);
    double noteHeight(const std::vector<Block> &blocks, std::size_t place);  ///< 0 where the block is no note
    void placeTitle();
    QFont font(double points, bool bold = false) const { return reportFont(points * m_scale, bold); }
    /// Height of the text in that width; draws it where there is a painter and `draw`.
    double text(const QString &text, const QFont &font, QRectF place, const QColor &colour, Qt::Alignment alignment,
                bool draw = true);
    double flow(const QString &text, const QFont &font, const QColor &colour, double indent = 0);
    std::vector<double> columnWidths(const Table &table, const QFont &head, const QFont &body);
    QFont rowFont(const Table &table) const;
    void tableRow(const Table &table, const std::vector<double> &widths, const QStringList &row, const QFont &font,
                  bool head);
    double beginningHeight(const Table &table);  ///< of its head and first rows, which stay together
    double rowHeight(const Table &table, const std::vector<double> &widths, const QStringList &row, const QFont &font);
    double tile(const Figures::Item &item, double left, double width, bool draw);
    double tileWidth(const Figures &figures) const;
    double figuresHeight(const Figures &figures);
    double chartWidth(const Charts &charts) const;
    double chartsHeight(const Charts &charts);
    double gapAfter(const Table &table, std::size_t column) const;
    double chartHeight(const Chart &chart, double width);
    void drawChart(const Chart &chart, double left, double width, double captionHeight);
    double captionHeight(const Chart &chart, double width);

    const Document &m_document;
    QPagedPaintDevice &m_device;
    QPainter *m_painter = nullptr;
    double m_scale;
    double m_unit;  ///< dots of a pixel at 96 to the inch, scaled
    double m_left;
    double m_width;
    double m_top;
    double m_bottom;
    double m_y = 0;
    double m_noteHeight = 0;  ///< of the note below the block that is placed: it stays with its end
    int m_page = 1;
    int m_pages = 1;
};

}  // namespace atlas::report
