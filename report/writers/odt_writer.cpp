#include "report/column_widths.h"
#include "report/page_layout.h"
#include "report/page_style.h"
#include "report/writers.h"
#include "report/writers/odt_styles.h"
#include "report/zip_file.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QXmlStreamWriter>

#include <algorithm>

namespace atlas::report {

namespace {

constexpr char kMimeType[] = "application/vnd.oasis.opendocument.text";
constexpr double kPictureScale = 3;  // dots for each pixel: sharp on paper
constexpr double kMmPerPoint = 25.4 / 72;

/// Width of the widest text, in mm, at a size in points.
double widthMm(QFont font, double points, const QStringList &texts)
{
    constexpr int kPixels = 1000;  // so large that hinting says nothing
    font.setPixelSize(kPixels);
    const QFontMetricsF metrics(font);
    double widest = 0;
    for (const QString &text : texts) {
        widest = std::max(widest, metrics.horizontalAdvance(text));
    }
    return widest / kPixels * points * kMmPerPoint;
}

/// In mm, of the fonts that the styles name.
std::vector<double> columnWidths(const Table &table)
{
    const QFont body = table.exact ? exactFont(kExactPoints) : reportFont(kCellPoints);
    const double points = table.exact ? kExactPoints : kCellPoints;
    std::vector<double> needed;
    std::vector<double> weights;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        QStringList texts;
        for (const QStringList &row : table.rows) {
            texts << row.value(qsizetype(i)).split(QLatin1Char('\n'));
        }
        const double head = widthMm(reportFont(kHeadPoints, true), kHeadPoints, {table.columns[i].title});
        needed.push_back(std::max(head, widthMm(body, points, texts)) + 2 * odt::kCellPaddingMm + 1);
        weights.push_back(table.columns[i].weight);
    }
    return shareWidth(odt::kTextWidthMm, needed, weights);
}

class Body {
public:
    explicit Body(ZipFile &zip) : m_zip(zip), m_xml(&body) {}

    void paragraph(const char *style, const QString &text)
    {
        m_xml.writeStartElement(QStringLiteral("text:p"));
        m_xml.writeAttribute(QStringLiteral("text:style-name"), QLatin1String(style));
        const QStringList lines = text.split(QLatin1Char('\n'));
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (i > 0) {
                m_xml.writeEmptyElement(QStringLiteral("text:line-break"));
            }
            m_xml.writeCharacters(lines[i]);
        }
        m_xml.writeEndElement();
    }
    void heading(int level, const QString &text, bool onNewPage = false)
    {
        m_xml.writeStartElement(QStringLiteral("text:h"));
        m_xml.writeAttribute(QStringLiteral("text:style-name"), onNewPage ? QStringLiteral("HeadingOnNewPage")
                                                                          : QStringLiteral("Heading_20_%1").arg(level));
        m_xml.writeAttribute(QStringLiteral("text:outline-level"), QString::number(level));
        m_xml.writeCharacters(text);
        m_xml.writeEndElement();
    }

