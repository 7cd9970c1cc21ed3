#include "report/page_layout.h"

#include "report/page_style.h"
#include "widgets/charts/format.h"

#include <QFontMetricsF>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <algorithm>

namespace atlas::report {

namespace {

constexpr double kSideMm = 18;
constexpr double kTopMm = 16;
constexpr double kBottomMm = 20;
constexpr double kMmPerInch = 25.4;

constexpr double kTileGap = 8;

struct ParagraphLook {
    double points;
    bool bold;
    QColor colour;
    double before;  ///< pixels
    double after;
};

ParagraphLook lookOf(Paragraph::Kind kind)
{
    switch (kind) {
    case Paragraph::Kind::Lead: return {10.5, false, kText, 0, 6};
    case Paragraph::Kind::Note: return {8, false, kSecondary, 0, 6};
    case Paragraph::Kind::Heading: return {9.5, true, kText, 4, 3};
    case Paragraph::Kind::Body: break;
    }
    return {9.5, false, kText, 0, 6};
}

QColor toneColour(Tone tone)
{
    switch (tone) {
    case Tone::Good: return {0x00, 0x9e, 0x73};
    case Tone::Caution: return {0xe6, 0x9f, 0x00};
    case Tone::Bad: return {0xd5, 0x5e, 0x00};
    case Tone::Plain: break;
    }
    return kSecondary;
}

QColor tint(Tone tone)
{
    const QColor colour = toneColour(tone);
    constexpr double kShare = 0.1;
    return QColor::fromRgbF(float(1 - kShare * (1 - colour.redF())), float(1 - kShare * (1 - colour.greenF())),
                            float(1 - kShare * (1 - colour.blueF())));
}

/// A tick, a cross or a question mark drawn as strokes: no font needs to have it.
void drawSign(QPainter &painter, Tone tone, const QRectF &circle)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneColour(tone));
    painter.drawEllipse(circle);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tone == Tone::Caution ? kText : QColor(Qt::white), circle.width() * 0.1, Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&](double x, double y) {
        return QPointF(circle.left() + x * circle.width(), circle.top() + y * circle.height());
    };
    QPainterPath path;
    if (tone == Tone::Good) {
        path.moveTo(at(0.28, 0.52));
        path.lineTo(at(0.44, 0.68));
        path.lineTo(at(0.73, 0.34));
    } else if (tone == Tone::Bad) {
        path.moveTo(at(0.33, 0.33));
        path.lineTo(at(0.67, 0.67));
        path.moveTo(at(0.67, 0.33));
        path.lineTo(at(0.33, 0.67));
    } else {
        path.moveTo(at(0.5, 0.26));
        path.lineTo(at(0.5, 0.56));
        path.moveTo(at(0.5, 0.73));
        path.lineTo(at(0.5, 0.735));
    }
    painter.drawPath(path);
}

QFont withoutLigatures(QFont font)
{
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

}  // namespace

QFont reportFont(double points, bool bold)
{
    QFont font(QStringList{QStringLiteral("Noto Sans CJK JP"), QStringLiteral("DejaVu Sans")});
    font.setPointSizeF(points);
    font.setBold(bold);
    return withoutLigatures(font);
}

QFont exactFont(double points)
{
    QFont font(QStringList{QStringLiteral("Noto Sans Mono CJK JP"), QStringLiteral("DejaVu Sans Mono")});
    font.setPointSizeF(points);
    return withoutLigatures(font);
}

PageLayout::PageLayout(const Document &document, QPagedPaintDevice &device, double scale)
    : m_document(document), m_device(device), m_scale(scale), m_unit(scale * device.logicalDpiX() / kPixelsPerInch)
{
    const double mm = device.logicalDpiX() / kMmPerInch;
    m_left = kSideMm * mm;
    m_width = device.width() - 2 * m_left;
    m_top = kTopMm * mm;
    m_bottom = device.height() - kBottomMm * mm;
}

int PageLayout::run(QPainter *painter, int pages)
{
    m_painter = painter;
    m_pages = pages;
    m_page = 1;
    m_y = m_top;
    placeTitle();
    for (const Section &section : m_document.sections) {
        placeSection(section);
    }
    footer();
    return m_page;
}

double PageLayout::room() const
{
    return m_bottom - m_y;
}

void PageLayout::need(double height)
{
    constexpr double kRounding = 0.5;  // of a dot: the same heights may have been added in another order
    if (height > room() + kRounding && m_y > m_top) {
        newPage();
    }
}

