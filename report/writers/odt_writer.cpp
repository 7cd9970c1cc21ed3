#include "report/writers.h"
#include "report/zip_file.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QXmlStreamWriter>

namespace atlas::report {

namespace {

constexpr char kMimeType[] = "application/vnd.oasis.opendocument.text";
constexpr double kPictureScale = 3;  // dots for each pixel: sharp on paper
constexpr double kTextWidthMm = 174;

constexpr char kNamespaces[] =
    R"(xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" office:version="1.3")";

QString part(const char *root, const QString &content)
{
    return QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:%1 %2>%3</office:%1>\n")
        .arg(QLatin1String(root), QLatin1String(kNamespaces), content);
}

QString paragraphStyle(const char *name, const char *paragraph, const char *text)
{
    return QStringLiteral("<style:style style:name=\"%1\" style:family=\"paragraph\"><style:paragraph-properties %2/>"
                          "<style:text-properties %3/></style:style>")
        .arg(QLatin1String(name), QLatin1String(paragraph), QLatin1String(text));
}

QString boxStyle(const char *name, const char *properties)
{
    return QStringLiteral("<style:style style:name=\"%1\" style:family=\"table-cell\"><style:table-cell-properties "
                          "fo:padding=\"1.2mm\" %2/></style:style>")
        .arg(QLatin1String(name), QLatin1String(properties));
}

/// Fonts are named, not embedded: office programs put the next one like it in their place.
QString styles(const Document &document)
{
    const QString country = document.language == QLatin1String("ja") ? QStringLiteral("JP") : QStringLiteral("US");
    const QString defaults =
        QStringLiteral(
            "<style:default-style style:family=\"paragraph\"><style:text-properties fo:font-family=\"Noto Sans "
            "CJK JP\" style:font-family-asian=\"Noto Sans CJK JP\" fo:font-size=\"9.5pt\" "
            "style:font-size-asian=\"9.5pt\" fo:color=\"#1b1f24\" fo:language=\"%1\" fo:country=\"%2\" "
            "style:language-asian=\"ja\" style:country-asian=\"JP\"/></style:default-style>")
            .arg(document.language, country);
    const QString named =
        paragraphStyle("Title", "fo:margin-bottom=\"1mm\"",
                       "fo:font-size=\"19pt\" style:font-size-asian=\"19pt\" fo:font-weight=\"bold\" "
                       "style:font-weight-asian=\"bold\"") +
        paragraphStyle("Subtitle", "fo:margin-bottom=\"4mm\"", "fo:color=\"#505862\"") +
        paragraphStyle("Heading_20_1",
                       "fo:margin-top=\"5mm\" fo:margin-bottom=\"2mm\" fo:keep-with-next=\"always\" "
                       "fo:border-bottom=\"0.3mm solid #c4c9d0\"",
                       "fo:font-size=\"13pt\" style:font-size-asian=\"13pt\" fo:font-weight=\"bold\" "
                       "style:font-weight-asian=\"bold\"") +
        paragraphStyle("Heading_20_2", "fo:margin-top=\"3mm\" fo:margin-bottom=\"1mm\" fo:keep-with-next=\"always\"",
                       "fo:font-weight=\"bold\" style:font-weight-asian=\"bold\"") +
        paragraphStyle("Lead", "fo:margin-bottom=\"2mm\"", "fo:font-size=\"10.5pt\" style:font-size-asian=\"10.5pt\"") +
        paragraphStyle("Body", "fo:margin-bottom=\"2mm\"", "") +
        paragraphStyle("Note", "fo:margin-top=\"1mm\" fo:margin-bottom=\"2mm\"",
                       "fo:font-size=\"8pt\" style:font-size-asian=\"8pt\" fo:color=\"#505862\"") +
        paragraphStyle("Word", "",
                       "fo:font-size=\"17pt\" style:font-size-asian=\"17pt\" fo:font-weight=\"bold\" "
                       "style:font-weight-asian=\"bold\"") +
        paragraphStyle("Cell", "", "fo:font-size=\"8.5pt\" style:font-size-asian=\"8.5pt\"") +
        paragraphStyle("Number", "fo:text-align=\"end\"", "fo:font-size=\"8.5pt\" style:font-size-asian=\"8.5pt\"") +
        paragraphStyle("Head", "fo:keep-with-next=\"always\"",
                       "fo:font-size=\"8pt\" style:font-size-asian=\"8pt\" fo:font-weight=\"bold\" "
                       "style:font-weight-asian=\"bold\" fo:color=\"#505862\"") +
        paragraphStyle("HeadNumber", "fo:text-align=\"end\" fo:keep-with-next=\"always\"",
                       "fo:font-size=\"8pt\" style:font-size-asian=\"8pt\" fo:font-weight=\"bold\" "
                       "style:font-weight-asian=\"bold\" fo:color=\"#505862\"") +
        paragraphStyle("Exact", "",
                       "fo:font-family=\"Noto Sans Mono CJK JP\" fo:font-size=\"7.2pt\" "
                       "style:font-size-asian=\"7.2pt\"") +
        paragraphStyle(
            "ExactNumber", "fo:text-align=\"end\"",
            "fo:font-family=\"Noto Sans Mono CJK JP\" fo:font-size=\"7.2pt\" style:font-size-asian=\"7.2pt\"") +
        paragraphStyle("Value", "",
                       "fo:font-size=\"15pt\" style:font-size-asian=\"15pt\" fo:font-weight=\"bold\" "
                       "style:font-weight-asian=\"bold\"") +
        paragraphStyle("Footer", "", "fo:font-size=\"7.5pt\" style:font-size-asian=\"7.5pt\" fo:color=\"#505862\"") +
        QStringLiteral("<text:list-style style:name=\"Bullets\"><text:list-level-style-bullet text:level=\"1\" "
                       "text:bullet-char=\"•\"><style:list-level-properties text:space-before=\"1mm\" "
                       "text:min-label-width=\"4mm\"/></text:list-level-style-bullet></text:list-style>") +
        boxStyle("plain", "fo:border=\"0.3mm solid #505862\" fo:background-color=\"#f3f4f5\"") +
        boxStyle("good", "fo:border=\"0.3mm solid #009e73\" fo:background-color=\"#e5f5f1\"") +
        boxStyle("caution", "fo:border=\"0.3mm solid #e69f00\" fo:background-color=\"#fdf5e5\"") +
        boxStyle("bad", "fo:border=\"0.3mm solid #d55e00\" fo:background-color=\"#fbefe5\"") +
        boxStyle("tile", "fo:border=\"0.3mm solid #c4c9d0\"") +
        boxStyle("row", "fo:border-bottom=\"0.2mm solid #c4c9d0\"") +
        boxStyle("head", "fo:border-bottom=\"0.3mm solid #505862\"");
    const QString page = QStringLiteral(
        "<style:page-layout style:name=\"A4\"><style:page-layout-properties fo:page-width=\"210mm\" "
        "fo:page-height=\"297mm\" fo:margin-left=\"18mm\" fo:margin-right=\"18mm\" fo:margin-top=\"16mm\" "
        "fo:margin-bottom=\"14mm\"/><style:footer-style/></style:page-layout>");
    const QString master =
        QStringLiteral("<style:master-page style:name=\"Standard\" style:page-layout-name=\"A4\"><style:footer>"
                       "<text:p text:style-name=\"Footer\">%1 · %2</text:p></style:footer></style:master-page>")
            .arg(document.footer.toHtmlEscaped(),
                 document.pageOf.toHtmlEscaped().arg(QStringLiteral("<text:page-number/>"),
                                                     QStringLiteral("<text:page-count/>")));
    return part(
        "document-styles",
        QStringLiteral("<office:styles>%1%2</office:styles><office:automatic-styles>%3</office:automatic-styles>"
                       "<office:master-styles>%4</office:master-styles>")
            .arg(defaults, named, page, master));
}

class Odt {
public:
    explicit Odt(ZipFile &zip) : m_zip(zip), m_xml(&body) {}

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
    void heading(int level, const QString &text)
    {
        m_xml.writeStartElement(QStringLiteral("text:h"));
        m_xml.writeAttribute(QStringLiteral("text:style-name"), QStringLiteral("Heading_20_%1").arg(level));
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
        paragraph("Note", {});
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
    }
    void operator()(const Table &table)
    {
        std::vector<double> weights;
        for (const Table::Column &column : table.columns) {
            weights.push_back(column.weight);
        }
        beginTable(weights);
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
        paragraph("Note", {});
    }
    void operator()(const Charts &charts)
    {
        beginTable(std::vector<double>(charts.row.size(), 1));
        beginRow();
        for (const Chart &chart : charts.row) {
            beginCell("chart");
            paragraph("Head", chart.title);
            paragraph("Note", chart.subtitle);
            picture(chart, kTextWidthMm / double(charts.row.size()) - 3);
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        paragraph("Note", {});
    }

    QString tableStyles() const { return m_tableStyles; }
    QStringList pictures() const { return m_pictures; }

    QString body;

private:
    void beginTable(const std::vector<double> &weights)
    {
        const QString name = QStringLiteral("T%1").arg(++m_tables);
        m_tableStyles += QStringLiteral("<style:style style:name=\"%1\" style:family=\"table\"><style:table-properties "
                                        "style:width=\"%2mm\" table:align=\"left\"/></style:style>")
                             .arg(name)
                             .arg(kTextWidthMm);
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
                    .arg(column, QString::number(kTextWidthMm * weights[i] / sum, 'f', 2));
            m_xml.writeEmptyElement(QStringLiteral("table:table-column"));
            m_xml.writeAttribute(QStringLiteral("table:style-name"), column);
        }
    }
    void beginRow() { m_xml.writeStartElement(QStringLiteral("table:table-row")); }
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
    Odt odt(zip);
    odt.paragraph("Title", document.title);
    odt.paragraph("Subtitle", document.subtitle);
    for (const Section &section : document.sections) {
        if (!section.title.isEmpty()) {
            odt.heading(1, section.title);
        }
        for (const Block &block : section.blocks) {
            std::visit([&odt](const auto &each) { odt(each); }, block);
        }
    }
    zip.add("content.xml",
            part("document-content", QStringLiteral("<office:automatic-styles>%1</office:automatic-styles><office:body>"
                                                    "<office:text>%2</office:text></office:body>")
                                         .arg(odt.tableStyles(), odt.body))
                .toUtf8());
    zip.add("styles.xml", styles(document).toUtf8());
    zip.add("meta.xml", part("document-meta",
                             QStringLiteral("<office:meta><meta:generator>Atlas Workbench</meta:generator><dc:title>%1"
                                            "</dc:title><dc:language>%2</dc:language></office:meta>")
                                 .arg(document.title.toHtmlEscaped(), document.language))
                            .toUtf8());
    zip.add("META-INF/manifest.xml", manifest(odt.pictures()).toUtf8());
    return zip.bytes();
}

}  // namespace

Writer odtWriter()
{
    return {.suffix = "odt", .write = &write};
}

}  // namespace atlas::report
