#include "widgets/data/picture_reader.h"

#include "core/error.h"
#include "pictures/picture_decoder.h"
#include "widgets/sentence_words.h"

#include <QCoreApplication>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <utility>

namespace atlas::widgets {

namespace {

using pictures::DecodedPicture;
using pictures::Fault;

QString words(const char *text)
{
    return QCoreApplication::translate("PictureReader", text);
}

QString problemOf(const DecodedPicture &picture)
{
    switch (picture.fault) {
    case Fault::None: return {};
    case Fault::Empty: return words("The file is empty.");
    case Fault::NotAPicture: return words("This is not a picture of a known format.");
    case Fault::TooLarge:
        return words("The picture is too large: %1 x %2 pixels.").arg(picture.header.width).arg(picture.header.height);
    case Fault::Damaged: break;
    }
    return words("The picture is damaged: %1.").arg(inWords(picture.why));
}

QSize sizeOf(const pictures::PictureHeader &header)
{
    const QSize stored(static_cast<int>(header.width), static_cast<int>(header.height));
    return header.orientation >= 5 ? stored.transposed() : stored;
}

QSize within(const QSize &size, const QSize &bounds)
{
    const bool fits = bounds.isEmpty() || (size.width() <= bounds.width() && size.height() <= bounds.height());
    return fits ? size : size.scaled(bounds, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
}

QImage toImage(cv::Mat rgb, const QSize &size)
{
    if (size != QSize(rgb.cols, rgb.rows)) {
        cv::resize(rgb, rgb, cv::Size(size.width(), size.height()), 0, 0, cv::INTER_AREA);
    }
    return QImage(rgb.data, rgb.cols, rgb.rows, qsizetype(rgb.step), QImage::Format_RGB888).copy();
}

}  // namespace

PictureResult readPicture(const std::filesystem::path &file, QSize bounds)
{
    PictureResult result;
    try {
        // The shorter side at most: what is decoded is never smaller than what is shown.
        const int side = bounds.isEmpty() ? 0 : std::max(bounds.width(), bounds.height());
        DecodedPicture picture = pictures::decodePictureFile(file, side);
        result.problem = problemOf(picture);
        result.original = picture.fault == Fault::None ? sizeOf(picture.header) : QSize();
        if (result.problem.isEmpty()) {
            result.image = toImage(std::move(picture.rgb), within(result.original, bounds));
        }
    } catch (const Error &error) {
        result.problem = error.code() == ErrorCode::NotFound ? words("The file is not at its place any more.")
                                                             : inWords(error.sentence());
    } catch (const cv::Exception &error) {
        result.problem = words("The picture is damaged: %1.").arg(QString::fromStdString(error.err));
    }
    return result;
}

}  // namespace atlas::widgets
