#include "report/writers.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>

namespace atlas::report {

namespace {

/// Everything the page needs stands in it: it can be sent by mail and opened without a network.
constexpr char kStyle[] = R"(
:root{color-scheme:light}
body,svg text{font-family:"Noto Sans CJK JP","Noto Sans JP","Hiragino Sans","Yu Gothic UI","Segoe UI",sans-serif}
body{font-size:15px;line-height:1.5;color:#1b1f24;background:#fff;max-width:860px;margin:32px auto;padding:0 20px}
h1{font-size:28px;margin:0}h2{font-size:20px;border-bottom:1px solid #c4c9d0;padding-bottom:3px;margin:34px 0 12px}h3{font-size:15px;margin:20px 0 6px}
.subtitle,.note,figcaption span{color:#505862}.note{font-size:13px}.lead{font-size:16px}
.verdict{display:flex;gap:18px;align-items:center;border:1px solid;border-radius:6px;padding:14px 18px;margin:18px 0}
.verdict strong{font-size:25px;display:block}.verdict .sign{font-size:34px;font-weight:bold}
.good{border-color:#009e73;background:#e5f5f1}.bad{border-color:#d55e00;background:#fbefe5}.caution{border-color:#e69f00;background:#fdf5e5}.plain{border-color:#505862;background:#f3f4f5}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(170px,1fr));gap:10px;margin:14px 0}
.figures div{border:1px solid #c4c9d0;border-radius:5px;padding:10px}.figures b{display:block;font-size:22px}.figures span{display:block;color:#505862;font-size:13px;white-space:pre-line}
table{border-collapse:collapse;width:100%;font-size:14px;margin:10px 0;font-variant-numeric:tabular-nums}
th{text-align:left;color:#505862;border-bottom:1.5px solid #505862;padding:4px 8px 4px 0;vertical-align:bottom}td{border-bottom:1px solid #dfe2e6;padding:4px 8px 4px 0;vertical-align:top;overflow-wrap:break-word}
th:last-child,td:last-child{padding-right:0}
th.number,td.number{text-align:right}.number+:not(.number){padding-left:10px}.exact td{font:12px/1.4 "Noto Sans Mono CJK JP",ui-monospace,Consolas,monospace;overflow-wrap:anywhere}
figure{margin:16px 0;break-inside:avoid}figcaption{font-weight:600}figcaption span{display:block;font-weight:400;font-size:13px}
.charts{display:flex;gap:16px;flex-wrap:wrap}.charts figure{flex:1 1 300px}svg{width:100%;height:auto}
footer{color:#505862;font-size:12px;border-top:1px solid #c4c9d0;margin-top:32px;padding-top:6px}
@page{size:A4;margin:16mm 18mm}
@media print{body{margin:0;max-width:none;padding:0;font-size:13px}.figures{grid-template-columns:repeat(4,1fr)}h1{font-size:24px}h2{font-size:17px;margin-top:22px}h2,h3{break-after:avoid}.note{break-before:avoid}tr,li,.verdict,.figures,.charts{break-inside:avoid}section.appendix{break-before:page}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
)";

QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

QString element(const char *name, const QString &text, const char *style = "")
{
    const QString tag = QString::fromLatin1(name);
    const QString attributes = *style != '\0' ? QStringLiteral(" class=\"%1\"").arg(QLatin1String(style)) : QString();
    return QStringLiteral("<%1%2>%3</%1>\n").arg(tag, attributes, escaped(text));
}

const char *toneName(Tone tone)
{
    static constexpr const char *kNames[] = {"plain", "good", "caution", "bad"};
    return kNames[static_cast<std::size_t>(tone)];
}

const char *toneSign(Tone tone)
{
    static constexpr const char *kSigns[] = {"–", "✓", "?", "✕"};
    return kSigns[static_cast<std::size_t>(tone)];
}

/// The drawing as an element of the page, with its words for those who cannot see it. `number`: among those of the
/// page, whose names of patterns would be the same.
QString svg(const Chart &chart, int number)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(chart.size);
    generator.setViewBox(QRect(QPoint(0, 0), chart.size));
    constexpr int kPixelsPerInch = 96;
    generator.setResolution(kPixelsPerInch);
    QPainter painter(&generator);
    painter.drawPicture(0, 0, chart.picture);
    painter.end();
    QString text = QString::fromUtf8(bytes);
    text = text.mid(text.indexOf(QLatin1String("<svg")));
    for (const char *named : {" id=\"", "url(#", "href=\"#"}) {
        text.replace(QLatin1String(named), QStringLiteral("%1chart%2-").arg(QLatin1String(named)).arg(number));
    }
    const qsizetype inside = text.indexOf(QLatin1Char('>')) + 1;
    return QStringLiteral(
               "<svg xmlns=\"http://www.w3.org/2000/svg\" "
               "xmlns:xlink=\"http://www.w3.org/1999/xlink\" role=\"img\" aria-label=\"%1\" viewBox=\"0 0 %2 %3\">")
               .arg(escaped(chart.words))
               .arg(chart.size.width())
               .arg(chart.size.height()) +
           text.mid(inside);
}

class Html {
public:
    void operator()(const Verdict &verdict)
    {
        out +=
            QStringLiteral("<div class=\"verdict %1\"><span class=\"sign\" aria-hidden=\"true\">%2</span><p><strong>%3"
                           "</strong>%4</p></div>\n")
                .arg(QLatin1String(toneName(verdict.tone)), QString::fromUtf8(toneSign(verdict.tone)),
                     escaped(verdict.word), escaped(verdict.sentence));
    }
    void operator()(const Paragraph &paragraph)
    {
        switch (paragraph.kind) {
        case Paragraph::Kind::Lead: out += element("p", paragraph.text, "lead"); break;
        case Paragraph::Kind::Body: out += element("p", paragraph.text); break;
        case Paragraph::Kind::Note: out += element("p", paragraph.text, "note"); break;
        case Paragraph::Kind::Heading: out += element("h3", paragraph.text); break;
        }
    }
    void operator()(const List &list)
    {
        out += QStringLiteral("<ul>\n");
        for (const QString &item : list.items) {
            out += element("li", item);
        }
        out += QStringLiteral("</ul>\n");
    }
    void operator()(const Figures &figures)
    {
        out += QStringLiteral("<div class=\"figures\">\n");
        for (const Figures::Item &item : figures.items) {
            out += QStringLiteral("<div>") + element("span", item.name) + element("b", item.value) +
                   element("span", item.detail) + QStringLiteral("</div>\n");
        }
        out += QStringLiteral("</div>\n");
    }
    void operator()(const Table &table)
    {
        const auto cell = [&](const char *tag, std::size_t column, const QString &text) {
            out += element(tag, text, table.columns[column].number ? "number" : "");
        };
        out += table.exact ? QStringLiteral("<table class=\"exact\">\n<thead><tr>")
                           : QStringLiteral("<table>\n<thead><tr>");
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            cell("th", i, table.columns[i].title);
        }
        out += QStringLiteral("</tr></thead>\n<tbody>\n");
        for (const QStringList &row : table.rows) {
            out += QStringLiteral("<tr>");
            for (std::size_t i = 0; i < table.columns.size(); ++i) {
                cell("td", i, row.value(qsizetype(i)));
            }
            out += QStringLiteral("</tr>\n");
        }
        out += QStringLiteral("</tbody></table>\n");
    }
    void operator()(const Charts &charts)
    {
        out += QStringLiteral("<div class=\"charts\">\n");
        for (const Chart &chart : charts.row) {
            out += QStringLiteral("<figure><figcaption>%1<span>%2</span></figcaption>\n")
                       .arg(escaped(chart.title), escaped(chart.subtitle)) +
                   svg(chart, ++m_charts) + QStringLiteral("</figure>\n");
        }
        out += QStringLiteral("</div>\n");
    }

    QString out;

private:
    int m_charts = 0;
};

QByteArray write(const Document &document, const ReportInput &)
{
    Html html;
    html.out = QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                              "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
                   .arg(document.language) +
               element("title", document.title) +
               QStringLiteral("<style>%1</style>\n</head>\n<body>\n").arg(QString::fromUtf8(kStyle)) +
               element("h1", document.title) + element("p", document.subtitle, "subtitle");
    for (const Section &section : document.sections) {
        html.out += QStringLiteral("<section id=\"%1\"%2>\n")
                        .arg(section.id, section.newPage ? QStringLiteral(" class=\"appendix\"") : QString());
        if (!section.title.isEmpty()) {
            html.out += element("h2", section.title);
        }
        for (const Block &block : section.blocks) {
            std::visit([&](const auto &each) { html(each); }, block);
        }
        html.out += QStringLiteral("</section>\n");
    }
    html.out += element("footer", document.footer) + QStringLiteral("</body>\n</html>\n");
    return html.out.toUtf8();
}

}  // namespace

Writer htmlWriter()
{
    return {.suffix = "html", .write = &write};
}

}  // namespace atlas::report
