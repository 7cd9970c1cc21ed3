#include "widgets/data/picture_view.h"

#include "widgets/data/picture_reader.h"
#include "widgets/frame/theme.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QPointer>
#include <QThreadPool>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace atlas::widgets {

namespace {

constexpr QSize kLargest(4096, 4096);  // what a screen can show of a picture, zoomed in a little
constexpr double kWheelStep = 1.2;
constexpr double kPixelsSeen = 3;  // from this scale on pixels are drawn as squares

}  // namespace

PictureView::PictureView(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("pictureView"));
    setAccessibleName(tr("Picture"));
}

void PictureView::show(const std::optional<AssetRef> &asset)
{
    if (!asset) {
        m_sha256.clear();
        m_image = {};
        m_problem.clear();
        update();
        return;
    }
    if (asset->sha256 == m_sha256) {
        return;
    }
    m_sha256 = asset->sha256;
    m_problem.clear();
    adopt(1, {0.5, 0.5});
    QPointer<PictureView> guard(this);
    QThreadPool::globalInstance()->start([guard, path = asset->path, sha256 = asset->sha256] {
        PictureResult picture = readPicture(path, kLargest);
        // The view may be gone when this arrives: the application object carries the answer, the guard decides.
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [guard, sha256, picture = std::move(picture)] {
                if (guard && guard->m_sha256 == sha256) {
                    guard->m_image = picture.image;
                    guard->m_problem = picture.problem;
                    guard->update();
                    Q_EMIT guard->pictureLoaded();
                }
            },
            Qt::QueuedConnection);
    });
}

void PictureView::linkTo(PictureView *other)
{
    connect(this, &PictureView::viewChanged, other, &PictureView::adopt);
    connect(other, &PictureView::viewChanged, this, &PictureView::adopt);
}

double PictureView::fitScale() const
{
    return std::min(double(width()) / m_image.width(), double(height()) / m_image.height());
}

QRectF PictureView::target() const
{
    const double scale = fitScale() * m_zoom;
    const QSizeF size(m_image.width() * scale, m_image.height() * scale);
    const QPointF at(width() / 2.0 - m_centre.x() * size.width(), height() / 2.0 - m_centre.y() * size.height());
    return {at, size};
}

void PictureView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_image.isNull()) {
        if (!m_problem.isEmpty()) {
            painter.setPen(theme::textColor(theme::Role::Bad));
            painter.drawText(rect().adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap, m_problem);
        }
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, fitScale() * m_zoom < kPixelsSeen);
    painter.drawImage(target(), m_image);
}

void PictureView::setView(double zoom, QPointF centre)
{
    adopt(zoom, centre);
    Q_EMIT viewChanged(m_zoom, m_centre);
}

void PictureView::adopt(double zoom, QPointF centre)
{
    m_zoom = std::clamp(zoom, 1.0, kMostZoom);
    const double margin = 0.5 / m_zoom;  // the picture keeps covering what it covered when it fitted
    m_centre = QPointF(std::clamp(centre.x(), margin, 1 - margin), std::clamp(centre.y(), margin, 1 - margin));
    update();
}

void PictureView::wheelEvent(QWheelEvent *event)
{
    if (!m_zoomable || m_image.isNull()) {
        event->ignore();
        return;
    }
    const double factor = std::pow(kWheelStep, event->angleDelta().y() / 120.0);
    const QRectF before = target();
    const QPointF at((event->position().x() - before.left()) / before.width(),
                     (event->position().y() - before.top()) / before.height());
    const double zoom = std::clamp(m_zoom * factor, 1.0, kMostZoom);
    setView(zoom, at + (m_centre - at) * (m_zoom / zoom));
    event->accept();
}

void PictureView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position();
    QWidget::mousePressEvent(event);
}

void PictureView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_zoomable || m_image.isNull() || !(event->buttons() & Qt::LeftButton)) {
        return;
    }
    const QPointF moved = event->position() - m_pressed;
    m_pressed = event->position();
    const QSizeF size = target().size();
    setView(m_zoom, m_centre - QPointF(moved.x() / size.width(), moved.y() / size.height()));
}

void PictureView::mouseDoubleClickEvent(QMouseEvent *)
{
    if (m_zoomable) {
        setView(1, {0.5, 0.5});
    }
}

}  // namespace atlas::widgets
