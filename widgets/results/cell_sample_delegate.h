#pragma once

#include <QStyledItemDelegate>

namespace atlas::widgets {

class CellSamplesModel;
class SamplePainter;

/// One test sample of a cell: its picture or the beginning of its text, what was expected, what was answered when the
/// task was learned and what is answered now. Right and wrong are told apart by a sign and a word besides the colour.
class CellSampleDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    CellSampleDelegate(const CellSamplesModel *model, SamplePainter *painter, QObject *parent);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const CellSamplesModel *m_model;
    SamplePainter *m_painter;
};

}  // namespace atlas::widgets