    void operator()(const Verdict &verdict)
    {
        static constexpr const char *kBoxes[] = {"plain", "good", "caution", "bad"};
        static constexpr const char *kSigns[] = {"–", "✓", "?", "✕"};
        const auto tone = static_cast<std::size_t>(verdict.tone);
        beginTable({1});
        beginRow();
        beginCell(kBoxes[tone]);
        paragraph("Word", QString::fromUtf8(kSigns[tone]) + QLatin1Char(' ') + verdict.word);
        paragraph("Lead", verdict.sentence);
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        paragraph("Gap", {});
    }
    void operator()(const Paragraph &text)
    {
        switch (text.kind) {
        case Paragraph::Kind::Lead: paragraph("Lead", text.text); break;
        case Paragraph::Kind::Body: paragraph("Body", text.text); break;
        case Paragraph::Kind::Note: paragraph("Note", text.text); break;
        case Paragraph::Kind::Heading: heading(2, text.text); break;
        }
    }
    void operator()(const List &list)
    {
        m_xml.writeStartElement(QStringLiteral("text:list"));
        m_xml.writeAttribute(QStringLiteral("text:style-name"), QStringLiteral("Bullets"));
        for (const QString &item : list.items) {
            m_xml.writeStartElement(QStringLiteral("text:list-item"));
            paragraph("Body", item);
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
    }
    void operator()(const Figures &figures)
    {
        beginTable(std::vector<double>(figures.items.size(), 1));
        beginRow();
        for (const Figures::Item &item : figures.items) {
            beginCell("tile");
            paragraph("Note", item.name);
            paragraph("Value", item.value);
            paragraph("Note", item.detail);
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        paragraph("Gap", {});
    }
    void operator()(const Table &table)
    {
        beginTable(columnWidths(table));
        m_xml.writeStartElement(QStringLiteral("table:table-header-rows"));
        beginRow();
        for (const Table::Column &column : table.columns) {
            beginCell("head");
            paragraph(column.number ? "HeadNumber" : "Head", column.title);
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        for (const QStringList &row : table.rows) {
            beginRow();
            for (std::size_t i = 0; i < table.columns.size(); ++i) {
                beginCell("row");
                const bool number = table.columns[i].number;
                paragraph(table.exact ? (number ? "ExactNumber" : "Exact") : (number ? "Number" : "Cell"),
                          row.value(qsizetype(i)));
                m_xml.writeEndElement();
            }
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
        paragraph("Gap", {});
    }
    void operator()(const Charts &charts)
    {
        beginTable(std::vector<double>(charts.row.size(), 1));
        beginRow();
        for (const Chart &chart : charts.row) {
            beginCell("chart");
            paragraph("ChartTitle", chart.title);
            paragraph("Note", chart.subtitle);
            picture(chart, odt::kTextWidthMm / double(charts.row.size()) - 3);
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        paragraph("Gap", {});
    }

    QString tableStyles() const { return m_tableStyles; }
    QStringList pictures() const { return m_pictures; }

    QString body;

private:
    void beginTable(const std::vector<double> &weights)
    {
        const QString name = QStringLiteral("T%1").arg(++m_tables);
        m_tableStyles += QStringLiteral("<style:style style:name=\"%1\" style:family=\"table\"><style:table-properties "
                                        "style:width=\"%2mm\" table:align=\"left\" "
                                        "table:border-model=\"collapsing\"/></style:style>")
                             .arg(name)
                             .arg(odt::kTextWidthMm);
        double sum = 0;
        for (const double weight : weights) {
            sum += weight;
        }
        m_xml.writeStartElement(QStringLiteral("table:table"));
        m_xml.writeAttribute(QStringLiteral("table:name"), name);
        m_xml.writeAttribute(QStringLiteral("table:style-name"), name);
        for (std::size_t i = 0; i < weights.size(); ++i) {
            const QString column = QStringLiteral("%1.%2").arg(name).arg(i + 1);
            m_tableStyles +=
                QStringLiteral(
                    "<style:style style:name=\"%1\" style:family=\"table-column\"><style:table-column-properties "
                    "style:column-width=\"%2mm\"/></style:style>")
                    .arg(column, QString::number(odt::kTextWidthMm * weights[i] / sum, 'f', 2));
            m_xml.writeEmptyElement(QStringLiteral("table:table-column"));
            m_xml.writeAttribute(QStringLiteral("table:style-name"), column);
        }
    }
    void beginRow()
    {
        m_xml.writeStartElement(QStringLiteral("table:table-row"));
        m_xml.writeAttribute(QStringLiteral("table:style-name"), QStringLiteral("whole"));
    }
    void beginCell(const char *style)
    {
        m_xml.writeStartElement(QStringLiteral("table:table-cell"));
        m_xml.writeAttribute(QStringLiteral("table:style-name"), QLatin1String(style));
        m_xml.writeAttribute(QStringLiteral("office:value-type"), QStringLiteral("string"));
    }
    void picture(const Chart &chart, double widthMm)
    {
        QImage image(chart.size * kPictureScale, QImage::Format_RGB32);
        image.setDevicePixelRatio(kPictureScale);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.drawPicture(0, 0, chart.picture);
        painter.end();
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        const QString file = QStringLiteral("Pictures/chart%1.png").arg(m_pictures.size() + 1);
        m_zip.add(file.toLatin1(), png, ZipFile::Method::Store);
        m_pictures << file;

        m_xml.writeStartElement(QStringLiteral("text:p"));
        m_xml.writeAttribute(QStringLiteral("text:style-name"), QStringLiteral("Body"));
        m_xml.writeStartElement(QStringLiteral("draw:frame"));
        m_xml.writeAttribute(QStringLiteral("draw:name"), QStringLiteral("chart%1").arg(m_pictures.size()));
        m_xml.writeAttribute(QStringLiteral("text:anchor-type"), QStringLiteral("as-char"));
        m_xml.writeAttribute(QStringLiteral("svg:width"), QStringLiteral("%1mm").arg(widthMm, 0, 'f', 2));
        m_xml.writeAttribute(QStringLiteral("svg:height"),
                             QStringLiteral("%1mm").arg(widthMm * chart.size.height() / chart.size.width(), 0, 'f', 2));
        m_xml.writeEmptyElement(QStringLiteral("draw:image"));
        m_xml.writeAttribute(QStringLiteral("xlink:href"), file);
        m_xml.writeTextElement(QStringLiteral("svg:desc"), chart.words);
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

    ZipFile &m_zip;
    QXmlStreamWriter m_xml;
    QString m_tableStyles;
    QStringList m_pictures;
    int m_tables = 0;
};

QString manifest(const QStringList &pictures)
{
    QString entries;
    const auto add = [&entries](const QString &path, const char *type) {
        entries += QStringLiteral("<manifest:file-entry manifest:full-path=\"%1\" manifest:media-type=\"%2\"/>")
                       .arg(path, QLatin1String(type));
    };
    add(QStringLiteral("/"), kMimeType);
    for (const char *file : {"content.xml", "styles.xml", "meta.xml"}) {
        add(QLatin1String(file), "text/xml");
    }
    for (const QString &picture : pictures) {
        add(picture, "image/png");
    }
    return QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest "
                          "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
                          "manifest:version=\"1.3\">%1</manifest:manifest>\n")
        .arg(entries);
}

QByteArray write(const Document &document, const ReportInput &)
{
    ZipFile zip;
    zip.add("mimetype", kMimeType, ZipFile::Method::Store);
    Body text(zip);
    text.paragraph("Title", document.title);
    text.paragraph("Subtitle", document.subtitle);
    for (const Section &section : document.sections) {
        if (!section.title.isEmpty()) {
            text.heading(1, section.title, section.newPage);
        }
        for (const Block &block : section.blocks) {
            std::visit([&text](const auto &each) { text(each); }, block);
        }
    }
    zip.add("content.xml", odt::part("document-content",
                                     QStringLiteral("<office:automatic-styles>%1</office:automatic-styles><office:body>"
                                                    "<office:text>%2</office:text></office:body>")
                                         .arg(odt::boxStyles() + text.tableStyles(), text.body))
                               .toUtf8());
    zip.add("styles.xml", odt::styles(document).toUtf8());
    zip.add("meta.xml",
            odt::part("document-meta",
                      QStringLiteral("<office:meta><meta:generator>Atlas Workbench</meta:generator><dc:title>%1"
                                     "</dc:title><dc:language>%2</dc:language></office:meta>")
                          .arg(document.title.toHtmlEscaped(), document.language))
                .toUtf8());
    zip.add("META-INF/manifest.xml", manifest(text.pictures()).toUtf8());
    return zip.bytes();
}

}  // namespace

Writer odtWriter()
{
    return {.suffix = "odt", .write = &write};
}

}  // namespace atlas::report
