#pragma once

#include <QStyledItemDelegate>

namespace atlas::widgets {

class SampleGallery;
class SampleModel;
class SamplePainter;

/// One cell of the gallery: picture, label chip, review mark, and the question where the kind has one.
class ThumbnailDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    ThumbnailDelegate(const SampleModel *model, SamplePainter *painter, SampleGallery *gallery);

    static constexpr int kPadding = 6;
    static constexpr int kChipHeight = 24;
    static constexpr int kLineHeight = 18;
    /// The least room for thumbnails of this edge: pairs take two side by side, questions a line more.
    static QSize cellSize(const SampleModel &model, int edge);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const SampleModel *m_model;
    SamplePainter *m_painter;
    SampleGallery *m_gallery;
};

}  // namespace atlas::widgets
