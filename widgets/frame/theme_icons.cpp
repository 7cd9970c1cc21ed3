#include "widgets/frame/theme.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <optional>

namespace atlas::widgets::theme {

namespace {

QIcon sourceIcon(const QString &name)
{
    const QString own = QStringLiteral(":/icons/%1.svg").arg(name);
    if (QFile::exists(own)) {
        return QIcon(own);
    }
    return QIcon::fromTheme(name + QStringLiteral("-symbolic"), QIcon::fromTheme(name));
}

/// Draws the shape of an icon in one colour: the text's colour of the moment unless one is given. So icons follow the
/// theme without being made again, and stay sharp at every scale.
class TintedIconEngine final : public QIconEngine {
public:
    TintedIconEngine(QString name, std::optional<QColor> colour) : m_name(std::move(name)), m_colour(colour) {}

    QIconEngine *clone() const override { return new TintedIconEngine(*this); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, tinted(rect.size(), ratio, mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override { return tinted(size, 1.0, mode); }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        return tinted(size / scale, scale, mode);
    }

private:
    QPixmap tinted(const QSize &size, qreal ratio, QIcon::Mode mode) const
    {
        QColor ink = m_colour.value_or(text());
        if (mode == QIcon::Disabled) {
            ink = QApplication::palette().color(QPalette::Disabled, QPalette::WindowText);
        }
        const QString key = QStringLiteral("atlas-icon/%1/%2x%3@%4/%5")
                                .arg(m_name)
                                .arg(size.width())
                                .arg(size.height())
                                .arg(ratio)
                                .arg(ink.rgba(), 0, 16);
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap)) {
            return pixmap;
        }
        pixmap = QPixmap(size * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        sourceIcon(m_name).paint(&painter, QRect(QPoint(), size));
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(QRect(QPoint(), size), ink);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QString m_name;
    std::optional<QColor> m_colour;
};

}  // namespace

QIcon icon(const QString &name)
{
    return QIcon(new TintedIconEngine(name, std::nullopt));
}

QIcon icon(const QString &name, const QColor &colour)
{
    return QIcon(new TintedIconEngine(name, colour));
}

}  // namespace atlas::widgets::theme
