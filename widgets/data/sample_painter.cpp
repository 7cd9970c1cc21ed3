#include "widgets/data/sample_painter.h"

#include "widgets/data/class_colours.h"
#include "widgets/data/sample_columns.h"
#include "widgets/data/thumbnails.h"
#include "widgets/frame/theme.h"

#include <QPainter>

namespace atlas::widgets {

namespace {
constexpr int kDot = 8;
constexpr int kMark = 9;  // radius
}  // namespace

void SamplePainter::placeholder(QPainter &painter, const QRect &area)
{
    QColor fill = theme::text();
    fill.setAlphaF(0.06F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(area, theme::kRadius, theme::kRadius);
}

void SamplePainter::picture(QPainter &painter, const QRect &area, const AssetRef &asset, int pixels)
{
    const QPixmap pixmap = m_thumbnails->pixmap(asset, pixels);
    if (pixmap.isNull()) {
        placeholder(painter, area);
        if (!m_thumbnails->problem(asset).isEmpty()) {
            theme::icon(QStringLiteral("data-error"), theme::textColor(theme::Role::Bad))
                .paint(&painter, QRect(area.center() - QPoint(10, 10), QSize(20, 20)));
        }
        return;
    }
    QSize size = (QSizeF(pixmap.size()) / painter.device()->devicePixelRatioF()).toSize();
    const bool fits = size.width() <= area.width() && size.height() <= area.height();
    size = fits ? size : size.scaled(area.size(), Qt::KeepAspectRatio);
    QRect target(QPoint(), size);
    target.moveCenter(area.center());
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !fits);
    painter.drawPixmap(target, pixmap);
}

void SamplePainter::pictures(QPainter &painter, const QRect &area, const Sample &sample, int pixels)
{
    if (!sample.image) {
        placeholder(painter, area);
        return;
    }
    if (!sample.image2) {
        picture(painter, area, *sample.image, pixels);
        return;
    }
    const int half = (area.width() - kBetweenPair) / 2;
    picture(painter, QRect(area.left(), area.top(), half, area.height()), *sample.image, pixels);
    picture(painter, QRect(area.right() - half + 1, area.top(), half, area.height()), *sample.image2, pixels);
}

void SamplePainter::label(QPainter &painter, const QRect &area, const TaskKind &kind, const Sample &sample,
                          const storage::Suggestion *suggestion)
{
    const bool none = sample.labels.empty();
    const QRectF dot(area.left() + 2, area.center().y() - kDot / 2.0 + 0.5, kDot, kDot);
    if (none) {
        painter.setPen(QPen(suggestion ? m_colours->of(suggestion->labels.front().name) : theme::secondaryText(),
                            suggestion ? 2 : 1.2));
        painter.setBrush(Qt::NoBrush);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_colours->of(sample.labels.front().name));
    }
    painter.drawEllipse(dot);
    const QRect words = area.adjusted(kDot + 8, 0, 0, 0);
    const QFont font = theme::captionFont();
    painter.setFont(font);
    painter.setPen(none ? theme::secondaryText() : theme::text());
    const QString without = suggestion            ? suggestionTitle(kind, *suggestion)
                            : m_noLabel.isEmpty() ? reviewTitle(ReviewState::Unlabelled)
                                                  : m_noLabel;
    const QString text = none ? without : labelsTitle(kind, sample);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, elided(text, font, words.width()));
}

void SamplePainter::reviewMark(QPainter &painter, const QPoint &centre, ReviewState state)
{
    theme::Role role = theme::Role::Neutral;
    const char *sign = nullptr;
    switch (state) {
    case ReviewState::Verified:
        role = theme::Role::Good;
        sign = "dialog-ok-apply";
        break;
    case ReviewState::Disputed:
        role = theme::Role::Bad;
        sign = "flag";
        break;
    case ReviewState::Skipped: sign = "media-skip-forward"; break;
    case ReviewState::Labelled:
    case ReviewState::Unlabelled: return;
    }
    painter.setPen(QPen(theme::surface(), 2));
    painter.setBrush(theme::color(role));
    painter.drawEllipse(centre, kMark, kMark);
    theme::icon(QLatin1String(sign), Qt::white).paint(&painter, QRect(centre - QPoint(6, 6), QSize(12, 12)));
}

QString SamplePainter::elided(const QString &text, const QFont &font, int width)
{
    const QString key = QString::number(width) + QLatin1Char('/') + QString::number(font.pointSizeF()) + text;
    if (const QString *held = m_elided.object(key)) {
        return *held;
    }
    auto *fresh = new QString(QFontMetrics(font).elidedText(text, Qt::ElideRight, width));
    const QString result = *fresh;
    m_elided.insert(key, fresh);
    return result;
}

}  // namespace atlas::widgets
