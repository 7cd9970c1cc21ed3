#include "widgets/data/sample_gallery.h"

#include "widgets/data/sample_model.h"
#include "widgets/data/thumbnail_delegate.h"

#include <QScrollBar>

namespace atlas::widgets {

namespace {
constexpr int kBatch = 500;
}

SampleGallery::SampleGallery(SampleModel *model, SamplePainter *painter, QWidget *parent)
    : QListView(parent), m_model(model)
{
    setObjectName(QStringLiteral("sampleGallery"));
    setAccessibleName(tr("Samples as pictures"));
    setProperty("frameless", true);
    setViewMode(IconMode);
    setMovement(Static);
    setResizeMode(Adjust);
    setLayoutMode(Batched);
    setBatchSize(kBatch);
    setUniformItemSizes(true);
    setSelectionMode(ExtendedSelection);
    setDragDropMode(DragOnly);  // onto a class
    setVerticalScrollMode(ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setMouseTracking(true);
    setSpacing(0);
    setModel(model);
    setItemDelegate(new ThumbnailDelegate(model, painter, this));
    connect(model, &QAbstractItemModel::modelReset, this, &SampleGallery::layOut);
}

void SampleGallery::setEdge(int edge)
{
    if (m_edge != edge) {
        const QModelIndex keep = currentIndex();
        m_edge = edge;
        layOut();
        if (keep.isValid()) {
            scrollTo(keep, PositionAtCenter);
        }
    }
}

void SampleGallery::resizeEvent(QResizeEvent *event)
{
    layOut();
    QListView::resizeEvent(event);
}

void SampleGallery::layOut()
{
    const QSize least = ThumbnailDelegate::cellSize(*m_model, m_edge);
    const int room = viewport()->width() - 1;
    const int columns = std::max(1, room / least.width());
    const QSize cell(std::max(least.width(), room / columns), least.height());
    if (cell != gridSize()) {
        setGridSize(cell);
        verticalScrollBar()->setSingleStep(cell.height() / 3);
    }
}

}  // namespace atlas::widgets