void PageLayout::newPage()
{
    footer();
    if (m_painter != nullptr) {
        m_device.newPage();
    }
    ++m_page;
    m_y = m_top;
}

void PageLayout::footer()
{
    if (m_painter == nullptr) {
        return;
    }
    const QFont small = reportFont(7.5);
    const double y = m_bottom + dots(14);
    m_painter->setPen(QPen(kLine, dots(0.75)));
    m_painter->drawLine(QPointF(m_left, y), QPointF(m_left + m_width, y));
    const QRectF line(m_left, y + dots(5), m_width, dots(20));
    const QString page = m_document.pageOf.arg(m_page).arg(m_pages);
    text(page, small, line, kSecondary, Qt::AlignRight);
    const double number = QFontMetricsF(small, &m_device).horizontalAdvance(page) + dots(12);
    text(QFontMetricsF(small, &m_device).elidedText(m_document.footer, Qt::ElideMiddle, m_width - number), small,
         line.adjusted(0, 0, -number, 0), kSecondary, Qt::AlignLeft);
}

double PageLayout::text(const QString &words, const QFont &font, QRectF place, const QColor &colour,
                        Qt::Alignment alignment, bool draw)
{
    double height = 0;
    for (const QString &part : words.split(QLatin1Char('\n'))) {
        QTextLayout layout(part, font, &m_device);
        QTextOption option(alignment);
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(place.width());
            line.setPosition({0, height});
            height += line.height();
        }
        layout.endLayout();
        if (draw && m_painter != nullptr) {
            m_painter->setPen(colour);
            layout.draw(m_painter, place.topLeft());
        }
    }
    return height;
}

double PageLayout::flow(const QString &words, const QFont &font, const QColor &colour, double indent)
{
    const QRectF place(m_left + indent, m_y, m_width - indent, 0);
    need(text(words, font, place, colour, Qt::AlignLeft, false));
    const double height = text(words, font, QRectF(place.x(), m_y, place.width(), 0), colour, Qt::AlignLeft);
    m_y += height;
    return height;
}

void PageLayout::placeTitle()
{
    flow(m_document.title, font(m_document.onePage ? 16 : 19, true), kText);
    m_y += dots(1);
    flow(m_document.subtitle, font(9), kSecondary);
    m_y += dots(m_document.onePage ? 9 : 14);
}

void PageLayout::placeSection(const Section &section)
{
    if (section.newPage && m_y > m_top) {
        newPage();
    }
    if (!section.title.isEmpty()) {
        const QFont head = font(m_document.onePage ? 11 : 13, true);
        need(dots(46) + leastHeight(section.blocks, 0));
        if (m_y > m_top) {
            m_y += dots(m_document.onePage ? 5 : 12);
        }
        flow(section.title, head, kText);
        m_y += dots(2);
        if (m_painter != nullptr) {
            m_painter->setPen(QPen(kLine, dots(1)));
            m_painter->drawLine(QPointF(m_left, m_y), QPointF(m_left + m_width, m_y));
        }
        m_y += dots(m_document.onePage ? 5 : 8);
    }
    for (std::size_t i = 0; i < section.blocks.size(); ++i) {
        const auto *paragraph = std::get_if<Paragraph>(&section.blocks[i]);
        if (paragraph != nullptr && paragraph->kind == Paragraph::Kind::Heading) {
            need(leastHeight(section.blocks, i));
        }
        m_noteHeight = noteHeight(section.blocks, i + 1);
        std::visit([this](const auto &each) { place(each); }, section.blocks[i]);
    }
}

double PageLayout::leastHeight(const std::vector<Block> &blocks, std::size_t first)
{
    if (first >= blocks.size()) {
        return 0;
    }
    const Block &block = blocks[first];
    if (const auto *paragraph = std::get_if<Paragraph>(&block)) {
        return paragraphHeight(*paragraph) + leastHeight(blocks, first + 1);
    }
    if (const auto *charts = std::get_if<Charts>(&block)) {
        return chartsHeight(*charts) + noteHeight(blocks, first + 1);
    }
    if (const auto *figures = std::get_if<Figures>(&block)) {
        return figuresHeight(*figures);
    }
    if (const auto *table = std::get_if<Table>(&block)) {
        return beginningHeight(*table) + noteHeight(blocks, first + 1);
    }
    return dots(50);  // a line or two of a list
}

double PageLayout::noteHeight(const std::vector<Block> &blocks, std::size_t place)
{
    const auto *paragraph = place < blocks.size() ? std::get_if<Paragraph>(&blocks[place]) : nullptr;
    if (paragraph == nullptr || paragraph->kind != Paragraph::Kind::Note) {
        return 0;
    }
    return paragraphHeight(*paragraph) + dots(kAfterBlock);
}

