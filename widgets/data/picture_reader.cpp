#include "widgets/data/picture_reader.h"

#include <QCoreApplication>
#include <QFile>
#include <QImageReader>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace atlas::widgets {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("PictureReader", text);
}

QSize within(const QSize &size, const QSize &bounds)
{
    const bool fits = bounds.isEmpty() || (size.width() <= bounds.width() && size.height() <= bounds.height());
    return fits ? size : size.scaled(bounds, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
}

PictureResult withQt(QImageReader &reader, const QSize &bounds)
{
    PictureResult result;
    const bool turned = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    const QSize stored = reader.size();
    if (stored.isValid()) {
        result.original = turned ? stored.transposed() : stored;
        const QSize target = within(result.original, bounds);
        if (target != result.original) {
            reader.setScaledSize(turned ? target.transposed() : target);
        }
    }
    result.image = reader.read();
    if (result.image.isNull()) {
        result.problem = words("The picture is damaged: %1.").arg(reader.errorString());
    } else if (!stored.isValid()) {
        result.original = result.image.size();
        result.image =
            result.image.scaled(within(result.original, bounds), Qt::KeepAspectRatio, Qt::SmoothTransformation);
    }
    return result;
}

/// WebP, TIFF and others that this Qt has no plug-in for. imread() turns by EXIF itself.
PictureResult withOpenCv(const std::filesystem::path &file, const QSize &bounds)
{
    PictureResult result;
    try {
        cv::Mat pixels = cv::imread(file.string(), cv::IMREAD_COLOR);
        if (pixels.empty()) {
            result.problem = words("This is not a picture of a known format.");
            return result;
        }
        result.original = QSize(pixels.cols, pixels.rows);
        const QSize target = within(result.original, bounds);
        if (target != result.original) {
            cv::resize(pixels, pixels, cv::Size(target.width(), target.height()), 0, 0, cv::INTER_AREA);
        }
        cv::cvtColor(pixels, pixels, cv::COLOR_BGR2RGB);
        result.image =
            QImage(pixels.data, pixels.cols, pixels.rows, qsizetype(pixels.step), QImage::Format_RGB888).copy();
    } catch (const cv::Exception &error) {
        result.problem = words("The picture could not be read: %1.").arg(QString::fromStdString(error.err));
    }
    return result;
}

}  // namespace

PictureResult readPicture(const std::filesystem::path &file, QSize bounds)
{
    const QString name = QString::fromStdString(file.string());
    if (!QFile::exists(name)) {
        return {.image = {}, .original = {}, .problem = words("The file is not at its place any more.")};
    }
    QImageReader reader(name);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    if (!reader.canRead()) {
        return withOpenCv(file, bounds);
    }
    if (reader.format().startsWith("svg")) {
        return {.image = {}, .original = {}, .problem = words("Drawings (SVG) are not taken as samples.")};
    }
    const QSize size = reader.size();
    if (qint64(size.width()) * size.height() > kMostPixels) {
        return {.image = {},
                .original = size,
                .problem = words("The picture is too large: %1 x %2 pixels.").arg(size.width()).arg(size.height())};
    }
    return withQt(reader, bounds);
}

}  // namespace atlas::widgets
