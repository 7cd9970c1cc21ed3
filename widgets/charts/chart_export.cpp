#include <qcustomplot.h>

#include "core/error.h"
#include "widgets/charts/chart_export.h"
#include "widgets/charts/format.h"
#include "widgets/charts/plot_look.h"
#include "widgets/frame/theme.h"
#include "widgets/jobs.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPdfWriter>
#include <QSaveFile>

namespace atlas::widgets {

namespace {

constexpr int kMargin = 12;
constexpr double kPictureScale = 2;
constexpr double kPixelsPerInch = 96;
constexpr qsizetype kBlock = 1 << 20;  ///< bytes of a table that are written at once

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ChartExport)
};

int captionHeight(const QCustomPlot &plot, const ChartCaption &caption)
{
    const QFontMetrics title(theme::groupFont());
    const QRect bounds =
        title.boundingRect(QRect(0, 0, plot.width() - 2 * kMargin, 1000), Qt::TextWordWrap, caption.title);
    const int subtitle = caption.subtitle.isEmpty() ? 0 : QFontMetrics(theme::captionFont()).height() + 2;
    return kMargin + bounds.height() + subtitle + kMargin / 2;
}

void paint(QCPPainter &painter, QCustomPlot &plot, const ChartCaption &caption)
{
    const PlotLook look = paperLook();
    const int width = plot.width() - 2 * kMargin;
    painter.fillRect(QRect(0, 0, plot.width(), plot.height() + captionHeight(plot, caption)), look.surface);
    painter.setPen(look.text);
    painter.setFont(theme::groupFont());
    QRect used;
    painter.drawText(QRect(kMargin, kMargin, width, 1000), Qt::TextWordWrap, caption.title, &used);
    painter.setPen(look.secondary);
    painter.setFont(theme::captionFont());
    painter.drawText(QRect(kMargin, used.bottom() + 2, width, 1000), Qt::AlignLeft, caption.subtitle);
    painter.translate(0, captionHeight(plot, caption));
    plot.toPainter(&painter, plot.width(), plot.height());
}

QSize pictureSize(const QCustomPlot &plot, const ChartCaption &caption)
{
    return {plot.width(), plot.height() + captionHeight(plot, caption)};
}

QByteArray pngOf(QCustomPlot &plot, const ChartCaption &caption)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    chartPicture(plot, caption).save(&buffer, "PNG");
    return bytes;
}

QByteArray pdfOf(QCustomPlot &plot, const ChartCaption &caption)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(caption.title);
    writer.setCreator(QCoreApplication::applicationName());
    const QSize size = pictureSize(plot, caption);
    writer.setPageSize(QPageSize(QSizeF(size) / kPixelsPerInch, QPageSize::Inch, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(static_cast<int>(kPixelsPerInch));
    QCPPainter painter(&writer);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setMode(QCPPainter::pmNonCosmetic);
    paint(painter, plot, caption);
    painter.end();
    return bytes;
}

Error writeError(const QSaveFile &out)
{
    return {
        out.error() == QFileDevice::ResourceError ? ErrorCode::DiskFull : ErrorCode::Io,
        Tr::tr("Could not write “%1”: %2. Nothing was changed.").arg(out.fileName(), out.errorString()).toStdString(),
        Tr::tr("Choose another folder, or make room and save again.").toStdString()};
}

void write(const QString &file, const QByteArray &bytes)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit()) {
        throw writeError(out);
    }
}

void writeRows(const ChartTable &table, const QString &file, Observer &observer, const std::stop_token &stop)
{
    QSaveFile out(file);
    QByteArray block = toCsv(table);
    const auto writeBlock = [&] {
        if (out.write(block) != block.size()) {
            throw writeError(out);
        }
        block.clear();
    };
    if (!out.open(QIODevice::WriteOnly)) {
        throw writeError(out);
    }
    qint64 written = 0;
    const qint64 count = std::max<qint64>(table.more->count(), 1);
    table.more->readAll(
        [&](const QVariantList &row) {
            block += toCsvLine(row);
            ++written;
            if (block.size() >= kBlock) {
                writeBlock();
                observer.progress(
                    std::min(1.0, double(written) / double(count)),
                    Tr::tr("%1 of %2 rows").arg(format::count(written), format::count(count)).toStdString());
            }
        },
        stop);
    writeBlock();
    if (!out.commit()) {
        throw writeError(out);
    }
}

}  // namespace

QImage chartPicture(QCustomPlot &plot, const ChartCaption &caption)
{
    QImage image(pictureSize(plot, caption) * kPictureScale, QImage::Format_RGB32);
    image.setDevicePixelRatio(kPictureScale);
    image.fill(Qt::white);
    QCPPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setMode(QCPPainter::pmNoCaching);
    paint(painter, plot, caption);
    painter.end();
    return image;
}

QPicture chartVectors(QCustomPlot &plot, QSize size)
{
    QPicture picture;
    QCPPainter painter(&picture);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setMode(QCPPainter::pmNonCosmetic);
    plot.toPainter(&painter, size.width(), size.height());
    painter.end();
    return picture;
}

void saveChart(QCustomPlot &plot, const ChartCaption &caption, const ChartTable &table, const QString &file)
{
    const QString suffix = QFileInfo(file).suffix().toLower();
    if (suffix == QLatin1String("png")) {
        write(file, pngOf(plot, caption));
    } else if (suffix == QLatin1String("pdf")) {
        write(file, pdfOf(plot, caption));
    } else if (suffix == QLatin1String("csv")) {
        write(file, toCsv(table));
    } else {
        throw Error(ErrorCode::Usage, Tr::tr("A chart cannot be saved as “.%1”.").arg(suffix).toStdString(),
                    Tr::tr("End the file's name in .png, .pdf or .csv.").toStdString());
    }
}

std::unique_ptr<FunctionJob> saveRows(const ChartTable &table, const QString &file)
{
    return std::make_unique<FunctionJob>(
        Tr::tr("Save “%1”").arg(QFileInfo(file).fileName()),
        [table, file](Observer &observer, const std::stop_token &stop) { writeRows(table, file, observer, stop); });
}

}  // namespace atlas::widgets