void PageLayout::place(const Verdict &verdict)
{
    const double margin = dots(14);
    const double sign = dots(42);
    const double left = m_left + margin + sign + margin;
    const double width = m_left + m_width - margin - left;
    const QFont large = font(17, true);
    const QFont plain = font(11);
    const double word = text(verdict.word, large, {left, 0, width, 0}, kText, Qt::AlignLeft, false);
    const double sentence = text(verdict.sentence, plain, {left, 0, width, 0}, kText, Qt::AlignLeft, false);
    const double height = std::max(sign, word + sentence) + 2 * dots(10);
    need(height);
    if (m_painter != nullptr) {
        const QRectF box(m_left, m_y, m_width, height);
        m_painter->setPen(QPen(toneColour(verdict.tone), dots(1)));
        m_painter->setBrush(tint(verdict.tone));
        m_painter->drawRoundedRect(box, dots(5), dots(5));
        drawSign(*m_painter, verdict.tone, {m_left + margin, m_y + (height - sign) / 2, sign, sign});
        m_painter->setBrush(Qt::NoBrush);
    }
    const double top = m_y + (height - word - sentence) / 2;
    text(verdict.word, large, {left, top, width, 0}, kText, Qt::AlignLeft);
    text(verdict.sentence, plain, {left, top + word, width, 0}, kText, Qt::AlignLeft);
    m_y += height + dots(10);
}

double PageLayout::paragraphHeight(const Paragraph &paragraph)
{
    const ParagraphLook look = lookOf(paragraph.kind);
    return dots(look.before + look.after) +
           text(paragraph.text, font(look.points, look.bold), {0, 0, m_width, 0}, look.colour, Qt::AlignLeft, false);
}

void PageLayout::place(const Paragraph &paragraph)
{
    const ParagraphLook look = lookOf(paragraph.kind);
    m_y += dots(look.before);
    flow(paragraph.text, font(look.points, look.bold), look.colour);
    m_y += dots(look.after);
}

void PageLayout::place(const List &list)
{
    const double indent = dots(13);
    for (const QString &item : list.items) {
        const QFont body = font(9.5);
        need(text(item, body, {0, 0, m_width - indent, 0}, kText, Qt::AlignLeft, false));
        if (m_painter != nullptr) {
            const double middle = m_y + QFontMetricsF(body, &m_device).height() / 2;
            m_painter->setPen(Qt::NoPen);
            m_painter->setBrush(kSecondary);
            m_painter->drawEllipse(QPointF(m_left + dots(4), middle), dots(1.8), dots(1.8));
            m_painter->setBrush(Qt::NoBrush);
        }
        flow(item, body, kText, indent);
        m_y += dots(2);
    }
    m_y += dots(5);
}

double PageLayout::tile(const Figures::Item &item, double left, double width, bool draw)
{
    const double margin = dots(8);
    const double inner = width - 2 * margin;
    double y = m_y + margin;
    y += text(item.name, font(8), {left + margin, y, inner, 0}, kSecondary, Qt::AlignLeft, draw);
    y += text(item.value, font(15, true), {left + margin, y, inner, 0}, kText, Qt::AlignLeft, draw);
    y += text(widgets::format::unbroken(item.detail), font(7.5), {left + margin, y, inner, 0}, kSecondary,
              Qt::AlignLeft, draw);
    return y + margin - m_y;
}

double PageLayout::tileWidth(const Figures &figures) const
{
    const auto n = double(std::max<std::size_t>(1, figures.items.size()));
    return (m_width - dots(kTileGap) * (n - 1)) / n;
}

double PageLayout::figuresHeight(const Figures &figures)
{
    double height = 0;
    for (const Figures::Item &item : figures.items) {
        height = std::max(height, tile(item, m_left, tileWidth(figures), false));
    }
    return height;
}

void PageLayout::place(const Figures &figures)
{
    const double width = tileWidth(figures);
    const double height = figuresHeight(figures);
    need(height);
    double left = m_left;
    for (const Figures::Item &item : figures.items) {
        if (m_painter != nullptr) {
            m_painter->setPen(QPen(kLine, dots(1)));
            m_painter->setBrush(Qt::NoBrush);
            m_painter->drawRoundedRect(QRectF(left, m_y, width, height), dots(4), dots(4));
        }
        tile(item, left, width, true);
        left += width + dots(kTileGap);
    }
    m_y += height + dots(9);
}

}  // namespace atlas::report
