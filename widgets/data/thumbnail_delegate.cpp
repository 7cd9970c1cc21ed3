#include "widgets/data/thumbnail_delegate.h"

#include "widgets/data/sample_columns.h"
#include "widgets/data/sample_gallery.h"
#include "widgets/data/sample_model.h"
#include "widgets/data/sample_painter.h"
#include "widgets/frame/theme.h"

#include <QPainter>

#include <algorithm>

namespace atlas::widgets {

namespace {

bool needs(const SampleModel &model, const char *field)
{
    return model.dataset().id != 0 && everySampleHas(taskKind(model.dataset().kind), field);
}

}  // namespace

ThumbnailDelegate::ThumbnailDelegate(const SampleModel *model, SamplePainter *painter, SampleGallery *gallery)
    : QStyledItemDelegate(gallery), m_model(model), m_painter(painter), m_gallery(gallery)
{
}

QSize ThumbnailDelegate::cellSize(const SampleModel &model, int edge)
{
    const int pictures = needs(model, "image2") ? 2 * edge + SamplePainter::kBetweenPair : edge;
    const int words = kChipHeight + (needs(model, "question") ? kLineHeight : 0);
    return {pictures + 2 * kPadding + theme::kGap, edge + words + 2 * kPadding + theme::kGap};
}

QSize ThumbnailDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return m_gallery->gridSize();
}

void ThumbnailDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect cell = option.rect.adjusted(theme::kGap / 2, theme::kGap / 2, -theme::kGap / 2, -theme::kGap / 2);
    const bool selected = option.state & QStyle::State_Selected;
    const bool current = option.state & QStyle::State_HasFocus;
    const bool hovered = option.state & QStyle::State_MouseOver;
    if (selected || current || hovered) {
        QColor fill = selected ? theme::tint(theme::Role::Accent) : theme::text();
        if (!selected) {
            fill.setAlphaF(hovered ? 0.05F : 0.0F);
        }
        painter->setBrush(fill);
        painter->setPen(current    ? QPen(theme::color(theme::Role::Accent), 2)
                        : selected ? QPen(theme::color(theme::Role::Accent), 1)
                                   : QPen(Qt::NoPen));
        painter->drawRoundedRect(QRectF(cell).adjusted(1, 1, -1, -1), 8, 8);
    }
    const int edge = m_gallery->edge();
    const QRect area(cell.left() + kPadding, cell.top() + kPadding, cell.width() - 2 * kPadding, edge);
    const Sample *sample = m_model->sample(index.row());
    if (!sample) {
        m_painter->placeholder(*painter, area);
        painter->restore();
        return;
    }
    const int pixels = int(edge * m_gallery->devicePixelRatioF());
    m_painter->pictures(*painter, area, *sample, pixels);
    int top = area.bottom() + 1;
    if (needs(*m_model, "question")) {
        const QFont font = theme::captionFont();
        painter->setFont(font);
        painter->setPen(theme::secondaryText());
        const QRect words(area.left() + 2, top + 4, area.width() - 4, kLineHeight);
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          m_painter->elided(QString::fromStdString(sample->question), font, words.width()));
        top += kLineHeight;
    }
    m_painter->label(*painter, QRect(area.left(), top + 2, area.width(), kChipHeight),
                     taskKind(m_model->dataset().kind), *sample, m_model->suggestion(index.row()));
    m_painter->reviewMark(*painter, area.topRight() + QPoint(-8, 10), sample->review);
    painter->restore();
}

}  // namespace atlas::widgets
