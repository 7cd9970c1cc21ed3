#include "report/writers/odt_styles.h"

#include "report/page_style.h"

#include <string>

namespace atlas::report::odt {

namespace {

constexpr char kNamespaces[] =
    R"(xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" office:version="1.3")";

QString paragraphStyle(const char *name, const char *paragraph, const char *text)
{
    return QStringLiteral("<style:style style:name=\"%1\" style:family=\"paragraph\"><style:paragraph-properties %2/>"
                          "<style:text-properties %3/></style:style>")
        .arg(QLatin1String(name), QLatin1String(paragraph), QLatin1String(text));
}

/// Of a table: its size, for Latin and for Japanese letters, and what else it has.
QString tableText(const char *name, const char *paragraph, double points, const char *before, const char *after)
{
    const QString size = QStringLiteral("fo:font-size=\"%1pt\" style:font-size-asian=\"%1pt\"").arg(points);
    return paragraphStyle(name, paragraph, (before + size.toStdString() + after).c_str());
}

QString boxStyle(const char *name, const char *properties)
{
    return QStringLiteral("<style:style style:name=\"%1\" style:family=\"table-cell\"><style:table-cell-properties %2/>"
                          "</style:style>")
        .arg(QLatin1String(name), QLatin1String(properties));
}

QString cellStyle(const char *name, const char *properties)
{
    return boxStyle(name, QStringLiteral("fo:padding=\"%1mm\" %2")
                              .arg(kCellPaddingMm)
                              .arg(QLatin1String(properties))
                              .toStdString()
                              .c_str());
}

constexpr char kHeading[] = "fo:margin-top=\"5mm\" fo:margin-bottom=\"2mm\" fo:keep-with-next=\"always\" "
                            "fo:border-bottom=\"0.3mm solid #c4c9d0\"";
constexpr char kHeadingText[] = "fo:font-size=\"13pt\" style:font-size-asian=\"13pt\" fo:font-weight=\"bold\" "
                                "style:font-weight-asian=\"bold\"";
constexpr char kHeadText[] = " fo:font-weight=\"bold\" style:font-weight-asian=\"bold\" fo:color=\"#505862\"";
constexpr char kExactFont[] =
    "fo:font-family=\"Noto Sans Mono CJK JP\" style:font-family-asian=\"Noto Sans Mono CJK JP\" ";

}  // namespace

QString part(const char *root, const QString &content)
{
    return QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:%1 %2>%3</office:%1>\n")
        .arg(QLatin1String(root), QLatin1String(kNamespaces), content);
}

QString boxStyles()
{
    return QStringLiteral("<style:style style:name=\"whole\" style:family=\"table-row\"><style:table-row-properties "
                          "fo:keep-together=\"always\"/></style:style>") +
           boxStyle("plain", "fo:padding=\"3mm\" fo:border=\"0.3mm solid #505862\" fo:background-color=\"#f3f4f5\"") +
           boxStyle("good", "fo:padding=\"3mm\" fo:border=\"0.3mm solid #009e73\" fo:background-color=\"#e5f5f1\"") +
           boxStyle("caution", "fo:padding=\"3mm\" fo:border=\"0.3mm solid #e69f00\" fo:background-color=\"#fdf5e5\"") +
           boxStyle("bad", "fo:padding=\"3mm\" fo:border=\"0.3mm solid #d55e00\" fo:background-color=\"#fbefe5\"") +
           boxStyle("tile", "fo:padding=\"1.6mm\" fo:border=\"0.3mm solid #c4c9d0\"") +
           cellStyle("row", "fo:border-bottom=\"0.2mm solid #c4c9d0\"") +
           cellStyle("head", "style:vertical-align=\"bottom\" fo:border-bottom=\"0.3mm solid #505862\"") +
           boxStyle("chart", "fo:padding=\"0.5mm\"");
}

