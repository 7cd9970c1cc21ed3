#include "widgets/train/run_progress_delegate.h"

#include "widgets/frame/theme.h"
#include "widgets/train/run_model.h"
#include "widgets/train/run_words.h"

#include <QApplication>
#include <QPainter>

namespace atlas::widgets {

namespace {
constexpr int kBarHeight = 6;
constexpr int kTextWidth = 56;
}  // namespace

void RunProgressDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    const QString text = background.text;
    background.text.clear();
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);

    const auto status = static_cast<RunStatus>(index.data(RunModel::StatusRole).toInt());
    const QRect area = option.rect.adjusted(6, 0, -6, 0);
    QRectF bar(area.left(), area.center().y() - kBarHeight / 2.0 + 0.5, area.width() - kTextWidth, kBarHeight);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme::border());
    painter->drawRoundedRect(bar, kBarHeight / 2.0, kBarHeight / 2.0);
    const double done = bar.width() * index.data(RunModel::ProgressRole).toDouble();
    if (done >= 1) {
        painter->setBrush(theme::color(statusRole(status)));
        painter->drawRoundedRect(QRectF(bar.left(), bar.top(), std::max<double>(done, kBarHeight), kBarHeight),
                                 kBarHeight / 2.0, kBarHeight / 2.0);
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->setFont(option.font);
    painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, text);
    painter->restore();
}

}  // namespace atlas::widgets
