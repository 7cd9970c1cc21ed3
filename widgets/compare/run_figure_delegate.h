#pragma once

#include <QStyledItemDelegate>

namespace atlas::widgets {

/// A cell of the table of runs: the text, and behind it how it differs from the baseline's, with arrow and colour.
/// Groups carry the sign that they unfold, their runs stand further in.
class RunFigureDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

}  // namespace atlas::widgets