QString styles(const Document &document)
{
    const QString country = document.language == QLatin1String("ja") ? QStringLiteral("JP") : QStringLiteral("US");
    const QString defaults =
        QStringLiteral("<style:default-style style:family=\"paragraph\"><style:paragraph-properties fo:widows=\"2\" "
                       "fo:orphans=\"2\"/><style:text-properties fo:font-family=\"Noto Sans "
                       "CJK JP\" style:font-family-asian=\"Noto Sans CJK JP\" fo:font-size=\"9.5pt\" "
                       "style:font-size-asian=\"9.5pt\" fo:color=\"#1b1f24\" fo:language=\"%1\" fo:country=\"%2\" "
                       "style:language-asian=\"ja\" style:country-asian=\"JP\"/></style:default-style>")
            .arg(document.language, country);
    const QString named =
        paragraphStyle("Title", "fo:margin-bottom=\"1mm\"",
                       "fo:font-size=\"19pt\" style:font-size-asian=\"19pt\" fo:font-weight=\"bold\" "
                       "style:font-weight-asian=\"bold\"") +
        paragraphStyle("Subtitle", "fo:margin-bottom=\"4mm\"", "fo:color=\"#505862\"") +
        paragraphStyle("Heading_20_1", kHeading, kHeadingText) +
        paragraphStyle("HeadingOnNewPage", (std::string("fo:break-before=\"page\" ") + kHeading).c_str(),
                       kHeadingText) +
        paragraphStyle("Heading_20_2", "fo:margin-top=\"3mm\" fo:margin-bottom=\"1mm\" fo:keep-with-next=\"always\"",
                       "fo:font-weight=\"bold\" style:font-weight-asian=\"bold\"") +
        paragraphStyle("Lead", "fo:margin-bottom=\"2mm\"", "fo:font-size=\"10.5pt\" style:font-size-asian=\"10.5pt\"") +
        paragraphStyle("Body", "fo:margin-bottom=\"2mm\"", "") +
        paragraphStyle("Note", "fo:margin-top=\"1mm\" fo:margin-bottom=\"2mm\"",
                       "fo:font-size=\"8pt\" style:font-size-asian=\"8pt\" fo:color=\"#505862\"") +
        paragraphStyle("Word", "",
                       "fo:font-size=\"17pt\" style:font-size-asian=\"17pt\" fo:font-weight=\"bold\" "
                       "style:font-weight-asian=\"bold\"") +
        tableText("Cell", "", kCellPoints, "", "") + tableText("Number", "fo:text-align=\"end\"", kCellPoints, "", "") +
        paragraphStyle("ChartTitle", "fo:keep-with-next=\"always\"",
                       "fo:font-weight=\"bold\" style:font-weight-asian=\"bold\"") +
        tableText("Head", "fo:keep-with-next=\"always\"", kHeadPoints, "", kHeadText) +
        tableText("HeadNumber", "fo:text-align=\"end\" fo:keep-with-next=\"always\"", kHeadPoints, "", kHeadText) +
        tableText("Exact", "", kExactPoints, kExactFont, "") +
        tableText("ExactNumber", "fo:text-align=\"end\"", kExactPoints, kExactFont, "") +
        paragraphStyle("Value", "",
                       "fo:font-size=\"15pt\" style:font-size-asian=\"15pt\" fo:font-weight=\"bold\" "
                       "style:font-weight-asian=\"bold\"") +
        QStringLiteral("<style:style style:name=\"Footer\" style:family=\"paragraph\"><style:paragraph-properties>"
                       "<style:tab-stops><style:tab-stop style:position=\"%1mm\" style:type=\"right\"/>"
                       "</style:tab-stops></style:paragraph-properties><style:text-properties fo:font-size=\"7.5pt\" "
                       "style:font-size-asian=\"7.5pt\" fo:color=\"#505862\"/></style:style>")
            .arg(kTextWidthMm) +
        QStringLiteral("<text:list-style style:name=\"Bullets\"><text:list-level-style-bullet text:level=\"1\" "
                       "text:bullet-char=\"•\"><style:list-level-properties text:space-before=\"1mm\" "
                       "text:min-label-width=\"4mm\"/></text:list-level-style-bullet></text:list-style>") +
        paragraphStyle("Gap", "", "fo:font-size=\"6pt\" style:font-size-asian=\"6pt\"");
    const QString page = QStringLiteral(
        "<style:page-layout style:name=\"A4\"><style:page-layout-properties fo:page-width=\"210mm\" "
        "fo:page-height=\"297mm\" fo:margin-left=\"18mm\" fo:margin-right=\"18mm\" fo:margin-top=\"16mm\" "
        "fo:margin-bottom=\"10mm\"/><style:footer-style><style:header-footer-properties fo:min-height=\"10mm\" "
        "fo:margin-top=\"4mm\" fo:padding-top=\"1.5mm\" fo:border-top=\"0.2mm solid #c4c9d0\"/></style:footer-style>"
        "</style:page-layout>");
    const QString master =
        QStringLiteral("<style:master-page style:name=\"Standard\" style:page-layout-name=\"A4\"><style:footer>"
                       "<text:p text:style-name=\"Footer\">%1<text:tab/>%2</text:p></style:footer></style:master-page>")
            .arg(document.footer.toHtmlEscaped(),
                 document.pageOf.toHtmlEscaped().arg(QStringLiteral("<text:page-number/>"),
                                                     QStringLiteral("<text:page-count/>")));
    return part(
        "document-styles",
        QStringLiteral("<office:styles>%1%2</office:styles><office:automatic-styles>%3</office:automatic-styles>"
                       "<office:master-styles>%4</office:master-styles>")
            .arg(defaults, named, page, master));
}

}  // namespace atlas::report::odt
