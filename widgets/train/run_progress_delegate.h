#pragma once

#include <QStyledItemDelegate>

namespace atlas::widgets {

/// Draws the progress column of the run table: a bar in the colour of the run's status with its percentage beside it.
class RunProgressDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

}  // namespace atlas::widgets
