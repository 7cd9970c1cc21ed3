#pragma once

#include "core/sample.h"

#include <QImage>
#include <QPointF>
#include <QWidget>

namespace atlas::widgets {

/// One picture, as large as fits; the wheel zooms at the pointer, dragging moves, a double click fits again. Views that
/// are linked share zoom and place, so that pairs can be compared.
/// The picture is read on a worker thread.
class PictureView final : public QWidget {
    Q_OBJECT

public:
    explicit PictureView(QWidget *parent = nullptr);

    void show(const std::optional<AssetRef> &asset);
    void linkTo(PictureView *other);  ///< both ways
    void setZoomable(bool zoomable) { m_zoomable = zoomable; }
    bool loaded() const { return !m_image.isNull(); }
    QSize sizeHint() const override { return {240, 180}; }

Q_SIGNALS:
    void viewChanged(double zoom, QPointF centre);
    void pictureLoaded();

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    void setView(double zoom, QPointF centre);
    void adopt(double zoom, QPointF centre);
    QRectF target() const;
    double fitScale() const;

    static constexpr double kMostZoom = 40;

    QImage m_image;
    QString m_problem;
    std::string m_sha256;
    double m_zoom = 1;           // 1 = fits
    QPointF m_centre{0.5, 0.5};  // of the picture, in its own 0..1
    QPointF m_pressed;
    bool m_zoomable = true;
};

}  // namespace atlas::widgets
