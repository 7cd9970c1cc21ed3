#include "report/page_layout.h"
#include "report/settle_pdf.h"
#include "report/writers.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

namespace atlas::report {

namespace {

constexpr int kDotsPerInch = 960;  // ten for each of the pixels that charts are drawn in
constexpr double kSmallest = 0.6;  // of a page that must hold everything
constexpr double kStep = 0.04;

/// The scale at which the document has at most one page.
double scaleFor(const Document &document, QPdfWriter &writer)
{
    double scale = 1;
    while (document.onePage && scale > kSmallest && PageLayout(document, writer, scale).run(nullptr, 1) > 1) {
        scale -= kStep;
    }
    return scale;
}

QByteArray write(const Document &document, const ReportInput &)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(document.title);
    writer.setCreator(QStringLiteral("Atlas Workbench"));
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(kDotsPerInch);
    const double scale = scaleFor(document, writer);
    const int pages = PageLayout(document, writer, scale).run(nullptr, 1);
    QPainter painter(&writer);
    painter.setRenderHint(QPainter::Antialiasing);
    PageLayout(document, writer, scale).run(&painter, pages);
    painter.end();
    constexpr double kAnySize = 10;
    return settledPdf(std::move(bytes), reportFont(kAnySize));
}

}  // namespace

Writer pdfWriter()
{
    return {.suffix = "pdf", .write = &write};
}

}  // namespace atlas::report
