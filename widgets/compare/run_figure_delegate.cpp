#include "widgets/compare/run_figure_delegate.h"

#include "widgets/compare/compare_model.h"
#include "widgets/frame/theme.h"

#include <QApplication>
#include <QPainter>

namespace atlas::widgets {

namespace {

constexpr int kBetween = 10;  ///< pixels between a figure and its difference

QString deltaOf(const QModelIndex &index)
{
    return index.data(CompareModel::DeltaRole).toString();
}

QColor colourOf(const QModelIndex &index)
{
    switch (index.data(CompareModel::DeltaSignRole).toInt()) {
    case 1: return theme::textColor(theme::Role::Good);
    case -1: return theme::textColor(theme::Role::Bad);
    default: return theme::secondaryText();
    }
}

QFontMetrics deltaMetrics()
{
    return QFontMetrics(theme::captionFont());
}

/// The same for all cells of a column, so that its figures stand below each other.
int roomFor(const QString &delta)
{
    const QFontMetrics metrics = deltaMetrics();
    return std::max(metrics.horizontalAdvance(delta), metrics.horizontalAdvance(QStringLiteral("+00.0 ▲"))) + kBetween;
}

}  // namespace

void RunFigureDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (!(index.flags() & Qt::ItemIsUserCheckable)) {
        return;
    }
    if (index.data(CompareModel::GroupRole).toBool()) {
        const QModelIndex next = index.siblingAtRow(index.row() + 1);
        const bool unfolded = next.isValid() && next.data(CompareModel::MemberRole).toBool();
        option->text = (unfolded ? QStringLiteral("▾ ") : QStringLiteral("▸ ")) + option->text;
    } else if (index.data(CompareModel::MemberRole).toBool()) {
        option->text = QStringLiteral("      ") + option->text;
    }
}

QSize RunFigureDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (index.flags().testFlag(Qt::ItemIsUserCheckable)) {
        size.rwidth() += kBetween;  // the tick of the style sheet is wider than the style's
    }
    if (const QString delta = deltaOf(index); !delta.isEmpty()) {
        size.rwidth() += roomFor(delta) + kBetween;
    }
    return size;
}

void RunFigureDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.data(CompareModel::BaselineRole).toBool()) {
        painter->fillRect(option.rect, theme::tint(theme::Role::Accent));  // which the style sheet would leave out
    }
    const QString delta = deltaOf(index);
    if (delta.isEmpty()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = std::exchange(cell.text, {});
    const QStyle *style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);  // ground, tick, focus

    cell.text = text;
    QRect room = style->subElementRect(QStyle::SE_ItemViewItemText, &cell, cell.widget);
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, cell.widget) + 1;
    room.adjust(margin, 0, -margin, 0);
    const int beside = roomFor(delta);
    painter->save();
    painter->setFont(theme::captionFont());
    painter->setPen(colourOf(index));
    painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, delta);
    painter->setFont(cell.font);
    painter->setPen(theme::text());
    room.setRight(room.right() - beside);
    painter->drawText(room, int(cell.displayAlignment),
                      cell.fontMetrics.elidedText(text, Qt::ElideRight, room.width()));
    painter->restore();
}

}  // namespace atlas::widgets
