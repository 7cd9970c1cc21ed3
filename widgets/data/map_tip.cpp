#include "widgets/data/map_tip.h"

#include "core/task_kind.h"
#include "widgets/data/sample_painter.h"
#include "widgets/data/thumbnails.h"
#include "widgets/frame/theme.h"

#include <algorithm>

namespace atlas::widgets {

namespace {

constexpr int kEdge = 144;
constexpr int kLine = 20;
constexpr int kPadding = 6;
constexpr int kTextHeight = 76;
constexpr int kAway = 14;  ///< from the point
constexpr int kMostText = 180;

QString textOf(const Sample &sample)
{
    const std::string &words = !sample.question.empty() ? sample.question : sample.text;
    return QString::fromStdString(words).simplified().left(kMostText);
}

/// A wide picture leaves no room above and below it; of pairs both are as high as the page of one.
int picturesHeight(const Sample &sample)
{
    if (!sample.image) {
        return 0;
    }
    const bool wide = !sample.image2 && sample.image->height > 0 && sample.image->width > sample.image->height;
    return wide ? std::max(kEdge / 3, kEdge * sample.image->height / sample.image->width) : kEdge;
}

}  // namespace

MapTip::MapTip(SamplePainter *painter, const Thumbnails *thumbnails, QWidget *parent)
    : QFrame(parent), m_painter(painter)
{
    setObjectName(QStringLiteral("mapTip"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(thumbnails, &Thumbnails::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void MapTip::show(const std::string &kind, Sample sample, const QString &words, const QPoint &point)
{
    m_kind = kind;
    m_words = words;
    m_sample = std::move(sample);
    int height = 2 * kPadding + kLine + (words.isEmpty() ? 0 : kLine);
    height += picturesHeight(*m_sample);
    height += textOf(*m_sample).isEmpty() ? 0 : (m_sample->image ? 2 * kLine : kTextHeight);
    const int width = (m_sample->image2 ? 2 * kEdge : m_sample->image ? kEdge : kEdge * 3 / 2) + 2 * kPadding;
    resize(width, height);
    const QRect room = parentWidget()->rect();
    QPoint corner = point + QPoint(kAway, kAway);
    if (corner.x() + width > room.right()) {
        corner.setX(point.x() - kAway - width);
    }
    if (corner.y() + height > room.bottom()) {
        corner.setY(point.y() - kAway - height);
    }
    move(std::max(0, corner.x()), std::max(0, corner.y()));
    raise();
    QFrame::show();
    update();
}

void MapTip::paintEvent(QPaintEvent *)
{
    if (!m_sample) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme::border());
    painter.setBrush(theme::surface());
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::kRadius, theme::kRadius);
    const QRect area = rect().adjusted(kPadding, kPadding, -kPadding, -kPadding);
    int top = area.top();
    if (m_sample->image) {
        const QRect pictures(area.left(), top, area.width(), picturesHeight(*m_sample));
        m_painter->pictures(painter, pictures, *m_sample, int(kEdge * devicePixelRatioF()));
        top += pictures.height();
    }
    if (const QString text = textOf(*m_sample); !text.isEmpty()) {
        const int height = m_sample->image ? 2 * kLine : kTextHeight;
        painter.setFont(theme::captionFont());
        painter.setPen(theme::text());
        painter.drawText(QRect(area.left() + 2, top + 2, area.width() - 4, height - 4), Qt::TextWordWrap | Qt::AlignTop,
                         text);
        top += height;
    }
    m_painter->label(painter, QRect(area.left(), top, area.width(), kLine), taskKind(m_kind), *m_sample);
    m_painter->reviewMark(painter, QPoint(area.right() - 8, area.top() + 10), m_sample->review);
    if (!m_words.isEmpty()) {
        const QFont font = theme::captionFont();
        painter.setFont(font);
        painter.setPen(theme::secondaryText());
        painter.drawText(QRect(area.left() + 2, top + kLine, area.width() - 4, kLine),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         m_painter->elided(m_words, font, area.width() - 4));
    }
}

}  // namespace atlas::widgets
